// Bytes that a synchronisation moves after 1, 10 and 1,000 of 5,000 articles have changed, and how long a
// stored pack of that size takes to load. Nothing is asserted: the figures go into docs/measurements.md.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadStoredPack } from '../../main/knowledge/index.ts';
import { nouns } from '../../main/knowledge/search/nouns.ts';
import type { Article, KnowledgePack } from '../../shared/knowledge/pack.ts';
import { Desk, Publisher } from '../integration/knowledge/sync/publisher.ts';
import { article, county, packOf, wedel } from '../integration/knowledge/small-pack.ts';

const articleCount = 5_000;
const changes = [0, 1, 10, 1_000];

let state = 115;
/** The same texts in every run (linear congruence, Numerical Recipes). */
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state % below;
}

function words(count: number): string {
  return Array.from({ length: count }, () => nouns[random(nouns.length)] ?? '').join(' ');
}

/** As long as articles of the demonstration are: some 1.5 to 3 KB. */
function madeUpArticle(index: number): Article {
  return article(`artikel-${index}`, words(4), {
    // A tenth belongs to a town that signs for itself.
    area: index % 10 === 0 ? wedel : county,
    synonyms: [words(1), words(1)],
    modules: {
      say: words(30),
      documents: words(40 + random(60)),
      fullText: words(60 + random(100)),
    },
  });
}

function changed(pack: KnowledgePack, count: number): KnowledgePack {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random(articleCount));
  return {
    ...pack,
    articles: pack.articles.map((one, index) =>
      chosen.has(index)
        ? {
            ...one,
            modules: { ...one.modules, say: `${one.modules.say ?? ''} neu ${random(1_000_000)}` },
          }
        : one,
    ),
  };
}

async function timed<Value>(work: () => Promise<Value>): Promise<readonly [Value, number]> {
  const start = performance.now();
  const value = await work();
  return [value, Math.round(performance.now() - start)];
}

const publisher = await Publisher.create();
let pack = packOf(Array.from({ length: articleCount }, (_, index) => madeUpArticle(index)));
await publisher.publish(pack);
const desk = await Desk.create(await publisher.anchor());
const [first, firstMs] = await timed(() => desk.sync(publisher.repository));
const rows: Record<string, object> = {
  'first synchronisation': { bytes: first.bytes, 'share %': 100, ms: firstMs },
};
for (const count of changes) {
  pack = changed(pack, count);
  await publisher.publish(pack);
  const [{ bytes, result }, ms] = await timed(() => desk.sync(publisher.repository));
  if (result !== (count === 0 ? 'renewed' : 'updated')) throw new Error(result);
  rows[`${count} changed`] = {
    bytes,
    'share %': Number(((bytes / first.bytes) * 100).toFixed(3)),
    ms,
  };
}
const [{ bytes }, ms] = await timed(() => desk.sync(publisher.repository));
rows['nothing new'] = { bytes, 'share %': Number(((bytes / first.bytes) * 100).toFixed(3)), ms };
console.log(`${articleCount} articles, file source`);
console.table(rows);

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const [loaded, loadMs] = await timed(() => loadStoredPack(desk.folder, null));
delay.disable();
console.log(
  `stored pack verified and loaded: ${loadMs} ms, longest stretch without an event ${Math.round(delay.max / 1e6)} ms, ${loaded.ok ? loaded.value.pack.articles.length : 0} articles`,
);
await publisher.remove();
await desk.remove();
