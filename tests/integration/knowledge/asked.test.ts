import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventOf } from '../../../shared/journal/cloud-event.ts';
import { callAt } from '../../fakes/journal-entries.ts';
import { packFiles, writeFolder } from './small-pack.ts';

const root = join(import.meta.dirname, '../../..');
const at = Date.parse('2026-11-24T09:00:00Z');
let pack = '';
let events = '';

beforeAll(async () => {
  pack = await writeFolder(packFiles());
  events = await mkdtemp(join(tmpdir(), 'amtsdraht-events-'));
  const calls = [1, 2, 3, 4, 5].map(() =>
    callAt(at, { topics: [{ id: 'wohngeld', title: 'Leistung wohngeld' }] }),
  );
  // The endpoint has stored one of them twice.
  const batch = [...calls, calls[0] ?? callAt(at)].map((call) => eventOf(call, '/platz/1', null));
  await writeFile(join(events, 'batch.json'), JSON.stringify(batch));
});
afterAll(async () => {
  for (const folder of [pack, events]) await rm(folder, { recursive: true, force: true });
});

function asked(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['tools/setup/run.mjs', 'tools/knowledge.ts', 'asked', ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

async function lines(): Promise<unknown> {
  return JSON.parse(await readFile(join(pack, 'lines.json'), 'utf8')) as unknown;
}

it('writes what was asked into the lines, and takes it away when nothing is counted any more', async () => {
  const before = await lines();
  expect(asked('--pack', pack, '--until', '2026-11-24', events)).toMatchObject({
    status: 0,
    stderr: '',
  });
  const counted = { until: '2026-11-24', articles: [{ article: 'wohngeld', count: 5 }] };
  expect(await lines()).toMatchObject([{ id: 'wedel', asked: counted }]);
  expect(asked('--pack', pack, '--until', '2026-12-24', events)).toMatchObject({ status: 0 });
  expect(await lines()).toEqual(before);
});

it('leaves the lines alone when the events cannot be read', async () => {
  const before = await lines();
  const { status, stderr } = asked('--pack', pack, join(events, 'none'));
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining('nicht lesbar') as string,
  });
  expect(await lines()).toEqual(before);
});

it.each<[readonly string[], string]>([
  [['--until', '2026-02-30', 'x'], '--until braucht einen Tag'],
  [['--days', '0', 'x'], '--days braucht eine Zahl von 1 bis 31, nicht „0“.'],
  [['--threshold', '1', 'x'], '--threshold braucht eine Zahl von 2 bis 999'],
  [[], 'Der Ordner mit den Ereignissen fehlt.'],
])('called with %j explains itself', (args, expected) => {
  const { status, stderr } = asked('--pack', pack, ...args);
  expect(status).toBe(2);
  expect(stderr).toContain(expected);
});
