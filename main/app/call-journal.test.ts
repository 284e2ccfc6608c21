import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Call } from '../../shared/call/call.ts';
import { newCall } from '../../shared/call/transition.ts';
import { CallJournal } from './call-journal.ts';

const day = 24 * 60 * 60 * 1000;
let folder: string;
let now = 1_000_000_000;
let days = 1;
let changes = 0;
let failures: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-calls-'));
  [now, days, changes, failures] = [1_000_000_000, 1, 0, []];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = (): string => join(folder, 'call-list.json');
const open = (): CallJournal =>
  new CallJournal({
    folder,
    days: () => days,
    now: () => now,
    onChange: () => (changes += 1),
    onFailure: (message) => failures.push(message),
  });

function ring(direction: Call['direction'] = 'incoming', number = '+494066969101'): Call {
  const party = { number, displayName: null };
  return newCall({ id: crypto.randomUUID(), direction, party, at: now });
}
const over = (call: Call): Call => ({
  ...call,
  phase: 'ended',
  endedAt: now,
  endReason: call.direction === 'incoming' ? 'callerCancelled' : 'noAnswer',
});
function happened(journal: CallJournal, call: Call): void {
  journal.follow([call], [over(call)], () => 'Stadt Wedel');
}

it('enters a call once, when it ends', () => {
  const journal = open();
  const call = ring();
  journal.follow([], [call], () => null);
  expect(journal.records).toEqual([]);
  happened(journal, call);
  journal.follow([over(call)], [over(call)], () => null);
  journal.follow([], [over(call)], () => null);
  expect(journal.records).toMatchObject([{ lineName: 'Stadt Wedel', outcome: 'missed' }]);
  expect(journal.missed).toBe(1);
  journal.markSeen();
  expect(journal.missed).toBe(0);
  expect(changes).toBe(2);
});

it('is there again after a restart, for the owner only', () => {
  happened(open(), ring());
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(open().records).toHaveLength(1);
});

it('deletes what is older than the retention, in memory and in the file', () => {
  const journal = open();
  happened(journal, ring());
  now += day;
  journal.prune();
  expect(journal.records).toEqual([]);
  expect(existsSync(file())).toBe(false);
});

it('deletes at the start what got old while nobody was there', () => {
  happened(open(), ring());
  now += day;
  expect(open().records).toEqual([]);
  expect(existsSync(file())).toBe(false);
});

it('a retention that is chosen while it runs holds at once', () => {
  const journal = open();
  happened(journal, ring());
  expect(existsSync(file())).toBe(true);
  days = 0;
  journal.retentionChanged();
  expect(existsSync(file())).toBe(false);
  days = 1;
  journal.retentionChanged();
  expect(existsSync(file())).toBe(true);
});

it('a shorter retention takes the file back', () => {
  happened(open(), ring());
  days = 0;
  const journal = open();
  expect(journal.records).toEqual([]);
  expect(existsSync(file())).toBe(false);
  happened(journal, ring());
  expect(journal.records).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['half a file', '[{"id": "d'],
  ['another form', '[{"number": "+494066969101"}]'],
])('keeps %s aside, tells it without what is in it, and goes on', (_what, content) => {
  writeFileSync(file(), content);
  const journal = open();
  expect(journal.broken).toContain('call-list.defekt-');
  expect(journal.broken).not.toContain('4066969101');
  const aside = readdirSync(folder).find((name) => name.includes('defekt')) ?? '';
  expect(readFileSync(join(folder, aside), 'utf8')).toBe(content);
  happened(journal, ring());
  expect(open().records).toHaveLength(1);
});

it('goes on in memory when the file cannot be written', () => {
  const journal = open();
  rmSync(folder, { recursive: true });
  happened(journal, ring());
  expect(failures).toHaveLength(1);
  expect(journal.records).toHaveLength(1);
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-calls-'));
});

it('knows the number that was called last', () => {
  const journal = open();
  expect(journal.lastDialled).toBeNull();
  happened(journal, ring('outgoing', '+4941037070'));
  now += 1;
  happened(journal, ring('incoming'));
  expect(journal.lastDialled).toBe('+4941037070');
  journal.clear();
  expect(journal.records).toEqual([]);
});
