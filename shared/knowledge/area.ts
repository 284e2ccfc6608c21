import { z } from 'zod';

/**
 * Amtlicher Regionalschlüssel (ARS), 12 digits kept as a string:
 * state (2), region (1), county (2), association of municipalities (4), municipality (3).
 * A level that does not apply is filled with zeros: `010560000000` is a county, `000000000000` the
 * federation.
 */
export const arsSchema = z.string().regex(/^\d{12}$/, 'ein ARS hat genau 12 Ziffern');

/** Levels of the area tree, from the widest to the narrowest. */
export const areaLevels = ['federation', 'state', 'county', 'amt', 'municipality'] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** Level that an ARS denotes; decided by which groups are zero, not by string length. */
export function areaLevel(ars: string): AreaLevel {
  if (ars.slice(9) !== '000') return 'municipality';
  if (ars.slice(5, 9) !== '0000') return 'amt';
  if (ars.slice(2, 5) !== '000') return 'county';
  return ars.startsWith('00') ? 'federation' : 'state';
}

/**
 * The area itself and everything above it, narrowest first. A municipality without an Amt has its own
 * association key (`0` + municipality number), which is not listed as a level of its own.
 */
export function areaPath(ars: string): readonly string[] {
  const path = [ars];
  const amt = `${ars.slice(0, 9)}000`;
  const associationIsItself = ars.slice(5, 9) === `0${ars.slice(9)}`;
  if (areaLevel(ars) === 'municipality' && !associationIsItself) path.push(amt);
  for (const above of [`${ars.slice(0, 5)}0000000`, `${ars.slice(0, 2)}0000000000`, '0'.repeat(12)])
    if (!path.includes(above)) path.push(above);
  return path;
}

/** Whether something valid in `outer` is valid for somebody in `inner`. */
export function areaContains(outer: string, inner: string): boolean {
  return areaPath(inner).includes(outer);
}
