import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mosOf, ratingOf } from './e-model.ts';

describe('mosOf', () => {
  // R and MOS as printed in ITU-T G.107 Annex B, Table B.1.
  it.each([
    [90, 4.34],
    [80, 4.03],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
    [-5, 1],
    [120, 4.5],
  ])('R %d is MOS %d', (rating, mos) => {
    expect(Math.abs(mosOf(rating) - mos)).toBeLessThan(0.01);
  });
});

describe('ratingOf', () => {
  it.each([
    // G.107: everything at its default is R 93.2, MOS 4.41.
    ['nothing disturbs', 'PCMA', 0, 0, 93.2],
    // G.107 with Ie 0, Bpl 25.1, Ppl 1: Ie,eff = 95 / 26.1 = 3.64.
    ['1 % is lost', 'PCMA', 0, 1, 93.2 - 3.64],
    ['100 ms', 'opus', 100, 0, 93.2 - 2.4],
    ['400 ms are too long', 'G722', 400, 0, 93.2 - 9.6 - 24.5],
    ['an unknown codec is taken for G.711', 'speex', 0, 1, 93.2 - 3.64],
  ])('%s', (_what, codec, delay, loss, rating) => {
    expect(ratingOf(codec, delay, loss)).toBeCloseTo(rating, 1);
  });

  it('more delay or more loss never sounds better, and MOS stays on its scale', () => {
    const delay = fc.double({ min: 0, max: 5_000, noNaN: true });
    const loss = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(delay, delay, loss, loss, (d1, d2, l1, l2) => {
        const better = mosOf(ratingOf('PCMA', Math.min(d1, d2), Math.min(l1, l2)));
        const worse = mosOf(ratingOf('PCMA', Math.max(d1, d2), Math.max(l1, l2)));
        // The polynomial itself is flat near its ends.
        expect(worse).toBeLessThanOrEqual(better + 0.01);
        expect(worse).toBeGreaterThanOrEqual(1);
        expect(better).toBeLessThanOrEqual(4.5);
      }),
    );
  });
});
