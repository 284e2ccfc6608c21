import { describe, expect, it } from 'vitest';
import { areaContains, areaLevel, areaPath } from './area.ts';

const federation = '000000000000';
const state = '010000000000';
const county = '010560000000';
const amt = '010565690000';
const heist = '010565690024';
const elmshorn = '010560015015';

describe('areaLevel', () => {
  it.each([
    [federation, 'federation'],
    [state, 'state'],
    [county, 'county'],
    [amt, 'amt'],
    [heist, 'municipality'],
    [elmshorn, 'municipality'],
  ])('%s is a %s', (ars, level) => {
    expect(areaLevel(ars)).toBe(level);
  });
});

describe('areaPath', () => {
  it.each([
    ['a municipality of an Amt', heist, [heist, amt, county, state, federation]],
    ['a municipality on its own', elmshorn, [elmshorn, county, state, federation]],
    ['an Amt', amt, [amt, county, state, federation]],
    ['the federation', federation, [federation]],
  ])('of %s', (_what, ars, path) => {
    expect(areaPath(ars)).toEqual(path);
  });
});

describe('areaContains', () => {
  it.each([
    [county, elmshorn, true],
    [amt, heist, true],
    [amt, elmshorn, false],
    [elmshorn, heist, false],
    [heist, county, false],
  ])('%s contains %s: %s', (outer, inner, contains) => {
    expect(areaContains(outer, inner)).toBe(contains);
  });
});
