import { describe, expect, it } from 'vitest';
import { paintMarks } from './paint-marks.ts';

const size = 32;
const empty = new Uint8Array(size * size * 4);

/** Where something was painted, as [column, row]. */
function touched(bitmap: Uint8Array): [number, number][] {
  return [...Array(size * size).keys()]
    .filter((pixel) => bitmap[pixel * 4 + 3] !== 0)
    .map((pixel) => [pixel % size, Math.floor(pixel / size)]);
}

describe('paintMarks', () => {
  it('leaves the given bitmap and the left half of the icon alone', () => {
    const painted = paintMarks(empty, size, { mark: 'ready', missed: true });
    expect(empty.every((byte) => byte === 0)).toBe(true);
    expect(touched(painted).length).toBeGreaterThan(100);
    expect(touched(painted).every(([column]) => column >= 14)).toBe(true);
  });

  it('puts missed calls above and the state below', () => {
    const state = touched(paintMarks(empty, size, { mark: 'ready', missed: false }));
    expect(state.every(([, row]) => row >= 14)).toBe(true);
    const both = touched(paintMarks(empty, size, { mark: 'ready', missed: true }));
    expect(both.some(([, row]) => row < 10)).toBe(true);
  });

  it('has three shapes, not three colours of one shape', () => {
    const white = (mark: 'ready' | 'away' | 'off'): number => {
      const painted = paintMarks(empty, size, { mark, missed: false });
      return touched(painted).filter(([column, row]) => {
        const at = (row * size + column) * 4;
        return painted.slice(at, at + 3).every((byte) => byte === 0xff);
      }).length;
    };
    expect(new Set([white('ready'), white('away'), white('off')]).size).toBe(3);
  });
});
