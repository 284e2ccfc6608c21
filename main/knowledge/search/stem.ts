/**
 * Light German stemmer for folded words: takes inflection off (Anträge, Antrags, Anträgen → antrag) and
 * the `-ung` of verbal nouns (Anmeldung, anmelden → anmeld). After Jacques Savoy's light stemmer for German
 * (UniNE, as in Lucene's GermanLightStemmer), with the plural `-s` after vowels, `-innen` and `-ung` added.
 * Numbers and other scripts stay as they are. Stems are never shown.
 */
export function stem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  return secondSuffix(firstSuffix(noun(word)));
}

/** Letters after which a final s or st is an ending. */
const beforeS = /[bdfghklmnt]$/;

function noun(word: string): string {
  if (word.length >= 9 && word.endsWith('innen')) return word.slice(0, -5);
  if (word.length >= 7 && word.endsWith('erin')) return word.slice(0, -2);
  if (word.length >= 9 && word.endsWith('ungen')) return word.slice(0, -5);
  // At least four letters stay: Ladung is not lad.
  if (word.length >= 7 && word.endsWith('ung')) return word.slice(0, -3);
  return word;
}

function firstSuffix(word: string): string {
  const { length } = word;
  if (length > 5 && word.endsWith('ern')) return word.slice(0, -3);
  if (length > 4 && /e[mnrs]$/.test(word)) return word.slice(0, -2);
  if (length > 3 && word.endsWith('e')) return word.slice(0, -1);
  if (length > 3 && word.endsWith('s') && beforeS.test(word.slice(0, -1))) return word.slice(0, -1);
  if (length > 4 && /[ao]s$/.test(word)) return word.slice(0, -1);
  return word;
}

function secondSuffix(word: string): string {
  const { length } = word;
  if (length > 5 && word.endsWith('est')) return word.slice(0, -3);
  if (length > 4 && /e[rn]$/.test(word)) return word.slice(0, -2);
  if (length > 4 && word.endsWith('st') && beforeS.test(word.slice(0, -2)))
    return word.slice(0, -2);
  return word;
}
