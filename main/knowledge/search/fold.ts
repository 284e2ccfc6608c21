/**
 * One spelling for everything that is typed differently: lower case, composed or combining umlauts, `ä`,
 * `ae` and `a`, `ß` and `ss` become the same letters. `Bürgerbüro`, `Buergerbuero` and `Burgerburo` give
 * `burgerburo`. `ue` stays after a vowel or q (Steuer, Feuer, Quelle). The rule is that of Lucene's
 * GermanNormalizationFilter; it folds more than needed (`schon`/`schön`), which costs a little precision
 * and saves a second spelling of every word in the index.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'a')
    .replace(/([ao])e/g, '$1')
    .replace(/(^|[^aeiouyq])ue/g, '$1u');
}
