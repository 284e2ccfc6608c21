// Who finds what citizens say: the golden table (tests/golden/queries.yaml) asked of our search, of lunr with
// the German of lunr-languages and of MiniSearch, in one run. The figures go into docs/decisions/0050.
import { join } from 'node:path';
import { createSearch, loadPack } from '../../main/knowledge/index.ts';
import { areaContains } from '../../shared/knowledge/area.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { goldenAreas, rankOf, readGoldenTable, type GoldenQuery } from '../golden/golden-table.ts';
import { plainLunr, plainMiniSearch, type PlainSearch } from '../golden/plain-engines.ts';

/** Services in the order of their best article that is valid for the area. */
type Find = (text: string, area: string | null) => readonly string[];

const table = readGoldenTable();
const depth = 10;

function ours(pack: KnowledgePack): Find {
  const { search } = createSearch(pack);
  const services = new Map(pack.articles.map(({ id, service }) => [id, service]));
  return (text, municipality) => [
    ...new Set(
      search({ text, municipality, limit: depth }).map(({ id }) => services.get(id) ?? id),
    ),
  ];
}

/** The same choice of variants for everybody, so that only the finding differs. */
function plain(pack: KnowledgePack, search: PlainSearch): Find {
  const articles = new Map(pack.articles.map((article) => [article.id, article]));
  return (text, area) => {
    const wanted = area ?? pack.manifest.area;
    const found = search(text).flatMap((id) => articles.get(id) ?? []);
    const valid = found.filter(
      (article) => areaContains(article.area, wanted) || areaContains(wanted, article.area),
    );
    return [...new Set(valid.map(({ service }) => service))].slice(0, depth);
  };
}

interface Score {
  readonly success: number;
  readonly reciprocal: number;
  readonly misses: readonly string[];
}

function score(find: Find, queries: readonly GoldenQuery[]): Score {
  const ranks = queries.flatMap(({ text, services }) =>
    goldenAreas.map(([, area]) => ({ text, rank: rankOf(services, find(text, area)) })),
  );
  const inFirstThree = ranks.filter(({ rank }) => rank !== null && rank <= 3);
  const missed = ranks.filter(({ rank }) => rank === null || rank > 3).map(({ text }) => text);
  return {
    success: inFirstThree.length / ranks.length,
    reciprocal:
      ranks.reduce((sum, { rank }) => sum + (rank === null ? 0 : 1 / rank), 0) / ranks.length,
    misses: [...new Set(missed)],
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function report(title: string, engines: ReadonlyMap<string, Find>, groups: Groups): void {
  console.log(`\n${title}: success@3 / MRR`);
  const rows = [...groups].map(([group, queries]): [string, Record<string, string>] => {
    const cells = [...engines].map(([name, find]): [string, string] => {
      const { success, reciprocal } = score(find, queries);
      return [name, `${percent(success)} / ${reciprocal.toFixed(3)}`];
    });
    return [`${group} (${queries.length})`, Object.fromEntries(cells)];
  });
  console.table(Object.fromEntries(rows));
}

type Groups = ReadonlyMap<string, readonly GoldenQuery[]>;

function grouped(queries: readonly GoldenQuery[]): Groups {
  const names = [...new Set(queries.map(({ group }) => group))];
  return new Map([
    ...names.map((name) => [name, queries.filter(({ group }) => group === name)] as const),
    ['all', queries] as const,
  ]);
}

const pack = await loadPack(join(import.meta.dirname, '../../assets/demo-pack'));
if (pack.ok) {
  const engines = new Map([
    ['ours', ours(pack.value)],
    ['lunr with lunr-languages', plain(pack.value, plainLunr(pack.value))],
    ['MiniSearch', plain(pack.value, plainMiniSearch(pack.value))],
  ]);
  report('golden table', engines, grouped(table.queries));
  report('held out', engines, grouped(table.heldOut));
  for (const [name, find] of engines) {
    const { misses } = score(find, [...table.queries, ...table.heldOut]);
    console.log(`\n${name} misses ${misses.length}: ${misses.slice(0, 60).join(' · ')}`);
  }
} else {
  console.error('assets/demo-pack is not valid');
  process.exitCode = 1;
}
