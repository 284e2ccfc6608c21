import type { DeskState } from '../../../shared/contract.ts';
import { nameMatcher } from '../../../shared/knowledge/name-match.ts';

type Municipality = DeskState['municipalities'][number];

/** As many as there are digits; two letters leave no more of a county. */
const most = 9;

/** What the picker offers; `ars` null: the caller is from elsewhere. */
interface PlaceChoice {
  readonly ars: string | null;
  readonly name: string;
}

/**
 * Municipalities that fit the text, those that begin with it first.
 * @param outside how a caller from elsewhere is called, found by its name like all others
 */
export function matchingMunicipalities(
  municipalities: readonly Municipality[],
  text: string,
  outside: string,
): readonly PlaceChoice[] {
  const all: readonly PlaceChoice[] = [...municipalities, { ars: null, name: outside }];
  const rankOf = nameMatcher(text);
  return all
    .flatMap((place) => {
      const rank = rankOf(place.name);
      return rank === null ? [] : [{ place, rank }];
    })
    .sort(
      (left, right) =>
        left.rank - right.rank || left.place.name.localeCompare(right.place.name, 'de'),
    )
    .slice(0, most)
    .map(({ place }) => place);
}
