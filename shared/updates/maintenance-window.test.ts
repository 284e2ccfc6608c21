import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maintenanceFrom } from './maintenance-window.ts';

const at = (time: string, day = 10): Date =>
  new Date(`2026-06-${String(day).padStart(2, '0')}T${time}:00`);

it.each<[string, string, Date]>([
  ['18:00-20:00', '17:59', at('18:00')],
  ['18:00-20:00', '18:00', at('18:00')],
  ['18:00-20:00', '19:59', at('18:00')],
  ['18:00-20:00', '20:00', at('18:00', 11)],
  ['22:00-05:00', '23:00', at('22:00')],
  ['22:00-05:00', '04:59', at('22:00', 9)],
  ['22:00-05:00', '05:00', at('22:00')],
  ['00:00-24:00', '12:00', at('00:00')],
  ['12:00-12:00', '11:59', at('12:00', 9)],
])('%s at %s begins at the right time', (window, time, begin) => {
  expect(new Date(maintenanceFrom(window, at(time)))).toEqual(begin);
});

it('begins at most a day (and the hour of the clock change) away, whatever the window', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
  const date = fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(time, time, date, (from, to, now) => {
      const begin = maintenanceFrom(`${from}-${to}`, now);
      expect(Math.abs(begin - now.getTime())).toBeLessThanOrEqual(25 * 3_600_000 + 60_000);
    }),
  );
});
