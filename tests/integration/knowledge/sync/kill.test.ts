import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packOf, article, county } from '../small-pack.ts';
import { Desk, Publisher } from './publisher.ts';

const kills = 200;
/** Processes at the same time; they wait for the disk more than for a processor. */
const lanes = 4;
const versions = 8;
const articles = 40;
/** Longest life of a process after it has begun, in milliseconds: some die early, some get through. */
const longestLife = 700;

let publisher: Publisher;
let temporary: string;
const sources: string[] = [];

/** Every article of a version says its number, so a mixture of two versions would show. */
const packOfVersion = (version: number) =>
  packOf(
    Array.from({ length: articles }, (_, index) =>
      article(`a${index}`, `Artikel ${index}`, {
        area: county,
        modules: { say: `Version ${version}` },
      }),
    ),
  );

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'amtsdraht-kill-'));
  publisher = await Publisher.create();
  for (let version = 1; version <= versions; version += 1) {
    await publisher.publish(packOfVersion(version));
    sources.push(await publisher.copy());
  }
}, 120_000);

afterAll(async () => {
  await publisher.remove();
  for (const folder of [temporary, ...sources]) await rm(folder, { recursive: true, force: true });
});

/** Lets a process synchronise from the given version on and kills it; says whether it was still at work. */
function syncAndKill(store: string, from: number, life: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'sync-process.ts'),
        store,
        join(publisher.repository, 'metadata', '1.root.json'),
        ...sources.slice(Math.max(0, from - 1)),
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_COMPILE_CACHE: join(temporary, 'compiled') },
      },
    );
    child.once('error', reject);
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), life));
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`the process failed with ${code}`));
    });
  });
}

/** Version of the stored pack; 0: none. Anything between two versions fails the test. */
async function storedVersion(desk: Desk): Promise<number> {
  const says = await desk.says();
  if (says === null) return 0;
  const said = new Set(Object.values(says));
  expect([Object.keys(says).length, said.size]).toEqual([articles, 1]);
  return Number(/\d+/.exec([...said][0] ?? '')?.[0]);
}

const seen = new Set<number>();
let atWork = 0;

/** One desk after another, each killed until it has reached the last version. */
async function killInOneLane(times: number): Promise<void> {
  let desk = await Desk.create(await publisher.anchor());
  let before = 0;
  for (let kill = 0; kill < times; kill += 1) {
    if (await syncAndKill(desk.folder, before, Math.random() * longestLife)) atWork += 1;
    const version = await storedVersion(desk);
    expect(version).toBeGreaterThanOrEqual(before);
    before = version;
    seen.add(version);
    if (version < versions) continue;
    await desk.remove();
    desk = await Desk.create(await publisher.anchor());
    before = 0;
  }
  // What the last one left behind does not stand in the way of the next synchronisation.
  expect((await desk.sync(sources.at(-1) ?? '')).sentence).toBe('');
  expect(await storedVersion(desk)).toBe(versions);
  await desk.remove();
}

describe('kill -9 at any moment', () => {
  it(`leaves one whole pack, ${kills} times`, async () => {
    await Promise.all(Array.from({ length: lanes }, () => killInOneLane(kills / lanes)));
    console.log(
      `${atWork} of ${kills} processes died at work; versions seen: ${[...seen].sort().join(', ')}`,
    );
    expect(atWork).toBeGreaterThan(kills / 2);
    expect(seen.size).toBeGreaterThan(3);
  }, 600_000);
});
