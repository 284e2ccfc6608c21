const german: Readonly<Record<string, string>> = {
  Control: 'Strg',
  Shift: 'Umschalt',
  Super: 'Windows',
  Space: 'Leertaste',
  Insert: 'Einfg',
  Delete: 'Entf',
  Home: 'Pos1',
  End: 'Ende',
  PageUp: 'Bild auf',
  PageDown: 'Bild ab',
  Up: 'Pfeil auf',
  Down: 'Pfeil ab',
  Left: 'Pfeil links',
  Right: 'Pfeil rechts',
};
const english: Readonly<Record<string, string>> = { Control: 'Ctrl', Super: 'Windows' };

/** A combination as it stands on the keyboard: `Strg + Alt + A`. @param locale BCP 47 */
export function acceleratorWords(accelerator: string, locale: string): string {
  const words = locale.startsWith('de') ? german : english;
  return accelerator
    .split('+')
    .map((part) => words[part] ?? part)
    .join(' + ');
}
