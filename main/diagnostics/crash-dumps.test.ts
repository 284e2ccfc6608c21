import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { crashDumps, dumpLimits, removeOldDumps } from './crash-dumps.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const day = 24 * 3_600_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-dumps-'));
  for (const place of ['completed', 'pending']) mkdirSync(join(folder, place));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function dump(place: string, name: string, ageDays: number): void {
  for (const ending of ['dmp', 'meta']) {
    const file = join(folder, place, `${name}.${ending}`);
    writeFileSync(file, 'x'.repeat(7));
    utimesSync(file, (now - ageDays * day) / 1000, (now - ageDays * day) / 1000);
  }
}

it('tells name, size and time, newest first, wherever Crashpad has put them', () => {
  dump('completed', 'a', 2);
  dump('pending', 'b', 1);
  expect(crashDumps(folder)).toEqual([
    { name: 'b.dmp', bytes: 7, at: now - day },
    { name: 'a.dmp', bytes: 7, at: now - 2 * day },
  ]);
});

it('keeps the newest few, none for longer than it may, and nothing beside a deleted one', () => {
  for (let age = 1; age <= dumpLimits.count + 2; age += 1) dump('completed', `n${age}`, age / 10);
  dump('pending', 'old', 15);
  expect(removeOldDumps(folder, now)).toBe(3);
  expect(crashDumps(folder).map(({ name }) => name)).toEqual(
    ['n1', 'n2', 'n3', 'n4', 'n5'].map((name) => `${name}.dmp`),
  );
  expect(readdirSync(join(folder, 'pending'))).toEqual([]);
  expect(readdirSync(join(folder, 'completed'))).toHaveLength(2 * dumpLimits.count);

  rmSync(join(folder, 'completed'), { recursive: true });
  mkdirSync(join(folder, 'completed'));
  dump('completed', 'young', 13);
  dump('completed', 'old', 15);
  expect(removeOldDumps(folder, now)).toBe(1);
  expect(crashDumps(folder).map(({ name }) => name)).toEqual(['young.dmp']);
});

it('is quiet about a folder that is not there', () => {
  expect(crashDumps(join(folder, 'none'))).toEqual([]);
  expect(removeOldDumps(join(folder, 'none'), now)).toBe(0);
});
