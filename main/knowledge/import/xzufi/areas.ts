import { areaContains } from '../../../../shared/knowledge/area.ts';
import type { Municipality } from '../../../../shared/knowledge/pack.ts';

/** What an XZuFi area is, seen from the area that is imported. */
export type AreaJudgement =
  | { readonly kind: 'relevant'; readonly ars: string }
  | { readonly kind: 'outside' }
  /** Not a key of the official directory, or a place in the area that the pack does not list. */
  | { readonly kind: 'unknown' };

export interface Areas {
  readonly judge: (text: string) => AreaJudgement;
  /**
   * The fewest areas that say the same: without those that lie within another one, and all members of an
   * Amt or of the whole area replaced by it.
   */
  readonly simplify: (areas: readonly string[]) => readonly string[];
}

/**
 * Areas of a pack.
 * @param area that is imported; everything in it and everything above it is relevant
 */
export function createAreas(area: string, municipalities: readonly Municipality[]): Areas {
  const listed = new Set(municipalities.map(({ ars }) => ars));
  const byAgs = new Map(municipalities.flatMap(({ ags, ars }) => (ags ? [[ags, ars]] : [])));
  const own = municipalities.filter(
    ({ ars, kind }) => kind !== 'amt' && ars !== area && areaContains(area, ars),
  );
  /** Wider area → the municipalities that make it up. */
  const members = new Map(
    [area, ...municipalities.filter(({ kind }) => kind === 'amt').map(({ ars }) => ars)].map(
      (wide) => [wide, own.map(({ ars }) => ars).filter((ars) => areaContains(wide, ars))],
    ),
  );
  return {
    judge: (text) => {
      const ars = arsOf(text, byAgs);
      if (ars === null) return { kind: 'unknown' };
      if (ars !== area && areaContains(ars, area)) return { kind: 'relevant', ars };
      if (!areaContains(area, ars)) return { kind: 'outside' };
      return listed.has(ars) ? { kind: 'relevant', ars } : { kind: 'unknown' };
    },
    simplify: (areas) => {
      const all = new Set(areas);
      for (const [wide, parts] of members)
        if (parts.length > 1 && parts.every((part) => all.has(part))) all.add(wide);
      return [...all].filter(
        (ars) => ![...all].some((other) => other !== ars && areaContains(other, ars)),
      );
    },
  };
}

/**
 * ARS of an XZuFi gebietID: as it stands (12 digits), or from an AGS (8), the key of a Kreis (5), an Amt
 * (9) or a Land (2).
 */
function arsOf(text: string, byAgs: ReadonlyMap<string, string>): string | null {
  if (!/^\d+$/.test(text)) return null;
  switch (text.length) {
    case 12:
      return text;
    case 9:
      return `${text}000`;
    case 8:
      // An unknown municipality: its county tells at least whether it lies outside.
      return byAgs.get(text) ?? `${text.slice(0, 5)}0${text.slice(5)}${text.slice(5)}`;
    case 5:
      return byAgs.get(text) ?? `${text}0000000`;
    case 2:
      return `${text}0000000000`;
    default:
      return null;
  }
}
