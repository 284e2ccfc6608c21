/** Nothing typed, or something with a letter: a name, not a number. */
export function isName(text: string): boolean {
  return text.trim() === '' || /\p{L}/u.test(text);
}
