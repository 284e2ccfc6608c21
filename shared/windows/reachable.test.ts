import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bounds } from './place.ts';
import { monitorSetOf, reachable } from './reachable.ts';

const left: Bounds = { x: 0, y: 0, width: 1366, height: 728 };
const right: Bounds = { x: 1366, y: -200, width: 3840, height: 2120 };
const window: Bounds = { x: 100, y: 50, width: 1280, height: 700 };

describe('reachable', () => {
  it('leaves a window where it can be taken hold of, also half outside', () => {
    expect(reachable(window, [left])).toEqual(window);
    const half = { ...window, x: 1200 };
    expect(reachable(half, [left])).toEqual(half);
  });

  it('brings back a window from a monitor that is gone', () => {
    const away = { x: 3000, y: 300, width: 1280, height: 700 };
    expect(reachable(away, [left, right])).toEqual(away);
    expect(reachable(away, [left])).toEqual({ x: 86, y: 28, width: 1280, height: 700 });
  });

  it('brings back a title bar above the screen', () => {
    expect(reachable({ ...window, y: -300 }, [left])).toEqual({ ...window, x: 86, y: 0 });
  });

  it('makes a window fit the smaller monitor', () => {
    const large = { x: 1400, y: 0, width: 3000, height: 2000 };
    expect(reachable(large, [left])).toEqual(left);
  });

  const whole = (low: number, high: number) => fc.integer({ min: low, max: high });
  const area = fc.record({
    x: whole(-4000, 4000),
    y: whole(-4000, 4000),
    width: whole(640, 4000),
    height: whole(480, 4000),
  });
  const anywhere = fc.record({
    x: whole(-20_000, 20_000),
    y: whole(-20_000, 20_000),
    width: whole(360, 8000),
    height: whole(300, 8000),
  });

  it('stays where it is put, also when made smaller it lies on another screen', () => {
    const wide = { x: 0, y: 0, width: 3000, height: 1500 };
    const tall = { x: 0, y: 1500, width: 1000, height: 2602 };
    const saved = { x: 0, y: 100, width: 3000, height: 4000 };
    const found = reachable(saved, [wide, tall]);
    expect(reachable(found, [wide, tall])).toEqual(found);
  });

  it('shows a piece of the title bar, whatever was saved and whatever is plugged in', () => {
    fc.assert(
      fc.property(anywhere, area, fc.array(area, { maxLength: 3 }), (saved, first, others) => {
        const found = reachable(saved, [first, ...others]);
        const seen = [first, ...others].some(
          (screen) =>
            found.y >= screen.y &&
            found.y + 32 <= screen.y + screen.height &&
            Math.min(found.x + found.width, screen.x + screen.width) -
              Math.max(found.x, screen.x) >=
              120,
        );
        expect(seen).toBe(true);
        expect(reachable(found, [first, ...others])).toEqual(found);
      }),
    );
  });
});

describe('monitorSetOf', () => {
  it('does not depend on the order, but on place and size', () => {
    expect(monitorSetOf([left, right])).toBe(monitorSetOf([right, left]));
    expect(monitorSetOf([left])).not.toBe(monitorSetOf([left, right]));
    expect(monitorSetOf([left])).not.toBe(monitorSetOf([{ ...left, height: 768 }]));
  });
});
