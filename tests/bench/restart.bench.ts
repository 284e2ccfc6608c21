// A desk is started again with a pack of 5,000 articles on its disk: reading the pack, building the index the
// first time, taking it from the store the next time, and how long nobody is answered meanwhile.
// Nothing is asserted: the figures go into docs/decisions/0052.
import { mkdir, mkdtemp, rm, stat, writeFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  createIndexStore,
  loadPack,
  openSearch,
  type KnowledgeSearch,
} from '../../main/knowledge/index.ts';
import { articleModules } from '../../shared/knowledge/pack/article.ts';
import type { Article, KnowledgePack } from '../../shared/knowledge/pack.ts';
import { madeUpPack } from './made-up-pack.ts';

const articleCount = 5_000;

interface Timed<Value> {
  readonly value: Value;
  readonly ms: number;
  /** Longest time that the event loop stood still: a search of that moment waits for so long. */
  readonly blockedMs: number;
}

async function timed<Value>(work: () => Promise<Value>): Promise<Timed<Value>> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  // The last stretch is counted when the loop turns again.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { value, ms, blockedMs: delay.max / 1e6 };
}

function articleFile({ modules, ...head }: Article): string {
  // JSON is YAML.
  const front = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const sections = articleModules.flatMap(({ key, heading }) =>
    modules[key] === undefined ? [] : [`## ${heading}\n\n${modules[key]}\n`],
  );
  return ['---', ...front, '---', '', ...sections].join('\n');
}

async function writePack(folder: string, pack: KnowledgePack): Promise<void> {
  await mkdir(join(folder, 'articles'), { recursive: true });
  const lists = {
    'pack.json': pack.manifest,
    'municipalities.json': pack.municipalities,
    'lines.json': [],
    'offices.json': pack.offices,
    'notices.json': [],
    'synonyms.json': pack.synonyms,
  };
  for (const [file, list] of Object.entries(lists))
    await writeFile(join(folder, file), JSON.stringify(list));
  for (const article of pack.articles)
    await writeFile(join(folder, 'articles', `${article.id}.md`), articleFile(article));
}

async function read(folder: string): Promise<KnowledgePack> {
  const pack = await loadPack(folder);
  if (!pack.ok) throw new Error(JSON.stringify(pack.failure.slice(0, 3)));
  return pack.value;
}

const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-restart-'));
try {
  const made = madeUpPack(
    await read(join(import.meta.dirname, '../../assets/demo-pack')),
    articleCount,
  );
  await writePack(folder, made);
  const store = createIndexStore(join(folder, 'index'));
  const reading = await timed(async () => read(folder));
  const pack = reading.value;
  const built = await timed(async () => openSearch(pack, store));
  const restored: Timed<KnowledgeSearch>[] = [];
  for (let round = 0; round < 3; round += 1)
    restored.push(await timed(async () => openSearch(pack, store)));
  const [file = ''] = await readdir(join(folder, 'index'));
  const { size } = await stat(join(folder, 'index', file));
  const row = ({ ms, blockedMs }: Timed<unknown>) => ({
    ms: Math.round(ms),
    'longest standstill ms': Math.round(blockedMs),
  });
  console.log(`${articleCount} articles; stored index ${(size / 1e6).toFixed(1)} MB`);
  console.table({
    'read and check the pack (Markdown files)': row(reading),
    'index built and stored': row(built),
    ...Object.fromEntries(
      restored.map((each, round) => [`index from the store, ${round + 1}`, row(each)]),
    ),
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
