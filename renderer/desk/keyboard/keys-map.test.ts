import { expect, it } from 'vitest';
import { keysDe, keysEn } from '../../../shared/texts/keys.ts';
import { commandOfKey, type KeyScene } from './command-of-key.ts';

const scene: KeyScene = {
  calls: [],
  chosenCall: null,
  keypadOpen: false,
  somethingOpen: false,
  dialogOpen: false,
  wrapUpOpen: true,
  choosesLine: false,
  suggested: true,
  singleKeys: true,
  focus: 'none',
};
const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));

it('F1 tells every key with Ctrl that does something, in both languages, and no other', () => {
  const doing = letters.filter(
    (key) => commandOfKey({ key, ctrl: true, alt: false, meta: false }, scene) !== null,
  );
  for (const [{ rows }, word] of [
    [keysDe, 'Strg'],
    [keysEn, 'Ctrl'],
  ] as const) {
    const told = rows.flatMap(([key]) =>
      [...key.matchAll(new RegExp(`${word}\\+([A-Z])`, 'g'))].map(([, letter = '']) =>
        letter.toLowerCase(),
      ),
    );
    expect(told.toSorted()).toEqual(doing);
  }
  expect(keysDe.rows).toHaveLength(keysEn.rows.length);
});
