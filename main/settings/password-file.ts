import { closeSync, fsyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Secrets } from './secrets.ts';

/** What became of a file that brings the SIP password. */
export type PasswordImport =
  | { readonly outcome: 'none' }
  | { readonly outcome: 'imported' }
  /** German sentence; where it says so, the password is in use all the same. */
  | { readonly outcome: 'failed'; readonly sentence: string };

/** A password is a line; more is another file. Bytes. */
const maxLength = 1_024;

/** `~/` is the home folder of whoever sits here, so that one policy serves many. */
export function passwordFilePath(setting: string): string {
  return setting.startsWith('~/') ? join(homedir(), setting.slice(2)) : setting;
}

/**
 * Reads the SIP password from a file, once: puts it into the key store of the operating system, overwrites the
 * file and deletes it. Without a key store the file stays, because the password would be lost with the next end.
 */
export function importPasswordFile(
  file: string,
  secrets: Pick<Secrets, 'keyStore' | 'setPassword' | 'stored'>,
): PasswordImport {
  const failed = (sentence: string): PasswordImport => ({ outcome: 'failed', sentence });
  let text: string;
  try {
    const found = statSync(file);
    if (found.isFile() && found.size > maxLength)
      return failed(`${file}: zu groß für eine Passwortdatei.`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ENOENT'
      ? { outcome: 'none' }
      : failed(`${file}: nicht lesbar (${String(code)}).`);
  }
  const password = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  if (password === '') return failed(`${file}: Die Datei ist leer.`);
  if (/[\p{Cc}\uFFFD]/u.test(password))
    return failed(`${file}: erwartet wird eine Zeile Text in UTF-8 mit nichts als dem Passwort.`);
  if (!secrets.keyStore)
    return failed(
      `${file}: Dieser Rechner hat keinen Schlüsselspeicher; das Passwort wurde nicht übernommen, die Datei bleibt liegen.`,
    );
  secrets.setPassword(password);
  if (secrets.stored() !== password)
    return failed(
      `${file}: Der Schlüsselspeicher gibt das Passwort nicht wieder her; die Datei bleibt liegen.`,
    );
  try {
    overwrite(file);
    rmSync(file);
    return { outcome: 'imported' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return failed(
      `${file}: Das Passwort ist übernommen, aber die Datei ließ sich nicht löschen (${code}). Bitte löschen Sie sie von Hand.`,
    );
  }
}

/** What a disk keeps of overwritten files is its own affair; what a file manager shows is not. */
function overwrite(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, Buffer.alloc(statSync(file).size));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
