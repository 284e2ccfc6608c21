import type { QualitySample } from '../../../shared/sound/call-media.ts';

export type Grade = 'excellent' | 'good' | 'fair' | 'poor';

/** Words of ITU-T G.109 for a score: satisfied, some, many, nearly all users dissatisfied. */
export function gradeOf(mos: number): Grade {
  if (mos >= 4) return 'excellent';
  if (mos >= 3.6) return 'good';
  return mos >= 3.1 ? 'fair' : 'poor';
}

/** One measured value over the last minute. null: not measured yet. */
export interface Course {
  readonly now: number | null;
  readonly mean: number | null;
  readonly worst: number | null;
}

/** The course of a value; for the score the lowest is the worst, for all others the highest. */
export function courseOf(samples: readonly QualitySample[], key: keyof QualitySample): Course {
  const values = samples.map((sample) => sample[key]).filter((value) => value !== null);
  if (values.length === 0) return { now: null, mean: null, worst: null };
  return {
    now: values.at(-1) ?? null,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    worst: key === 'mos' ? Math.min(...values) : Math.max(...values),
  };
}

/** Best score there is, and the worst; the graph's top and bottom. */
const [best, bad] = [4.5, 1];

/**
 * Points of the line in a box of `width` × `height`: newest at the right edge.
 * @param seconds that the whole width stands for
 */
export function linePoints(
  samples: readonly QualitySample[],
  width: number,
  height: number,
  seconds: number,
): string {
  return samples
    .map(({ mos }, index) => {
      const x = width - ((samples.length - 1 - index) * width) / (seconds - 1);
      const y = ((best - mos) / (best - bad)) * height;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
