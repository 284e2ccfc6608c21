import type { DeskState } from '../../../shared/contract.ts';

type Municipality = DeskState['municipalities'][number];

/** More are not read by anybody who has just typed two letters. */
const most = 6;

/**
 * Municipalities whose name begins with the text, then those with a later word that does ("nord" finds
 * Klein Nordende). Umlauts may be typed as they are, as two letters or without their dots.
 */
export function matchingMunicipalities(
  all: readonly Municipality[],
  text: string,
): readonly Municipality[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  const spellings = [twoLetters, dotless].map((fold) => ({ fold, wanted: fold(wanted) }));
  const rankOf = ({ name }: Municipality): number => {
    const at = (begins: (text: string, start: string) => boolean): boolean =>
      spellings.some((spelling) => begins(spelling.fold(name), spelling.wanted));
    if (at((folded, start) => folded.startsWith(start))) return 0;
    return at((folded, start) => folded.split(/[\s-]+/).some((word) => word.startsWith(start)))
      ? 1
      : 2;
  };
  return all
    .map((municipality) => ({ municipality, rank: rankOf(municipality) }))
    .filter(({ rank }) => rank < 2)
    .sort(
      (left, right) =>
        left.rank - right.rank ||
        left.municipality.name.localeCompare(right.municipality.name, 'de'),
    )
    .slice(0, most)
    .map(({ municipality }) => municipality);
}

function twoLetters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
}

function dotless(text: string): string {
  return text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
