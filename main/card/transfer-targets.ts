import type { Card, TransferTarget } from '../../shared/card.ts';
import { areaContains } from '../../shared/knowledge/area.ts';
import { nameMatcher } from '../../shared/knowledge/name-match.ts';
import { openingStateAt } from '../../shared/knowledge/opening-hours.ts';
import type { KnowledgePack, Office } from '../../shared/knowledge/pack.ts';

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
 * of the opened article, then those of the card. Then all whose name fits, the caller's municipality
 * first. Offices without a number are no targets.
 */
export function transferTargets(pack: KnowledgePack, wanted: Wanted): readonly TransferTarget[] {
  const { card, article, text, now } = wanted;
  const target = (office: Office, reason: TransferTarget['reason']): TransferTarget[] =>
    office.phone === undefined
      ? []
      : [
          {
            office: office.id,
            officeName: office.name,
            phone: office.phone,
            state: openingStateAt(office, now, pack.manifest.timeZone),
            note: office.hoursNote ?? null,
            reason,
          },
        ];
  const byIds = (ids: readonly string[], reason: TransferTarget['reason']): TransferTarget[] =>
    ids.flatMap((id) =>
      pack.offices.filter((office) => office.id === id).flatMap((office) => target(office, reason)),
    );
  const found =
    text.trim() === ''
      ? [
          ...byIds(pack.articles.find(({ id }) => id === article)?.offices ?? [], 'article'),
          ...byIds(card?.opening.map(({ office }) => office) ?? [], 'card'),
        ]
      : byName(pack, text, card?.area ?? null).flatMap((office) => target(office, 'name'));
  return found
    .filter(({ office }, index) => found.findIndex((other) => other.office === office) === index)
    .slice(0, most);
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
