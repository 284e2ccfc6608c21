import { expect, it } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';

it('the help on keys has the same rows in both languages', () => {
  expect(en.keys.rows).toHaveLength(de.keys.rows.length);
});

it('every problem says what is wrong and what to do, as sentences', () => {
  for (const texts of [de, en])
    for (const { title, advice } of Object.values(texts.problems)) {
      expect(title).toMatch(/\.$/);
      expect(advice).toMatch(/\.$/);
    }
});
