import type { Line } from '../knowledge/pack.ts';

/** Rings that are told apart by their rhythm and direction, not by pitch alone. */
export const ringMelodies = [
  'standard',
  'rising',
  'falling',
  'double',
  'triple',
  'warble',
  'calm',
] as const;
export type RingMelody = (typeof ringMelodies)[number];

/** A line sounds as it looks: the colour of its card decides, where nothing else is set. */
const melodyOfColor: Readonly<Record<Line['color'], RingMelody>> = {
  blue: 'standard',
  green: 'calm',
  violet: 'triple',
  orange: 'rising',
  teal: 'falling',
  red: 'double',
};

/**
 * The ring of a line.
 * @param chosen melodies by line id (setting `ringTones`)
 */
export function melodyOf(
  line: Pick<Line, 'id' | 'color'> | null,
  chosen: Readonly<Partial<Record<string, RingMelody>>>,
): RingMelody {
  if (line === null) return 'standard';
  return (
    (Object.hasOwn(chosen, line.id) ? chosen[line.id] : undefined) ?? melodyOfColor[line.color]
  );
}
