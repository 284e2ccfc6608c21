/**
 * Key that stands for a digit, as `aria-keyshortcuts` wants it.
 * @param single digits act without Alt (`singleKeys`)
 */
export function digitShortcut(digit: number | string, single: boolean): string {
  return `${single ? '' : 'Alt+'}${String(digit)}`;
}
