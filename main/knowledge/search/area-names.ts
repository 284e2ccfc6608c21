import type { Municipality } from '../../../shared/knowledge/pack.ts';

/** States by the first two digits of the ARS; a pack lists municipalities only. */
const states = [
  'Schleswig-Holstein',
  'Hamburg',
  'Niedersachsen',
  'Bremen',
  'Nordrhein-Westfalen',
  'Hessen',
  'Rheinland-Pfalz',
  'Baden-Württemberg',
  'Bayern',
  'Saarland',
  'Berlin',
  'Brandenburg',
  'Mecklenburg-Vorpommern',
  'Sachsen',
  'Sachsen-Anhalt',
  'Thüringen',
];

/** Names of the areas of a pack; federation and states included, `''` for an ARS nobody knows. */
export function createAreaNames(municipalities: readonly Municipality[]): (ars: string) => string {
  const names = new Map(municipalities.map(({ ars, name }) => [ars, name]));
  names.set('0'.repeat(12), 'Deutschland');
  states.forEach((name, index) => {
    const ars = String(index + 1).padStart(2, '0') + '0'.repeat(10);
    // Hamburg and Berlin may be listed as the towns they are.
    if (!names.has(ars)) names.set(ars, name);
  });
  return (ars) => names.get(ars) ?? '';
}
