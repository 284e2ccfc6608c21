import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceAppImage, startedLine, startFailure } from './app-image.ts';

let folder: string;
let current: string;
let next: string;
const script = (file: string, lines: string): void => {
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-image-test-'));
  current = join(folder, 'amtsdraht.AppImage');
  next = join(folder, 'next');
  script(current, 'echo old');
  script(next, 'echo new');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const run = (file: string): string => spawnSync(file, { encoding: 'utf8' }).stdout.trim();

it('puts the new one under the old name, and keeps the old one beside it', () => {
  replaceAppImage(current, next);
  replaceAppImage(current, next); // a second update over the first
  script(next, 'echo newest');
  replaceAppImage(current, next);
  expect([run(current), run(`${current}.vorige`)]).toEqual(['newest', 'new']);
});

it('leaves the old one in place when the new one is gone', () => {
  expect(() => {
    replaceAppImage(current, join(folder, 'missing'));
  }).toThrow();
  expect(run(current)).toBe('old');
  expect(existsSync(`${current}.neu`)).toBe(false);
  expect(readFileSync(current, 'utf8')).toContain('old');
});

it('a version that starts says so', async () => {
  script(next, `echo "${startedLine('2.0.0')}"`);
  expect(await startFailure(next, '2.0.0', folder)).toBeNull();
});

it.each<[string, string, RegExp]>([
  ['ends with an error', 'echo "cannot open display" >&2; exit 1', /1 cannot open display/],
  ['says another version', `echo "${startedLine('1.0.0')}"`, /1\.0\.0/],
  ['is killed', 'kill -9 $$', /SIGKILL/],
])('a version that %s does not start', async (_what, lines, reason) => {
  script(next, lines);
  expect(await startFailure(next, '2.0.0', folder)).toMatch(reason);
});

it('a file that is no program does not start', async () => {
  writeFileSync(join(folder, 'plain'), '');
  expect(await startFailure(join(folder, 'plain'), '2.0.0', folder)).toMatch(/EACCES/);
});
