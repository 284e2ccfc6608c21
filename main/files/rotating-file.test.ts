import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appendRotating, rotatedNames } from './rotating-file.ts';

const rotation = { maxBytes: 10, files: 3 };
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-log-'));
  file = join(folder, 'a.b.log');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('keeps as many files as it may, none larger than it may be, and the newest lines', () => {
  for (const line of ['eins\n', 'zwei\n', 'drei\n', 'vier\n', 'fünf\n', 'sechs\n'])
    appendRotating(file, line, rotation);
  expect(rotatedNames(file, rotation).map((name) => readFileSync(name, 'utf8'))).toEqual([
    'sechs\n',
    'fünf\n',
    'drei\nvier\n',
  ]);
  expect(readdirSync(folder)).toHaveLength(3);
});

it('takes a line that is larger than a file, and goes on', () => {
  appendRotating(file, `${'x'.repeat(40)}\n`, rotation);
  appendRotating(file, 'y\n', rotation);
  expect(readFileSync(file, 'utf8')).toBe('y\n');
});
