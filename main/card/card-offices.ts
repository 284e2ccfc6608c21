import type { Card } from '../../shared/card.ts';
import { areaContains } from '../../shared/knowledge/area.ts';
import { openingStateAt } from '../../shared/knowledge/opening-hours.ts';
import type { KnowledgePack, Line, Municipality, Office } from '../../shared/knowledge/pack.ts';
import { officesByIds } from '../../shared/knowledge/responsible.ts';

/** Of a town that the line does not name; all of them would push the notices off the card. */
const mostOfTown = 3;

/** Offices of a municipality, then those of the Amt that administers it, as the pack orders them. */
export function officesOfMunicipality(
  { offices }: Pick<KnowledgePack, 'offices'>,
  { ars, administeredBy }: Municipality,
): readonly Office[] {
  return [ars, administeredBy].flatMap((area) => offices.filter((office) => office.area === area));
}

/**
 * Offices of a card and whether they are open. Where the municipality is not that of the line (115),
 * its offices or those of its Amt come first: the caller wants those, not the ones of the centre.
 * @param now epoch milliseconds
 */
export function cardOffices(
  pack: KnowledgePack,
  line: Line | null,
  municipality: Municipality | null,
  now: number,
): Card['opening'] {
  if (line === null) return [];
  const area = municipality?.ars ?? line.area;
  const ofLine = officesByIds(pack, line.offices).filter(
    (office) => areaContains(office.area, area) || areaContains(area, office.area),
  );
  const ofTown =
    municipality === null || municipality.ars === line.municipality
      ? []
      : officesOfMunicipality(pack, municipality).slice(0, mostOfTown);
  return [
    ...ofTown.map((office) => ({ office, town: municipality?.name ?? null })),
    ...ofLine
      .filter((office) => !ofTown.includes(office))
      .map((office) => ({ office, town: null })),
  ].map(({ office, town }) => ({ ...openingOf(pack, office, now), municipality: town }));
}

/** What is said of one office. @param now epoch milliseconds */
export function openingOf(
  { manifest }: Pick<KnowledgePack, 'manifest'>,
  office: Office,
  now: number,
): Omit<Card['opening'][number], 'municipality'> {
  return {
    office: office.id,
    officeName: office.name,
    state: openingStateAt(office, now, manifest.timeZone),
    note: office.hoursNote ?? null,
  };
}
