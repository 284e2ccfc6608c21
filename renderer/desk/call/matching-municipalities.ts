import type { DeskState } from '../../../shared/contract.ts';
import { nameMatcher } from '../../../shared/knowledge/name-match.ts';

type Municipality = DeskState['municipalities'][number];

/** More are not read by anybody who has just typed two letters. */
const most = 6;

/** Municipalities that fit the text, those that begin with it first. */
export function matchingMunicipalities(
  all: readonly Municipality[],
  text: string,
): readonly Municipality[] {
  const rankOf = nameMatcher(text);
  return all
    .flatMap((municipality) => {
      const rank = rankOf(municipality.name);
      return rank === null ? [] : [{ municipality, rank }];
    })
    .sort(
      (left, right) =>
        left.rank - right.rank ||
        left.municipality.name.localeCompare(right.municipality.name, 'de'),
    )
    .slice(0, most)
    .map(({ municipality }) => municipality);
}
