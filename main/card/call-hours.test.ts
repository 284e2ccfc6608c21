import { describe, expect, it } from 'vitest';
import { CallHours, lastHours } from './call-hours.ts';

const zone = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);

describe('lastHours', () => {
  const now = at('2026-11-25T14:20:00+01:00');

  it('shows the hours of a shift, calls here and of the centre', () => {
    const calls = [
      '2026-11-25T14:05:00+01:00',
      '2026-11-25T13:59:59+01:00',
      '2026-11-25T13:00:00+01:00',
    ];
    const centre = [
      { hour: '2026-11-25T13', count: 41 },
      { hour: '2026-11-24T14', count: 7 },
    ];
    const hours = lastHours(now, zone, calls.map(at), centre);
    expect(hours.map(({ hour }) => hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14]);
    expect(hours.slice(-2)).toEqual([
      { hour: 13, here: 2, centre: 41 },
      { hour: 14, here: 1, centre: null },
    ]);
    expect(hours[0]).toEqual({ hour: 7, here: 0, centre: null });
  });

  it('counts by the day, also over midnight', () => {
    const night = at('2026-11-26T01:30:00+01:00');
    const hours = lastHours(
      night,
      zone,
      [at('2026-11-25T23:10:00+01:00')],
      [{ hour: '2026-11-26T01', count: 3 }],
    );
    expect(hours.map(({ hour }) => hour)).toEqual([18, 19, 20, 21, 22, 23, 0, 1]);
    expect(hours.find(({ hour }) => hour === 23)?.here).toBe(1);
    expect(hours.at(-1)?.centre).toBe(3);
  });
});

describe('CallHours', () => {
  it('knows the calls of a line and forgets what is older than the picture', () => {
    let now = at('2026-11-25T08:00:00Z');
    const hours = new CallHours(() => now);
    hours.add('krise', now);
    hours.add('wedel', now);
    expect(hours.of('krise')).toEqual([now]);
    now += 9 * 3_600_000;
    hours.add('krise', now);
    expect(hours.of('krise')).toEqual([now]);
  });
});
