import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callAt, gapAt } from '../../tests/fakes/journal-entries.ts';
import { openCallbacks, retainedCallbacks, type Callback } from './callback.ts';
import { entryOfEvent, eventOf, journalEventSchema } from './cloud-event.ts';
import { csvOf } from './csv.ts';
import { figuresOf, latestOfEach } from './figures.ts';

const at = Date.parse('2026-03-02T09:30:00Z');
const hourOf = (moment: number): number => new Date(moment).getUTCHours();

it('an event is a valid CloudEvent and tells all of the entry but the note', () => {
  for (const entry of [callAt(at, { note: 'nur hier' }), gapAt(at)]) {
    const event = eventOf(entry, 'urn:amtsdraht:desk', 'p-1');
    expect(journalEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
    const { ...without } = entry;
    expect(entryOfEvent(event)).toEqual(
      entry.type === 'call' ? { ...without, note: null } : without,
    );
  }
});

it('first contact: solved among all that were told, aborted ones apart', () => {
  const outcomes = ['solved', 'solved', 'forwarded', 'aborted', null] as const;
  const figures = figuresOf(
    [...outcomes.map((outcome) => callAt(at, { outcome })), gapAt(at)],
    hourOf,
    'nirgends',
  );
  expect(figures).toMatchObject({
    calls: 5,
    unsaid: 1,
    gaps: 1,
    firstContactRate: 2 / 3,
    talkSeconds: 80,
    lines: [{ name: 'Stadt Wedel', count: 5 }],
    topics: [{ name: 'Personalausweis', count: 5 }],
  });
  expect(figures.hours[9]).toBe(5);
  expect(figuresOf([], hourOf, '').firstContactRate).toBeNull();
});

it('an entry that was made again after a crash counts once, as made last', () => {
  const first = callAt(at, { outcome: null });
  expect(latestOfEach([first, { ...first, outcome: 'solved' }])).toEqual([
    { ...first, outcome: 'solved' },
  ]);
});

const callback = (changes: Partial<Callback>): Callback => ({
  id: '00000000-0000-4000-8000-000000000001',
  reason: 'promised',
  createdAt: at,
  dueAt: at,
  number: '+494103123456',
  name: null,
  lineName: null,
  municipality: null,
  subject: null,
  doneAt: null,
  ...changes,
});
const dayMs = 86_400_000;

it.each<[string, Partial<Callback>, boolean]>([
  ['open, however old', { createdAt: at - 99 * dayMs }, true],
  ['done a week ago', { doneAt: at - 7 * dayMs }, false],
  ['done yesterday', { doneAt: at - dayMs }, true],
  [
    'lost, never asked for consent, a week old',
    { reason: 'lost', createdAt: at - 7 * dayMs },
    false,
  ],
])('retention of call-backs: %s', (_what, changes, kept) => {
  expect(retainedCallbacks([callback(changes)], 7, at)).toHaveLength(kept ? 1 : 0);
});

it('kept for no day, a done entry goes at once; a lost caller waits a day to be called', () => {
  const kept = (changes: Partial<Callback>): number =>
    retainedCallbacks([callback(changes)], 0, at).length;
  expect(kept({ doneAt: at })).toBe(0);
  expect(kept({ reason: 'lost', createdAt: at })).toBe(1);
  expect(kept({ reason: 'lost', createdAt: at, doneAt: at })).toBe(0);
  expect(kept({ reason: 'lost', createdAt: at - dayMs })).toBe(0);
});

it('the most urgent first, the done ones last', () => {
  const list = [callback({ dueAt: 3 }), callback({ dueAt: 1, doneAt: at }), callback({ dueAt: 2 })];
  expect(retainedCallbacks(list, 7, at).map(({ dueAt }) => dueAt)).toEqual([2, 3, 1]);
  expect(openCallbacks(list, 2)).toEqual({ open: 2, due: 1 });
});

it('whatever is entered, the table has one row for it and no formula', () => {
  fc.assert(
    fc.property(fc.string(), (remark) => {
      const csv = csvOf([eventOf(gapAt(at, { remark }), 'urn:x', null)]);
      const unquoted = csv.replaceAll(/"(?:[^"]|"")*"/g, 'x');
      expect(unquoted.split('\r\n')).toHaveLength(3);
      for (const cell of unquoted.split(/,|\r\n/)) expect(cell).not.toMatch(/^[=+\-@]/);
    }),
  );
});
