import { expect, it } from 'vitest';
import { answerLimitMs, obeyedPauseMs, retryPauseMs } from './retry-pause.ts';

it('doubles from one second to thirty, each spread from half to one and a half', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6, 50].map((attempt) => [
    retryPauseMs(attempt, 'serverUnreachable', 0),
    retryPauseMs(attempt, 'serverUnreachable', 0.5),
    retryPauseMs(attempt, 'serverUnreachable', 0.999_999),
  ]);
  expect(pauses).toEqual([
    [500, 1_000, 1_500],
    [1_000, 2_000, 3_000],
    [2_000, 4_000, 6_000],
    [4_000, 8_000, 12_000],
    [8_000, 16_000, 24_000],
    [15_000, 30_000, 45_000],
    [15_000, 30_000, 45_000],
    [15_000, 30_000, 45_000],
  ]);
});

it.each(['wrongPassword', 'forbidden'] as const)(
  'after %s it is a minute and a bit, whatever the attempt: exchanges lock accounts',
  (failure) => {
    expect(retryPauseMs(0, failure, 0)).toBe(60_000);
    expect(retryPauseMs(9, failure, 0.8)).toBe(72_000);
  },
);

it('who wants to be left alone is, and 25 desks do not come in the same moment', () => {
  const desks = Array.from({ length: 25 }, (_, desk) => obeyedPauseMs(40_000, desk / 25));
  expect(Math.min(...desks)).toBe(40_000);
  expect(Math.max(...desks)).toBeLessThan(45_000);
  expect(new Set(desks).size).toBe(25);
});

it('patience with a silent exchange grows to ten seconds', () => {
  expect([0, 1, 2, 3, 4, 40].map(answerLimitMs)).toEqual([
    4_000, 4_000, 4_000, 8_000, 10_000, 10_000,
  ]);
});
