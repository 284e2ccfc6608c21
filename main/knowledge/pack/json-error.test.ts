import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorLine } from './json-error.ts';

describe('the line of a JSON error', () => {
  it.each<[string, number]>([
    ['', 1],
    ['x', 1],
    ['{\n"a": x\n}', 2],
    ['{\n"a": 1,\n}', 3],
    ['[\n1,\n\n]', 4],
    ['[\n1\n2]', 3],
    ['{"a":\n"b\nc"}', 2],
    ["{\n'a': 1}", 2],
    ['[1]\n]', 2],
    ['[01]', 1],
    ['[\n1.\n]', 2],
    ['[\ntrue,\nnul]', 3],
    ['{"a": 1\n', 2],
    ['{\n1: 2}', 2],
    ['{"a"\n,1}', 2],
    ['[\n}', 2],
    ['{\n]', 2],
    ['{,}', 1],
    ['[1,\n// Anmerkung\n2]', 2],
  ])('of %j is %i', (text, line) => {
    expect(() => void JSON.parse(text)).toThrow();
    expect(jsonErrorLine(text)).toBe(line);
  });

  it('is found at any depth', () => {
    expect(jsonErrorLine(`${'['.repeat(200_000)}\n}`)).toBe(2);
  });

  it('reads everything else as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(',', ']', '"', '!'), (json, mark) => {
        // An error at the very end means that all before it was understood.
        expect(jsonErrorLine(`${json}\n${mark}`)).toBe(2);
      }),
    );
  });
});
