import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialTarget, formatNumber, normalizeNumber, numberCandidates } from './phone-number.ts';

const plan = { countryCode: '49', areaCode: '04121' };

describe('normalizeNumber', () => {
  it.each([
    ['+4941037070', '+4941037070'],
    ['+49 4103 707-0', '+4941037070'],
    ['+49 (0) 4103 / 707 0', '+4941037070'],
    ['004941037070', '+4941037070'],
    ['4941037070', '+4941037070'],
    ['04103 7070', '+4941037070'],
    ['04103–7070', '+4941037070'],
    ['%2B4941037070', '+4941037070'],
    ['tel:+49-4103-7070;phone-context=+49', '+4941037070'],
    ['45020', '+49412145020'],
    ['4711', '+4941214711'],
    ['115', '115'],
    ['+49115', '115'],
    ['0049115', '115'],
    ['0115', '115'],
    ['+4512345678', '+4512345678'],
  ])('%s is %s', (text, number) => {
    expect(normalizeNumber(text, plan)).toBe(number);
  });

  it.each([
    '',
    ' ',
    'anonymous',
    'unbekannt',
    '+',
    '0',
    '00',
    '+49x',
    '<img src=x>',
    '1'.repeat(16),
    '१२३',
  ])('%j is not a number', (text) => {
    expect(normalizeNumber(text, plan)).toBeNull();
  });

  it('offers both readings of digits that begin like the country code', () => {
    expect(numberCandidates('4941037070', plan)).toEqual(['+4941037070', '+4941214941037070']);
  });

  it('gives E.164 or 115 for any text, never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ()/-]{0,24}$/)), (text) => {
        for (const number of numberCandidates(text, plan))
          expect(number).toMatch(/^(115|\+[1-9]\d{2,20})$/);
      }),
    );
  });
});

describe('dialTarget', () => {
  it.each([
    ['04103 707-0', '+4941037070'],
    ['+45 33 12 34 56', '+4533123456'],
    ['4711', '4711'],
    ['115', '115'],
    ['*78', '*78'],
    ['#31#', '#31#'],
    ['echo', 'echo'],
  ])('%s dials %s', (text, target) => {
    expect(dialTarget(text, plan)).toEqual({ ok: true, value: target });
  });

  it.each([
    '',
    '   ',
    'Rathaus Wedel',
    '0',
    '++49',
    'sip:x@y',
    '04103 70 70 ä',
    '<b>',
    '1'.repeat(40),
  ])('%j is refused', (text) => {
    expect(dialTarget(text, plan)).toEqual({ ok: false, failure: 'notANumber' });
  });
});

describe('formatNumber', () => {
  it.each([
    ['+4941037070', '04103 7070'],
    ['+494066969500', '040 66969500'],
    ['+4917012345', '017012345'],
    ['+4533123456', '+4533123456'],
    ['115', '115'],
  ])('%s reads %s', (number, text) => {
    expect(formatNumber(number, plan, ['040', '04103', '0410'])).toBe(text);
  });
});
