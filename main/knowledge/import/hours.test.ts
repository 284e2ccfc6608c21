import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingHoursSchema } from '../../../shared/knowledge/pack.ts';
import { parseHours } from './hours.ts';

const week = ['mo', 'di', 'mi', 'do', 'fr'];

describe('parseHours', () => {
  it.each<[string, unknown]>([
    ['Mo-Fr 08:00-12:00', [{ days: week, from: '08:00', until: '12:00' }]],
    ['Montag bis Freitag von 8 bis 12 Uhr', [{ days: week, from: '08:00', until: '12:00' }]],
    [
      'Mo, Di: 8.30 – 12 Uhr und 14–16 Uhr',
      [
        { days: ['mo', 'di'], from: '08:30', until: '12:00' },
        { days: ['mo', 'di'], from: '14:00', until: '16:00' },
      ],
    ],
    [
      'Mo 08:00-12:00 | Do 14:00-18:00;\nSonnabend 9-12 Uhr',
      [
        { days: ['mo'], from: '08:00', until: '12:00' },
        { days: ['do'], from: '14:00', until: '18:00' },
        { days: ['sa'], from: '09:00', until: '12:00' },
      ],
    ],
  ])('reads %j', (text, hours) => {
    expect(parseHours(text)).toEqual(hours);
  });

  it.each([
    '',
    'nach Vereinbarung',
    'Mo-Fr',
    '8-12 Uhr',
    'Mo-Fr 8-12 Uhr, nur mit Termin',
    'Mo-Fr 12-8 Uhr',
    'Fr-Mo 8-12',
    'Mo 8-25 Uhr',
    'Mo-Fr 8-12 Uhr; Mi geschlossen',
    '1. Mo im Monat 8-12 Uhr',
    'Mo-Mi-Fr 8-12',
  ])('does not guess at %j', (text) => {
    expect(parseHours(text)).toBeNull();
  });

  it('gives valid hours or none, whatever the text', () => {
    const piece = fc.constantFrom(
      'Mo',
      'fr',
      '-',
      ' bis ',
      '8',
      '12:30',
      '99',
      ',',
      ' und ',
      ';',
      ' Uhr',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const span of parseHours(pieces.join('')) ?? []) {
          expect(openingHoursSchema.safeParse(span).success).toBe(true);
          expect(span.from < span.until).toBe(true);
        }
      }),
    );
  });
});
