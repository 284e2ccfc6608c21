import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { matchingMunicipalities } from './matching-municipalities.ts';

const outside = 'außerhalb des Kreises';

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
  expect(matchingMunicipalities(all, text, outside).map(({ name }) => name)).toEqual(found);
});

it('two letters and a digit find every municipality of a county, each Amt, and a caller from elsewhere', () => {
  const file = join(import.meta.dirname, '../../../assets/demo-pack/municipalities.json');
  const municipalities = JSON.parse(readFileSync(file, 'utf8')) as typeof all;
  for (const { name } of [...municipalities, { name: outside }]) {
    const offered = matchingMunicipalities(municipalities, name.slice(0, 2), outside);
    expect(offered.map((place) => place.name)).toContain(name);
    expect(offered.length).toBeLessThanOrEqual(9);
  }
  expect(matchingMunicipalities(municipalities, 'au', outside)).toEqual([
    { ars: null, name: outside },
  ]);
});
