import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppendFile } from './append-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'append-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('gives back what was added, in order, to another process', () => {
  const file = join(folder, 'deep/er.log');
  new AppendFile(file).append('one');
  new AppendFile(file).append('zwei „ü“');
  expect(new AppendFile(file).read()).toEqual({
    lines: [
      { offset: 0, text: 'one' },
      { offset: 'checksum one\n'.length, text: 'zwei „ü“' },
    ],
    damaged: 0,
  });
});

it('a file that is not there has no lines', () => {
  expect(new AppendFile(join(folder, 'none')).read()).toEqual({ lines: [], damaged: 0 });
});

it('cut off at any byte, every line before the cut is there and the next one is whole', () => {
  const whole = join(folder, 'whole');
  for (const line of ['first', 'second', 'third']) new AppendFile(whole).append(line);
  const bytes = readFileSync(whole);
  for (let length = 0; length <= bytes.length; length += 1) {
    const file = join(folder, `cut-${String(length)}`);
    writeFileSync(file, bytes);
    truncateSync(file, length);
    const complete = bytes.subarray(0, length).toString().split('\n').length - 1;
    new AppendFile(file).append('next');
    const { lines } = new AppendFile(file).read();
    expect(lines.map(({ text }) => text)).toEqual([
      ...['first', 'second', 'third'].slice(0, complete),
      'next',
    ]);
  }
});

it('a flipped byte costs its own line only, and is counted', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (where, flip) => {
      const file = join(folder, 'flipped');
      rmSync(file, { force: true });
      for (const line of ['first', 'second', 'third']) new AppendFile(file).append(line);
      const bytes = readFileSync(file);
      const at = where % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      writeFileSync(file, bytes);
      const { lines, damaged } = new AppendFile(file).read();
      // A lost line break joins two lines, a new one parts one.
      expect(lines.length).toBeGreaterThanOrEqual(1);
      expect(damaged).toBeGreaterThanOrEqual(1);
      for (const { text } of lines) expect(['first', 'second', 'third']).toContain(text);
    }),
    { numRuns: 200 },
  );
});
