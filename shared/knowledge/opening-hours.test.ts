import { describe, expect, it } from 'vitest';
import { openingStateAt } from './opening-hours.ts';
import type { Office } from './pack.ts';

const office: Pick<Office, 'hours' | 'closedOn' | 'specialDays'> = {
  hours: [
    { days: ['mo', 'di', 'do', 'fr'], from: '08:30', until: '12:00' },
    { days: ['do'], from: '12:00', until: '18:00' },
    { days: ['do'], from: '17:00', until: '18:30' },
    { days: ['mo'], from: '14:00', until: '16:00' },
  ],
  closedOn: ['2026-12-24', '2026-12-25'],
  specialDays: [
    { date: '2026-12-01', hours: [{ from: '10:00', until: '11:00' }] },
    { date: '2026-12-03', hours: [], note: 'Personalversammlung' },
    { date: '2026-12-24', hours: [{ from: '08:00', until: '10:00' }] },
  ],
};
const at = (text: string): number => Date.parse(text);
const zone = 'Europe/Berlin';

describe('openingStateAt', () => {
  // 2026-11-23 is a Monday; winter time is UTC+1, summer time UTC+2.
  it.each([
    ['in a span', '2026-11-23T08:00:00Z', { kind: 'open', until: '12:00' }],
    ['on the first minute', '2026-11-23T07:30:00Z', { kind: 'open', until: '12:00' }],
    [
      'on the last minute',
      '2026-11-23T11:00:00Z',
      { kind: 'closed', opens: { day: '2026-11-23', today: true, from: '14:00' } },
    ],
    ['on a special day', '2026-12-01T09:30:00Z', { kind: 'open', until: '11:00' }],
    [
      'on a special day outside its own hours',
      '2026-12-01T08:00:00Z',
      { kind: 'closed', opens: { day: '2026-12-01', today: true, from: '10:00' } },
    ],
    [
      'on a special day without hours',
      '2026-12-03T09:00:00Z',
      { kind: 'closed', opens: { day: '2026-12-04', today: false, from: '08:30' } },
    ],
    [
      'on a special day that is a day of closure',
      '2026-12-24T08:00:00Z',
      { kind: 'closed', opens: { day: '2026-12-28', today: false, from: '08:30' } },
    ],
    ['over spans that touch and overlap', '2026-11-26T10:59:00Z', { kind: 'open', until: '18:30' }],
    [
      'before the first span',
      '2026-11-23T05:00:00Z',
      { kind: 'closed', opens: { day: '2026-11-23', today: true, from: '08:30' } },
    ],
    [
      'after the last span',
      '2026-11-23T16:00:00Z',
      { kind: 'closed', opens: { day: '2026-11-24', today: false, from: '08:30' } },
    ],
    [
      'on a day without hours',
      '2026-11-25T10:00:00Z',
      { kind: 'closed', opens: { day: '2026-11-26', today: false, from: '08:30' } },
    ],
    [
      'on days of closure',
      '2026-12-24T10:00:00Z',
      { kind: 'closed', opens: { day: '2026-12-28', today: false, from: '08:30' } },
    ],
    ['in summer time', '2026-07-06T06:30:00Z', { kind: 'open', until: '12:00' }],
    [
      'late in the evening, already tomorrow in UTC+1',
      '2026-11-22T23:30:00Z',
      { kind: 'closed', opens: { day: '2026-11-23', today: true, from: '08:30' } },
    ],
  ])('%s', (_what, moment, state) => {
    expect(openingStateAt(office, at(moment), zone)).toEqual(state);
  });

  it('says unknown without hours', () => {
    expect(openingStateAt({ hours: [], closedOn: [] }, at('2026-11-23T08:00:00Z'), zone)).toEqual({
      kind: 'unknown',
    });
  });

  it('finds no opening within two weeks', () => {
    const closed = Array.from({ length: 20 }, (_, day) => `2026-11-${String(day + 10)}`);
    expect(
      openingStateAt({ ...office, closedOn: closed }, at('2026-11-10T08:00:00Z'), zone),
    ).toEqual({
      kind: 'closed',
      opens: null,
    });
  });

  it('stays open until midnight', () => {
    const night = {
      hours: [{ days: ['mo' as const], from: '00:00', until: '24:00' }],
      closedOn: [],
    };
    expect(openingStateAt(night, at('2026-11-23T22:59:00Z'), zone)).toEqual({
      kind: 'open',
      until: '24:00',
    });
  });
});
