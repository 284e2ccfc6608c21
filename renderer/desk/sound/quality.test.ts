import { describe, expect, it } from 'vitest';
import { meterShare } from './meter-share.ts';
import { courseOf, gradeOf, linePoints } from './quality.ts';

const sample = (mos: number, rttMs: number | null = 10) => ({
  mos,
  rttMs,
  jitterMs: 2,
  lossPercent: 0,
});

it.each([
  [4.4, 'excellent'],
  [4, 'excellent'],
  [3.7, 'good'],
  [3.2, 'fair'],
  [1.2, 'poor'],
])('a score of %d is %s', (mos, grade) => {
  expect(gradeOf(mos)).toBe(grade);
});

describe('courseOf', () => {
  it('takes the lowest score and the highest delay for the worst', () => {
    const samples = [sample(4, 20), sample(2, 80), sample(3, 50)];
    expect(courseOf(samples, 'mos')).toEqual({ now: 3, mean: 3, worst: 2 });
    expect(courseOf(samples, 'rttMs')).toEqual({ now: 50, mean: 50, worst: 80 });
  });

  it('leaves out what was not measured', () => {
    expect(courseOf([sample(4, null)], 'rttMs')).toEqual({ now: null, mean: null, worst: null });
    expect(courseOf([sample(4, null), sample(4, 30)], 'rttMs').mean).toBe(30);
  });
});

describe('linePoints', () => {
  it.each([
    ['nothing', [], ''],
    ['the newest second is at the right', [sample(4.5)], '60.0,0.0'],
    ['the worst is at the bottom', [sample(4.5), sample(1)], '59.0,0.0 60.0,35.0'],
  ])('%s', (_what, samples, points) => {
    expect(linePoints(samples, 60, 35, 61)).toBe(points);
  });
});

it.each([
  [0, 0],
  [0.0001, 0],
  [0.0316, 50],
  [1, 100],
  [4, 100],
])('a level of %d fills %d % of the meter', (level, share) => {
  expect(meterShare(level)).toBe(share);
});
