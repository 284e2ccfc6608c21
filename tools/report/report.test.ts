import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callAt, gapAt } from '../../tests/fakes/journal-entries.ts';
import { htmlOf } from './html.ts';
import { merged, reportOf } from './report.ts';
import { tableOf } from './table.ts';

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

it('counts by the days and hours of the place', () => {
  const late = callAt(Date.parse('2026-03-02T23:30:00Z'));
  const report = reportOf([callAt(at), late, gapAt(at)], {
    from: '2026-03-02',
    until: '2026-03-02',
    threshold: 2,
  });
  // Half past eleven in UTC is the next day in Berlin.
  expect(report.figures.calls).toBe(1);
  expect(report.figures.hours[9]).toBe(1);
  expect(report.gaps).toEqual([{ name: '„bienenstich“ (fehlt)', count: 1 }]);
});

it('whatever was searched is text on the page', () => {
  const query = '<img src=x onerror=alert(1)>';
  const report = reportOf([callAt(at), gapAt(at, { query })], {
    from: '2026-01-01',
    until: '2026-12-31',
    threshold: 5,
  });
  const page = htmlOf(report);
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;img');
  expect(tableOf(report)).toContain('Lücke');
});
