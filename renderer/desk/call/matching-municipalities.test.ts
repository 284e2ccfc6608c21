import { expect, it } from 'vitest';
import { matchingMunicipalities } from './matching-municipalities.ts';

const names = [
  'Heist',
  'Heidgraben',
  'Heede',
  'Klein Nordende',
  'Groß Nordende',
  'Kölln-Reisiek',
  'Wedel',
];
const all = names.map((name, index) => ({ ars: String(index).padStart(12, '0'), name }));

it.each([
  ['he', ['Heede', 'Heidgraben', 'Heist']],
  ['hei', ['Heidgraben', 'Heist']],
  ['WED', ['Wedel']],
  ['nord', ['Groß Nordende', 'Klein Nordende']],
  ['köl', ['Kölln-Reisiek']],
  ['koe', ['Kölln-Reisiek']],
  ['kol', ['Kölln-Reisiek']],
  ['gross', ['Groß Nordende']],
  ['reis', ['Kölln-Reisiek']],
  ['edel', []],
  [' ', []],
  ['(', []],
])('%j finds %j', (text, found) => {
  expect(matchingMunicipalities(all, text).map(({ name }) => name)).toEqual(found);
});
