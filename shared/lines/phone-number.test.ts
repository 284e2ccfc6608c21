import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialTarget, normalizeNumber, numberCandidates } from './phone-number.ts';

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
    'sip:*45@y',
    '04103 70 70 ä',
    '<b>',
    '1'.repeat(40),
  ])('%j is refused', (text) => {
    expect(dialTarget(text, plan)).toEqual({ ok: false, failure: 'notANumber' });
  });
});

describe('a pasted number', () => {
  it.each([
    ['Tel.: 04103 / 70 70', '+4941037070'],
    ['Telefon 04103-7070', '+4941037070'],
    ['+49 (0) 4103 7070 (Zentrale)', '+4941037070'],
    ['\u202a04103\u00a07070\u202c', '+4941037070'],
    ['０４１０３ ７０７０', '+4941037070'],
    ['tel:+49-4103-7070', '+4941037070'],
    ['sip:+4941037070@pbx.example', '+4941037070'],
    ['callto:04103/7070', '+4941037070'],
    ['sip:agent2@pbx.example', 'agent2'],
    ['04103\u20117070', '+4941037070'],
  ])('%j', (text, target) => {
    expect(dialTarget(text, plan)).toEqual({ ok: true, value: target });
  });

  it('is the same with any separators', () => {
    const separators = fc.constantFrom('', ' ', '-', '/', '.', '\u00a0', '\u2013', ' - ', '\u200b');
    fc.assert(
      fc.property(fc.array(separators, { minLength: 9, maxLength: 9 }), (between) => {
        const text = between.map((sign, index) => `${'041037070'.charAt(index)}${sign}`).join('');
        expect(dialTarget(text, plan)).toEqual({ ok: true, value: '+4941037070' });
      }),
    );
  });
});
