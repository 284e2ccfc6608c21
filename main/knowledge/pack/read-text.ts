import { open } from 'node:fs/promises';
import { failure, success, type Result } from '../../../shared/result.ts';

/** Largest file of a pack, in bytes; articles have a few kilobytes. */
export const maxFileBytes = 2 * 1024 * 1024;

/**
 * Text of a UTF-8 file.
 * @returns the reason in German when it is missing, a folder, too large, not UTF-8, or starts with a byte
 * order mark (editors show none, so its `{` would be reported as a mystery)
 */
export async function readText(file: string): Promise<Result<string, string>> {
  try {
    return await readChecked(file);
  } catch (error) {
    return failure(accessReason(error));
  }
}

async function readChecked(file: string): Promise<Result<string, string>> {
  // One handle for looking and reading: what was measured is what is read.
  const handle = await open(file, 'r');
  try {
    const status = await handle.stat();
    if (status.isDirectory()) return failure('ist ein Ordner, erwartet ist eine Datei');
    if (!status.isFile()) return failure('ist keine gewöhnliche Datei');
    if (status.size > maxFileBytes) return failure('ist größer als 2 MB');
    return decode(await handle.readFile());
  } finally {
    await handle.close();
  }
}

function decode(bytes: Uint8Array): Result<string, string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith('\uFEFF')
      ? failure('beginnt mit einer Bytereihenfolge-Marke; bitte als „UTF-8 ohne BOM“ speichern')
      : success(text);
  } catch {
    return failure('ist nicht in UTF-8 gespeichert');
  }
}

/** German reason for an error of the file system. */
export function accessReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'fehlt';
    case 'ENOTDIR':
      return 'ist kein Ordner';
    case 'EISDIR':
      return 'ist ein Ordner, erwartet ist eine Datei';
    case 'EACCES':
    case 'EPERM':
      return 'darf nicht gelesen werden';
    default:
      return `lässt sich nicht lesen (${code === '' ? 'unbekannter Grund' : code})`;
  }
}
