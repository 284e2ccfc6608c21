import { areaContains } from '../../../shared/knowledge/area.ts';
import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import type { PartSource } from './write-part.ts';

/**
 * Deals a pack out to those who sign it: what is valid only within a delegated area belongs to that area,
 * everything else to the base. A notice belongs to an area if all its areas and lines do.
 * @param areas ARS of the delegated areas
 * @returns the base first; areas for which the pack has nothing are left out
 */
export function splitPack(pack: KnowledgePack, areas: readonly string[]): readonly PartSource[] {
  const areaOfLine = new Map(pack.lines.map(({ id, municipality }) => [id, municipality]));
  // Delegated areas may lie within one another (an Amt and its town): the narrower one signs.
  const narrowFirst = [...areas].sort((one, other) => (areaContains(one, other) ? 1 : -1));
  const ownerOf = (places: readonly (string | null | undefined)[]): string | null =>
    places.length === 0
      ? null
      : (narrowFirst.find((area) =>
          places.every((place) => typeof place === 'string' && areaContains(area, place)),
        ) ?? null);
  const owned = <Entry>(
    entries: readonly Entry[],
    owner: string | null,
    placesOf: (entry: Entry) => readonly (string | null | undefined)[],
  ): readonly Entry[] => entries.filter((entry) => ownerOf(placesOf(entry)) === owner);

  const contentOf = (owner: string | null) => ({
    offices: owned(pack.offices, owner, ({ area }) => [area]),
    notices: owned(pack.notices, owner, (notice) => [
      ...notice.areas,
      ...notice.lines.map((line) => areaOfLine.get(line)),
    ]),
    articles: owned(pack.articles, owner, ({ area }) => [area]),
    responsibilities: owned(pack.responsibilities ?? [], owner, ({ area }) => [area]),
  });
  const base = contentOf(null);
  return [
    {
      area: null,
      manifest: pack.manifest,
      lists: {
        municipalities: pack.municipalities,
        lines: pack.lines,
        synonyms: pack.synonyms,
        'online-services': pack.onlineServices ?? [],
        responsibilities: base.responsibilities,
        offices: base.offices,
        notices: base.notices,
      },
      articles: base.articles,
    },
    ...areas.flatMap((area): readonly PartSource[] => {
      const { offices, notices, articles, responsibilities } = contentOf(area);
      const entries = [...offices, ...notices, ...articles, ...responsibilities];
      if (entries.length === 0) return [];
      return [{ area, manifest: null, lists: { offices, notices, responsibilities }, articles }];
    }),
  ];
}
