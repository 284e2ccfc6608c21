// A desk is started again with a pack of 5,000 articles on its disk: the synchronised pack or a folder of
// Markdown, the index built the first time and taken from the store the next time, each time in a process of
// its own, as it is at a start. Nothing is asserted: the figures go into docs/measurements.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  createIndexStore,
  loadPack,
  loadStoredPack,
  openSearch,
} from '../../main/knowledge/index.ts';
import { articleModules } from '../../shared/knowledge/pack/article.ts';
import type { Article, KnowledgePack } from '../../shared/knowledge/pack.ts';
import { Desk, Publisher } from '../integration/knowledge/sync/publisher.ts';
import { madeUpPack } from './made-up-pack.ts';

const articleCount = 5_000;
const starts = 3;

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
    'lines.json': pack.lines,
    'offices.json': pack.offices,
    'notices.json': pack.notices,
    'synonyms.json': pack.synonyms,
  };
  for (const [file, list] of Object.entries(lists))
    await writeFile(join(folder, file), JSON.stringify(list));
  for (const article of pack.articles)
    await writeFile(join(folder, 'articles', `${article.id}.md`), articleFile(article));
}

/** The part that runs in the process of its own: what the knowledge process does at a start. */
async function start(kind: string, folder: string, indexFolder: string): Promise<void> {
  const reading = await timed(async (): Promise<KnowledgePack> => {
    const read = kind === 'store' ? await loadStoredPack(folder, null) : await loadPack(folder);
    if (!read.ok) throw new Error(JSON.stringify(read.failure.slice(0, 3)));
    return 'pack' in read.value ? read.value.pack : read.value;
  });
  const opening = await timed(async () => openSearch(reading.value, createIndexStore(indexFolder)));
  const asking = await timed(async () =>
    Promise.resolve(opening.value.search({ text: 'antrag', municipality: null, limit: 20 })),
  );
  const row = {
    'pack ms': Math.round(reading.ms),
    'index ms': Math.round(opening.ms),
    'first answer ms': Math.round(asking.ms),
    'together ms': Math.round(reading.ms + opening.ms + asking.ms),
    'longest standstill ms': Math.round(Math.max(reading.blockedMs, opening.blockedMs)),
    'memory MB': Math.round(process.memoryUsage().rss / 1e6),
  };
  console.log(JSON.stringify(row));
}

async function startAnew(kind: string, folder: string, indexFolder: string): Promise<object> {
  const args = [...process.execArgv, import.meta.filename, kind, folder, indexFolder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await once(child, 'close');
  return JSON.parse(printed) as object;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-restart-'));
  const publisher = await Publisher.create();
  try {
    const demo = await loadPack(join(import.meta.dirname, '../../assets/demo-pack'));
    if (!demo.ok) throw new Error('the demonstration pack is not valid');
    const made: KnowledgePack = {
      ...madeUpPack(demo.value, articleCount),
      lines: [],
      notices: [],
      responsibilities: [],
    };
    await publisher.publish(made);
    const desk = await Desk.create(await publisher.anchor());
    await desk.sync(publisher.repository);
    const places = { store: desk.folder, folder: join(folder, 'pack') };
    await writePack(places.folder, made);
    const rows: Record<string, object> = {};
    for (const [kind, place] of Object.entries(places)) {
      const name = kind === 'store' ? 'synchronised pack' : 'folder of Markdown';
      const indexFolder = join(folder, `index-of-${kind}`);
      rows[`${name}, first start`] = await startAnew(kind, place, indexFolder);
      for (let round = 1; round <= starts; round += 1)
        rows[`${name}, again ${round}`] = await startAnew(kind, place, indexFolder);
    }
    const [file = ''] = await readdir(join(folder, 'index-of-store'));
    const { size } = await stat(join(folder, 'index-of-store', file));
    console.log(`${articleCount} articles; stored index ${(size / 1e6).toFixed(1)} MB`);
    console.table(rows);
    await desk.remove();
  } finally {
    await publisher.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

const [kind, place, indexFolder] = process.argv.slice(2);
await (kind === undefined || place === undefined || indexFolder === undefined
  ? main()
  : start(kind, place, indexFolder));
