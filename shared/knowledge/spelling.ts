/** Spelling alphabet for economy and administration, DIN 5009:2022-06, Annex A. */
const words: Readonly<Record<string, string>> = Object.fromEntries(
  'Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln Leipzig München Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen Unna Völklingen Wuppertal Xanten Ypsilon Zwickau'
    .split(' ')
    .map((word) => [word.charAt(0).toLowerCase(), word]),
);
const signs: Readonly<Record<string, string>> = {
  ä: 'Umlaut Aachen',
  ö: 'Umlaut Offenbach',
  ü: 'Umlaut Unna',
  ß: 'Eszett',
  '.': 'Punkt',
  ':': 'Doppelpunkt',
  '/': 'Schrägstrich',
  '-': 'Bindestrich',
  _: 'Unterstrich',
  '@': 'At-Zeichen',
  '?': 'Fragezeichen',
  '=': 'Gleichheitszeichen',
  '&': 'Und-Zeichen',
  '#': 'Raute',
  '%': 'Prozentzeichen',
  '+': 'Pluszeichen',
};

/** How a text is spelt on the telephone, sign by sign; digits and unknown signs stay as they are. */
export function spell(text: string): readonly (readonly [sign: string, word: string])[] {
  // By code point: what is no letter is read as it stands.
  return Array.from(text, (sign) => {
    const small = sign.toLowerCase();
    return [sign, words[small] ?? signs[small] ?? sign] as const;
  });
}

/** An address as it is given on the telephone: browsers add `https://` and the last slash by themselves. */
export function spokenAddress(url: string): string {
  return url.replace(/^https:\/\//, '').replace(/\/$/, '');
}
