import { expect, it } from 'vitest';
import { spell, spokenAddress } from './spelling.ts';

it('spells by DIN 5009', () => {
  const said = (text: string) => spell(text).map(([, word]) => word);
  expect(said('Qz.')).toEqual(['Quickborn', 'Zwickau', 'Punkt']);
  expect(said('ü-7')).toEqual(['Umlaut Unna', 'Bindestrich', '7']);
  expect(said('')).toEqual([]);
  expect(said('🐕')).toEqual(['🐕']);
});

it('leaves out of an address what nobody has to type', () => {
  expect(spokenAddress('https://wedel.example/hund/')).toBe('wedel.example/hund');
});
