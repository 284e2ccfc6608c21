import type { Card, TransferTarget } from '../../shared/card.ts';
import { areaContains } from '../../shared/knowledge/area.ts';
import { nameMatcher } from '../../shared/knowledge/name-match.ts';
import type { KnowledgePack, Office } from '../../shared/knowledge/pack.ts';
import { officesByIds, responsibleOffices } from '../../shared/knowledge/responsible.ts';
import { officesOfMunicipality, openingOf } from './card-offices.ts';

/** As many as fit under the number field without scrolling. */
const most = 8;

interface Wanted {
  readonly card: Card | null;
  /** Article that the agent has open. */
  readonly article: string | null;
  /** What the agent has typed so far: nothing, a name, or a number (which no office is found by). */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Offices to which a call can be passed on, best first. While nothing is typed: the responsible offices
 * of the opened article in the caller's municipality, then those of the card, then the other ones of the
 * municipality or its Amt. Then all whose name fits, the caller's municipality first. Offices without a
 * number are no targets.
 */
export function transferTargets(pack: KnowledgePack, wanted: Wanted): readonly TransferTarget[] {
  const { card, article, text, now } = wanted;
  const target = (office: Office, reason: TransferTarget['reason']): TransferTarget[] =>
    office.phone === undefined
      ? []
      : [{ ...openingOf(pack, office, now), phone: office.phone, reason }];
  const found =
    text.trim() === ''
      ? [
          ...officesOfArticle(pack, article, card?.area ?? pack.manifest.area).flatMap((office) =>
            target(office, 'article'),
          ),
          ...officesOfCard(pack, card).flatMap(([office, reason]) => target(office, reason)),
        ]
      : byName(pack, text, card?.area ?? null).flatMap((office) => target(office, 'name'));
  return found
    .filter(({ office }, index) => found.findIndex((other) => other.office === office) === index)
    .slice(0, most);
}

/**
 * Those that answer for the caller. One opened for another town keeps its own; where an article for all
 * names only offices of other towns, the caller's own administration comes before them.
 */
function officesOfArticle(pack: KnowledgePack, id: string | null, area: string): readonly Office[] {
  const article = pack.articles.find((one) => one.id === id);
  if (article === undefined) return [];
  const { offices, basis } = responsibleOffices(pack, article, area);
  if (basis !== 'townHall') return offices;
  return areaContains(article.area, area) ? [] : officesByIds(pack, article.offices);
}

/** Where the line is not that of the caller's municipality, all offices of the municipality come first. */
function officesOfCard(
  pack: KnowledgePack,
  card: Card | null,
): readonly (readonly [Office, 'card' | 'municipality'])[] {
  if (card === null) return [];
  const shown = (own: boolean): readonly Office[] =>
    officesByIds(
      pack,
      card.opening
        .filter(({ municipality }) => (municipality === null) === own)
        .map(({ office }) => office),
    );
  const ofLine = shown(true).map((office) => [office, 'card'] as const);
  const municipality = pack.municipalities.find(({ ars }) => ars === card.municipality?.ars);
  const ofTown = [
    ...shown(false),
    ...(municipality === undefined ? [] : officesOfMunicipality(pack, municipality)),
  ].map((office) => [office, 'municipality'] as const);
  return shown(false).length === 0 ? [...ofLine, ...ofTown] : [...ofTown, ...ofLine];
}

function byName({ offices }: KnowledgePack, text: string, area: string | null): Office[] {
  const rankOf = nameMatcher(text);
  const near = (office: Office): number =>
    area !== null && (areaContains(office.area, area) || areaContains(area, office.area)) ? 0 : 1;
  return offices
    .flatMap((office) => {
      const rank = rankOf(office.name);
      return rank === null ? [] : [{ office, rank }];
    })
    .sort(
      (left, right) =>
        near(left.office) - near(right.office) ||
        left.rank - right.rank ||
        left.office.name.localeCompare(right.office.name, 'de'),
    )
    .map(({ office }) => office);
}
