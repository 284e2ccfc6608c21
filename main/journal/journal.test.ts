import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gapAt } from '../../tests/fakes/journal-entries.ts';
import { Journal } from './journal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const day = (text: string): number => Date.parse(`${text}T10:00:00Z`);

it('keeps a file for each day and reads them in order', () => {
  const journal = new Journal(folder);
  const entries = ['2026-03-02', '2026-03-01', '2026-03-02'].map((date) => gapAt(day(date)));
  for (const entry of entries) journal.append(entry);
  const read = new Journal(folder).read();
  expect(read.damaged).toBe(0);
  const first = read.entries[1]?.entry;
  const lineBytes = Buffer.byteLength(JSON.stringify(first)) + 'checksum \n'.length;
  expect(read.entries.map(({ position }) => position)).toEqual([
    { day: '2026-03-01', offset: 0 },
    { day: '2026-03-02', offset: 0 },
    { day: '2026-03-02', offset: lineBytes },
  ]);
  expect(read.entries.map(({ entry }) => entry.id)).toEqual(
    [1, 0, 2].map((index) => entries[index]?.id),
  );
  expect(new Journal(folder).read('2026-03-02').entries).toHaveLength(2);
});

it('leaves out what is no entry, and counts it', () => {
  const journal = new Journal(folder);
  journal.append(gapAt(day('2026-03-01')));
  appendFileSync(join(folder, '2026-03-01.log'), 'scribble\n');
  const { entries, damaged } = journal.read();
  expect([entries.length, damaged]).toEqual([1, 1]);
});

it('forgets the days beyond the retention', () => {
  const journal = new Journal(folder);
  for (const date of ['2026-03-01', '2026-03-10', '2026-03-14']) journal.append(gapAt(day(date)));
  journal.prune(4, day('2026-03-14'));
  expect(readdirSync(folder).toSorted()).toEqual(['2026-03-10.log', '2026-03-14.log']);
});

it('has nothing before anything was entered', () => {
  expect(new Journal(join(folder, 'none')).read()).toEqual({ entries: [], damaged: 0 });
});
