import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isServed, rolloutPlace } from './rollout.ts';

it('gives every machine a place of its own that stays', () => {
  expect(rolloutPlace('a')).toBe(rolloutPlace('a'));
  expect(rolloutPlace('a')).not.toBe(rolloutPlace('b'));
});

it('serves about the share that was asked for', () => {
  const machines = Array.from({ length: 2_000 }, (_, index) => `machine ${String(index)}`);
  const served = machines.filter((machine) => isServed(rolloutPlace(machine), 20)).length;
  expect(served).toBeGreaterThan(320);
  expect(served).toBeLessThan(480);
});

it('serves nobody at 0, all at 100 or without a share, and never less at more', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(100), fc.nat(100), (machine, a, b) => {
      const place = rolloutPlace(machine);
      expect([isServed(place, 0), isServed(place, 100), isServed(place, undefined)]).toEqual([
        false,
        true,
        true,
      ]);
      if (isServed(place, Math.min(a, b))) expect(isServed(place, Math.max(a, b))).toBe(true);
    }),
  );
});
