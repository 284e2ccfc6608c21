// Time and memory of the search over the demonstration pack and over made-up articles of realistic length,
// beside lunr with lunr-languages and MiniSearch in the same run. Nothing is asserted: the figures go into
// docs/measurements.md. AMTSDRAHT_SEARCH_ARTICLES=500,5000 limits the sizes.
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { createSearch, loadPack } from '../../main/knowledge/index.ts';
import { createAnalysis } from '../../main/knowledge/search/analysis.ts';
import { fold } from '../../main/knowledge/search/fold.ts';
import { stem } from '../../main/knowledge/search/stem.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { plainLunr } from '../golden/plain-engines.ts';
import { madeUpPack, randomFrom } from './made-up-pack.ts';

const sizes = (process.env['AMTSDRAHT_SEARCH_ARTICLES'] ?? '500,5000,20000').split(',').map(Number);
const rounds = 2;
const queriesPerKind = 25;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

interface Queries {
  readonly kind: string;
  readonly texts: readonly string[];
}

/** What agents type, made from the titles of the pack. */
function queriesFor(pack: KnowledgePack): readonly Queries[] {
  const random = randomFrom(112);
  const titles = Array.from(
    { length: queriesPerKind },
    () => pack.articles[Math.floor(random() * pack.articles.length)]?.title ?? '',
  );
  const longest = titles.map((title) =>
    title.split(' ').reduce((one, other) => (other.length > one.length ? other : one), ''),
  );
  return [
    { kind: 'one word', texts: longest },
    { kind: 'beginning (3 letters)', texts: longest.map((word) => word.slice(0, 3)) },
    { kind: 'beginning (1 letter)', texts: longest.map((word) => word.slice(0, 1)) },
    { kind: 'whole title', texts: titles },
    { kind: 'typo', texts: longest.map((word) => word.slice(0, 3) + word.slice(4)) },
    { kind: 'nothing to find', texts: longest.map((word) => `xq${word.slice(2, 8)}zx`) },
  ];
}

interface Engine {
  readonly name: string;
  readonly buildMs: number;
  readonly heapMb: number;
  readonly search: (text: string) => number;
}

function build(name: string, make: () => (text: string) => number): Engine {
  const before = heapMegabytes();
  const start = performance.now();
  const search = make();
  const buildMs = performance.now() - start;
  return { name, buildMs, heapMb: heapMegabytes() - before, search };
}

function makeMiniSearch(pack: KnowledgePack, analysed: boolean): (text: string) => number {
  const { splitter } = createAnalysis(pack);
  const known = new Map<string, string[]>();
  const terms = (word: string): string[] => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const folded = fold(word);
    const made = [...new Set([folded, stem(folded), ...splitter.split(folded).map(stem)])];
    known.set(word, made);
    return made;
  };
  const index = new MiniSearch<{ id: string; title: string; words: string; text: string }>({
    fields: ['title', 'words', 'text'],
    ...(analysed ? { processTerm: terms } : {}),
    searchOptions: {
      boost: { title: 8, words: 6 },
      ...(analysed ? { processTerm: (word: string) => stem(fold(word)) } : {}),
    },
  });
  index.addAll(
    pack.articles.map(({ id, title, synonyms, modules }) => ({
      id,
      title,
      words: synonyms.join(' '),
      text: Object.values(modules).join('\n'),
    })),
  );
  return (text) => {
    const prefix = (_: string, position: number, all: string[]): boolean =>
      position === all.length - 1;
    const hits = index.search(text, { prefix });
    if (hits.length >= 3) return hits.length;
    return index.search(text, {
      prefix,
      fuzzy: (word) => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2),
    }).length;
  };
}

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

function measure(engine: Engine, texts: readonly string[]): Times {
  for (const text of texts) engine.search(text);
  const times = Array.from({ length: rounds }, () => texts)
    .flat()
    .map((text) => {
      const start = process.cpuUsage();
      engine.search(text);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const milliseconds = ({ p50, p95, p99 }: Times): string =>
  [p50, p95, p99].map((time) => time.toFixed(1)).join(' / ');

function report(title: string, pack: KnowledgePack): void {
  const engines = [
    build('ours', () => {
      const { search } = createSearch(pack);
      return (text) => search({ text, municipality: null, limit: 20 }).length;
    }),
    build('lunr with lunr-languages', () => {
      const search = plainLunr(pack);
      return (text) => search(text).length;
    }),
    build('MiniSearch, our analysis', () => makeMiniSearch(pack, true)),
    build('MiniSearch as it comes', () => makeMiniSearch(pack, false)),
  ];
  console.log(`\n${title}: ${pack.articles.length} articles`);
  console.table(
    Object.fromEntries(
      engines.map(({ name, buildMs, heapMb }) => [
        name,
        { 'build ms': Math.round(buildMs), 'heap MB': Number(heapMb.toFixed(1)) },
      ]),
    ),
  );
  // On a machine that others use too, the processor's time tells more than the clock.
  console.log('time of the processor per query in ms, p50 / p95 / p99');
  console.table(
    Object.fromEntries(
      queriesFor(pack).map(({ kind, texts }) => {
        const measured = engines.map((engine) => measure(engine, texts));
        const row: Record<string, string> = {};
        engines.forEach(({ name }, index) => {
          const times = measured[index];
          if (times !== undefined) row[name] = milliseconds(times);
        });
        return [kind, row];
      }),
    ),
  );
}

const demo = await loadPack(join(import.meta.dirname, '../../assets/demo-pack'));
if (demo.ok) {
  report('demonstration pack', demo.value);
  for (const size of sizes) report('made up', madeUpPack(demo.value, size));
} else {
  console.error(
    'assets/demo-pack is not valid: npm run knowledge -- check --pack assets/demo-pack',
  );
  process.exitCode = 1;
}
