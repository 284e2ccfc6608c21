import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importPasswordFile, passwordFilePath, type PasswordImport } from './password-file.ts';

let folder: string;
let file: string;
let kept: string | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsdraht-password-'));
  file = join(folder, 'kennwort.txt');
  kept = null;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const bring = (keyStore = true, stored = (): string | null => kept): PasswordImport =>
  importPasswordFile(file, {
    keyStore,
    stored,
    setPassword: (password) => {
      kept = password;
      return keyStore ? 'keyStore' : 'session';
    },
  });
const sentence = (result: PasswordImport): string =>
  result.outcome === 'failed' ? result.sentence : result.outcome;

it.each([
  ['a line', 'geheim 7\n', 'geheim 7'],
  ['a line of Windows', 'geheim\r\n', 'geheim'],
  ['a text with a byte order mark', '\uFEFFgeheim', 'geheim'],
  ['spaces that belong to it', ' geheim ', ' geheim '],
])('takes %s into the key store and leaves no file', (_what, content, password) => {
  writeFileSync(file, content);
  expect(bring()).toEqual({ outcome: 'imported' });
  expect(kept).toBe(password);
  expect(existsSync(file)).toBe(false);
});

it('does nothing where there is no file, also the second time', () => {
  expect(bring()).toEqual({ outcome: 'none' });
  writeFileSync(file, 'geheim');
  bring();
  expect(bring()).toEqual({ outcome: 'none' });
});

it.each<[string, string | Buffer, RegExp]>([
  ['an empty file', '\n', /leer/],
  ['two lines', 'eins\nzwei\n', /eine Zeile Text/],
  ['what is no text', Buffer.from([0xff, 0xfe, 0x00]), /eine Zeile Text/],
  ['a big file', 'x'.repeat(2_000), /zu groß/],
])('leaves %s alone and says why', (_what, content, says) => {
  writeFileSync(file, content);
  expect(sentence(bring())).toMatch(says);
  expect(readFileSync(file)).toEqual(Buffer.from(content));
  expect(kept).toBeNull();
});

it('a folder of that name is told', () => {
  mkdirSync(file);
  expect(sentence(bring())).toMatch(/nicht lesbar \(EISDIR\)/);
});

it('keeps the file where there is no key store, or one that does not keep', () => {
  writeFileSync(file, 'geheim');
  expect(sentence(bring(false))).toMatch(/keinen Schlüsselspeicher/);
  expect(sentence(bring(true, () => null))).toMatch(/gibt das Passwort nicht wieder her/);
  expect(readFileSync(file, 'utf8')).toBe('geheim');
});

it('finds the home folder of whoever sits there', () => {
  expect(passwordFilePath('~/kennwort.txt')).toBe(join(homedir(), 'kennwort.txt'));
  expect(passwordFilePath('/srv/kennwort.txt')).toBe('/srv/kennwort.txt');
});
