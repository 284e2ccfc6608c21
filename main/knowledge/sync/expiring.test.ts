import { expect, it } from 'vitest';
import { expiringSoon } from './expiring.ts';

const now = new Date('2026-11-25T08:00:00Z');
const sentencesFor = (role: string, expires: string) => expiringSoon([{ role, expires }], now);

it.each([
  ['root', '2026-12-20T08:00:00Z', 'in 25 Tagen'],
  ['wedel', '2026-11-26T09:00:00Z', 'morgen'],
  ['timestamp', '2026-11-25T20:00:00Z', 'heute'],
  ['snapshot', '2026-11-30T08:00:00Z', 'in 5 Tagen'],
])('warns of %s until %s', (role, expires, when) => {
  expect(sentencesFor(role, expires)).toEqual([
    `Die Unterschrift für „${role}“ läuft ${when} ab (${expires.slice(0, 10)}).`,
  ]);
});

it.each([
  ['root', '2027-01-25T08:00:00Z'],
  // The service renews these two every day.
  ['timestamp', '2026-11-30T08:00:00Z'],
  ['snapshot', '2026-12-10T08:00:00Z'],
])('is silent on %s until %s', (role, expires) => {
  expect(sentencesFor(role, expires)).toEqual([]);
});
