/**
 * How well names fit what somebody types: 0 when the name begins with it, 1 when a later word does
 * ("nord" finds Klein Nordende), null when neither. Umlauts may be typed as they are, as two letters or
 * without their dots.
 */
export function nameMatcher(text: string): (name: string) => 0 | 1 | null {
  const wanted = text.trim();
  if (wanted === '') return () => null;
  const spellings = [twoLetters, dotless].map((fold) => ({ fold, wanted: fold(wanted) }));
  return (name) => {
    const some = (fits: (folded: string, start: string) => boolean): boolean =>
      spellings.some((spelling) => fits(spelling.fold(name), spelling.wanted));
    if (some((folded, start) => folded.startsWith(start))) return 0;
    return some((folded, start) => folded.split(/[\s-]+/).some((word) => word.startsWith(start)))
      ? 1
      : null;
  };
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
