import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStoredPassword, type Cipher } from './stored-password.ts';

// Stands in for the key store, which is in Electron alone.
const turned = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x55));
const cipher: Cipher = {
  encrypt: (text) => turned(Buffer.from(text)),
  decrypt: (bytes) => turned(bytes).toString(),
};
const locked: Cipher = {
  encrypt: () => {
    throw new Error('locked');
  },
  decrypt: () => {
    throw new Error('locked');
  },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-stored-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const file = (): string => join(folder, 'sip-password.encrypted');

it('keeps the password for the user alone, and replaces it as a whole', () => {
  const stored = openStoredPassword(folder, cipher);
  expect(stored.read()).toBeNull();
  expect(stored.write('geheim-1')).toBe(true);
  expect(stored.write('geheim-22')).toBe(true);
  expect(openStoredPassword(folder, cipher).read()).toBe('geheim-22');
  expect(readFileSync(file(), 'utf8')).not.toContain('geheim');
  expect(statSync(file()).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(['sip-password.encrypted']);
});

it.each<[string, Cipher, () => void]>([
  [
    'a profile that cannot be written',
    cipher,
    () => mkdirSync(join(file(), 'in-the-way'), { recursive: true }),
  ],
  ['a key store that is locked', locked, () => undefined],
])('says that it keeps nothing, instead of ending the start: %s', (_what, keys, happen) => {
  happen();
  const stored = openStoredPassword(folder, keys);
  expect(stored.write('geheim')).toBe(false);
  expect(stored.read()).toBeNull();
});

it('a key store that is locked takes nothing away', () => {
  openStoredPassword(folder, cipher).write('geheim');
  expect(openStoredPassword(folder, locked).write('neu')).toBe(false);
  expect(openStoredPassword(folder, cipher).read()).toBe('geheim');
});
