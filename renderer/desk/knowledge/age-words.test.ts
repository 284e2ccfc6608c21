import { expect, it } from 'vitest';
import { ageWords } from './age-words.ts';

const minute = 60_000;

it.each([
  [0, null],
  [minute - 1, null],
  // A clock that was set back must not count backwards.
  [-5 * minute, null],
  [minute, 'vor 1 Minute'],
  [59 * minute, 'vor 59 Minuten'],
  [60 * minute, 'vor 1 Stunde'],
  [47 * 60 * minute, 'vor 47 Stunden'],
  [49 * 60 * minute, 'vor 2 Tagen'],
])('%i ms ago', (age, words) => {
  expect(ageWords(1_000_000_000, 1_000_000_000 + age, 'de-DE')).toBe(words);
});
