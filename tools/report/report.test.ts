import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JournalEntry } from '../../shared/journal/entry.ts';
import { outcomes } from '../../shared/journal/outcome.ts';
import { callAt, gapAt } from '../../tests/fakes/journal-entries.ts';
import { htmlOf } from './html.ts';
import { merged, reportOf } from './report.ts';
import { gapTableOf, tableOf } from './table.ts';

const at = Date.parse('2026-03-02T08:30:00Z');
const named = (...counts: number[]): { name: string; count: number }[] =>
  counts.map((count, index) => ({ name: `K${String(index)}`, count }));

it.each<[string, number[], number[]]>([
  ['all large enough', [9, 7, 5], [9, 7, 5]],
  ['several small ones together', [9, 4, 3], [9, 7]],
  ['one small one alone would be the difference', [9, 7, 2], [9, 9]],
  ['still too few: more join', [9, 5, 1, 1], [9, 7]],
  ['nothing but small ones', [2, 1], [3]],
])('%s', (_what, counts, rows) => {
  expect(merged(named(...counts), 5).map(({ count }) => count)).toEqual(rows);
});

it('no row below the threshold, none alone in the joined one, and the sum stays', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (counts) => {
      const sorted = counts.toSorted((one, other) => other - one);
      const rows = merged(named(...sorted), 5);
      const total = counts.reduce((sum, count) => sum + count, 0);
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      if (total < 5) return;
      for (const { count, others } of rows) {
        expect(count).toBeGreaterThanOrEqual(5);
        expect(others).not.toBe(counts.length > 1 ? 1 : -1);
      }
    }),
  );
});

const days = { from: '2026-01-01', until: '2026-12-31' };
const times = (count: number, ...rest: Parameters<typeof callAt>): JournalEntry[] =>
  Array.from({ length: count }, () => callAt(...rest));

it('counts by the days and hours of the place, also at night', () => {
  const late = callAt(Date.parse('2026-03-02T23:30:00Z'));
  const night = Date.parse('2026-03-02T02:30:00Z');
  const report = reportOf([...times(2, at), ...times(2, night), late, gapAt(at), gapAt(at)], {
    from: '2026-03-02',
    until: '2026-03-02',
    threshold: 2,
  });
  // Half past eleven in UTC is the next day in Berlin.
  expect(report.calls).toBe(4);
  expect(report.hours).toEqual([
    { name: '3 bis 4 Uhr', count: 2, others: 0 },
    { name: '9 bis 10 Uhr', count: 2, others: 0 },
  ]);
  expect(htmlOf(report)).toContain('3 bis 4 Uhr');
  expect(report.gaps).toEqual([{ name: '„bienenstich“ (fehlt)', count: 2, others: 0 }]);
});

it('no outcome, hour or gap below the threshold stands by itself', () => {
  const noon = Date.parse('2026-03-02T11:30:00Z');
  const report = reportOf(
    [
      ...times(9, at, { outcome: 'solved' }),
      ...times(6, at, { outcome: 'forwarded' }),
      callAt(noon, { outcome: 'aborted' }),
      callAt(noon + 3_600_000, { outcome: null }),
      ...Array.from({ length: 6 }, () => gapAt(at)),
      gapAt(at, { query: 'einmal gesucht' }),
      gapAt(at, { query: 'auch nur einmal' }),
    ],
    { ...days, threshold: 5 },
  );
  for (const rows of [report.outcomes, report.hours, report.gaps, report.topics])
    for (const { count } of rows) expect(count).toBeGreaterThanOrEqual(5);
  expect(report.outcomes.map(({ name, count }) => [name, count])).toEqual([
    ['Gelöst', 9],
    ['Übrige (3)', 8],
  ]);
  expect(report.hours.map(({ count }) => count)).toEqual([17]);
  const published = htmlOf(report) + tableOf(report);
  expect(published).not.toContain('einmal gesucht');
  expect(published).not.toContain('Abgebrochen');
  expect(gapTableOf(report)).toContain('einmal gesucht');
  expect(report.firstContactRate).toBe(9 / 15);
});

it('too few calls in the whole, or on one side of the share, are not told apart', () => {
  const few = reportOf(times(3, at, { outcome: 'solved' }), { ...days, threshold: 5 });
  expect(few).toMatchObject({ calls: 3, talkSeconds: null, firstContactRate: null });
  expect(htmlOf(few)).not.toContain('<table>');
  const oneUnsolved = reportOf(
    [...times(9, at, { outcome: 'solved' }), callAt(at, { outcome: 'forwarded' })],
    { ...days, threshold: 5 },
  );
  expect(oneUnsolved.firstContactRate).toBeNull();
});

it('whatever calls there are, no published number but the sums is below the threshold', () => {
  const call = fc.record({
    hour: fc.integer({ min: 0, max: 23 }),
    outcome: fc.constantFrom(...outcomes, null),
  });
  fc.assert(
    fc.property(fc.array(call, { maxLength: 40 }), (calls) => {
      const report = reportOf(
        calls.map(({ hour, outcome }) =>
          callAt(Date.parse('2026-03-02T00:00:00Z') + hour * 3_600_000, { outcome }),
        ),
        { ...days, threshold: 5 },
      );
      const { outcomes: byOutcome, hours, lines, municipalities, topics } = report;
      for (const rows of [byOutcome, hours, lines, municipalities, topics]) {
        for (const { count } of rows) expect(count).toBeGreaterThanOrEqual(5);
        const sum = rows.reduce((total, { count }) => total + count, 0);
        expect([0, calls.length]).toContain(sum);
      }
    }),
  );
});

it('whatever was searched is text on the page', () => {
  const query = '<img src=x onerror=alert(1)>';
  const gaps = Array.from({ length: 5 }, () => gapAt(at, { query }));
  const report = reportOf([callAt(at), ...gaps], { ...days, threshold: 5 });
  const page = htmlOf(report);
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;img');
  expect(tableOf(report)).toContain('Lücke');
});
