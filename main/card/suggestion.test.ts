import { expect, it } from 'vitest';
import type { Municipality } from '../../shared/knowledge/pack.ts';
import { suggestMunicipality } from './suggestion.ts';

const municipality = (
  name: string,
  kind: Municipality['kind'],
  ...areaCodes: string[]
): Municipality => ({ ars: '010560000000', name, kind, areaCodes, postcodes: [] });
const municipalities = [
  municipality('Kreis', 'kreis', '04121'),
  municipality('Wedel', 'stadt', '04103'),
  municipality('Holm', 'gemeinde', '04103'),
  municipality('Uetersen', 'stadt', '04122'),
  municipality('Tornesch', 'stadt', '04122'),
  municipality('Haselau', 'gemeinde', '04129'),
  municipality('Schenefeld', 'stadt', '040'),
];

it.each([
  ['+4941037070', 'Wedel', 'the only town of three'],
  ['04129 123', 'Haselau', 'the only municipality'],
  ['+494122123', undefined, 'two towns'],
  ['+494066969101', undefined, 'a metropolis'],
  ['+4917012345678', undefined, 'a mobile'],
  ['+4541037070', undefined, 'another country'],
  ['anonymous', undefined, 'not a number'],
  [null, undefined, 'withheld'],
])('%s suggests %s: %s', (caller, name, _why) => {
  const plan = { countryCode: '49', areaCode: '04121' };
  expect(suggestMunicipality(caller, municipalities, plan)?.name).toBe(name);
});
