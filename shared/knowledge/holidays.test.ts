import { describe, expect, it } from 'vitest';
import { holidayOn } from './holidays.ts';
import { openingStateAt } from './opening-hours.ts';

describe('holidays of Schleswig-Holstein', () => {
  it.each([
    ['2026-01-01', 'newYear'],
    ['2026-04-03', 'goodFriday'],
    ['2026-04-06', 'easterMonday'],
    ['2026-05-01', 'labourDay'],
    ['2026-05-14', 'ascension'],
    ['2026-05-25', 'whitMonday'],
    ['2026-10-03', 'germanUnity'],
    ['2026-10-31', 'reformation'],
    ['2018-10-31', 'reformation'],
    ['2026-12-25', 'christmas'],
    ['2026-12-26', 'boxingDay'],
    ['2024-04-01', 'easterMonday'],
    ['2025-04-18', 'goodFriday'],
    ['2027-03-29', 'easterMonday'],
    ['2038-04-26', 'easterMonday'],
  ])('%s is %s', (day, name) => {
    expect(holidayOn(day)).toBe(name);
  });

  // Corpus Christi, All Saints, Epiphany, Christmas Eve are working days here; so was 2016-10-31.
  it.each(['2026-06-04', '2026-11-01', '2026-01-06', '2026-12-24', '2026-04-05', '2016-10-31'])(
    '%s is none',
    (day) => {
      expect(holidayOn(day)).toBeNull();
    },
  );

  it('close offices, unless they say otherwise', () => {
    const hours = [{ days: ['fr' as const, 'sa' as const], from: '08:00', until: '12:00' }];
    const at = Date.parse('2026-05-01T07:00:00Z');
    expect(openingStateAt({ hours, closedOn: [] }, at, 'Europe/Berlin')).toEqual({
      kind: 'closed',
      opens: { day: '2026-05-02', today: false, from: '08:00' },
    });
    const specialDays = [{ date: '2026-05-01', hours: [{ from: '09:00', until: '10:00' }] }];
    expect(openingStateAt({ hours, closedOn: [], specialDays }, at, 'Europe/Berlin')).toEqual({
      kind: 'open',
      until: '10:00',
    });
  });
});
