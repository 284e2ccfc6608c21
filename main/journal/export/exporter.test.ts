import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JournalEvent } from '../../../shared/journal/cloud-event.ts';
import { callAt, gapAt } from '../../../tests/fakes/journal-entries.ts';
import { Journal } from '../journal.ts';
import { batchSize, Exporter, type ExportState } from './exporter.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const start = Date.parse('2026-03-01T08:00:00Z');

interface Bench {
  readonly journal: Journal;
  readonly bodies: JournalEvent[][];
  readonly planned: { run: () => void; ms: number }[];
  readonly states: ExportState[];
  readonly open: (url?: string | null) => Exporter;
}

function bench(answers: readonly (number | Error)[]): Bench {
  const journal = new Journal(join(folder, 'journal'));
  const bodies: JournalEvent[][] = [];
  const planned: { run: () => void; ms: number }[] = [];
  const states: ExportState[] = [];
  const left = [...answers];
  const open = (url: string | null = 'https://centre.example/events'): Exporter =>
    new Exporter({
      journal,
      file: join(folder, 'export.json'),
      source: 'urn:amtsdraht:desk',
      url: () => url ?? undefined,
      agent: () => null,
      post: (_url, body) => {
        bodies.push(JSON.parse(body) as JournalEvent[]);
        const answer = left.shift() ?? 202;
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      now: () => start,
      random: () => 0.5,
      later: (run, ms) => {
        planned.push({ run, ms });
        return () => undefined;
      },
      onState: (state) => states.push(state),
      onFailure: () => undefined,
    });
  return { journal, bodies, planned, states, open };
}

it('sends in batches and in order, each entry once', async () => {
  const { journal, bodies, states, open } = bench([]);
  const entries = Array.from({ length: batchSize + 3 }, (_, index) => gapAt(start + index));
  for (const entry of entries) journal.append(entry);
  const exporter = open();
  exporter.wake();
  expect(states.at(-1)?.waiting).toBe(batchSize + 3);
  await exporter.now();
  expect(bodies.map(({ length }) => length)).toEqual([batchSize, 3]);
  expect(bodies.flat().map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  await exporter.now();
  expect(bodies).toHaveLength(2);
  expect(states.at(-1)).toEqual({ waiting: 0, sentAt: start, failure: null });
});

it.each([[500], [404], [new Error('timed out')]])(
  'after %s it waits longer each time and sends the same again',
  async (failure) => {
    const { journal, bodies, planned, states, open } = bench([failure, failure]);
    journal.append(callAt(start));
    const exporter = open();
    await exporter.now();
    expect(states.at(-1)).toMatchObject({ waiting: 1, sentAt: null });
    expect(states.at(-1)?.failure).not.toBeNull();
    await exporter.now();
    await exporter.now();
    expect(planned.map(({ ms }) => ms)).toEqual([30_000, 60_000]);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(states.at(-1)).toEqual({ waiting: 0, sentAt: start, failure: null });
  },
);

it('a day of events without network is sent after a restart, none missing', async () => {
  const { journal, bodies, open } = bench([new Error('offline')]);
  await open().now();
  for (let hour = 0; hour < 24; hour += 1) journal.append(callAt(start + hour * 3_600_000));
  const before = open();
  await before.now();
  await open().now();
  expect(bodies.at(-1)).toHaveLength(24);
});

it('without a destination nothing leaves', async () => {
  const { journal, bodies, planned, open } = bench([]);
  journal.append(callAt(start));
  const exporter = open(null);
  exporter.wake();
  await exporter.now();
  expect([bodies, planned]).toEqual([[], []]);
});

it('neither note nor number leaves', async () => {
  const { journal, bodies, open } = bench([]);
  journal.append(callAt(start, { note: 'geheim' }));
  await open().now();
  expect(JSON.stringify(bodies)).not.toContain('geheim');
  expect(bodies[0]?.[0]).toMatchObject({ specversion: '1.0', type: 'de.amtsdraht.call.v1' });
});

const log = (): string => join(folder, 'journal', '2026-03-01.log');

/** Flips a byte of a line of the day, counted from 0. */
function damage(line: number, column: number): void {
  const bytes = readFileSync(log());
  let begin = 0;
  for (let left = line; left > 0; left -= 1) begin = bytes.indexOf('\n', begin) + 1;
  const at = begin + (column % (bytes.indexOf('\n', begin) + 1 - begin));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(log(), bytes);
}

it('a line that is damaged after it was sent holds back nothing that comes later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(4), fc.nat(), async (line, column) => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      const { journal, bodies, open } = bench([]);
      for (let index = 0; index < 5; index += 1) journal.append(gapAt(start + index));
      await open().now();
      damage(line, column);
      // Another process: what was being written when the first one died is cut off.
      const later = [gapAt(start + 10), gapAt(start + 11)];
      const next = new Journal(join(folder, 'journal'));
      for (const entry of later) next.append(entry);
      bodies.length = 0;
      await open().now();
      const sent = bodies.flat().map(({ id }) => id);
      for (const { id } of later) expect(sent).toContain(id);
      await open().now();
      expect(bodies).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

it('goes on from where an earlier version stood, and sends again what is in doubt', async () => {
  const { journal, bodies, open } = bench([]);
  const entries = [0, 1, 2, 3].map((index) => gapAt(start + index));
  for (const entry of entries) journal.append(entry);
  writeFileSync(join(folder, 'export.json'), JSON.stringify({ day: '2026-03-01', index: 1 }));
  await open().now();
  expect(bodies.flat().map(({ id }) => id)).toEqual([entries[2]?.id, entries[3]?.id]);
  // The first line was readable when the second was the last one received.
  damage(0, 3);
  writeFileSync(join(folder, 'export.json'), JSON.stringify({ day: '2026-03-01', index: 1 }));
  bodies.length = 0;
  await open().now();
  expect(bodies.flat().map(({ id }) => id)).toEqual([entries[2]?.id, entries[3]?.id]);
});
