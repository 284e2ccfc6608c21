import { describe, expect, it } from 'vitest';
import { cornerOf, type Bounds } from './place.ts';

const right: Bounds = { x: 1366, y: -200, width: 3840, height: 2120 };

describe('cornerOf', () => {
  it('is below right, with a margin, on the display it is given', () => {
    const size = { width: 400, height: 232 };
    expect(cornerOf(right, size)).toEqual({ x: 4790, y: 1672, ...size });
  });

  it('stays inside a display that is smaller', () => {
    const tiny = { x: 10, y: 20, width: 300, height: 200 };
    expect(cornerOf(tiny, { width: 400, height: 232 })).toEqual(tiny);
  });
});
