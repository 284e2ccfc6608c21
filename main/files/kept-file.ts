import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { putAsideIfBroken } from './put-aside.ts';

/** A small JSON file that is replaced as a whole: after a kill it holds the old content or the new. */
export interface KeptFile<Content> {
  readonly content: Content;
  /** Where a broken file was put aside; null when all is well. */
  readonly broken: string | null;
}

/**
 * Reads a kept file; one that is not there has `empty`. A broken one is put aside first, so nothing in it
 * is lost, and its reason quotes nothing from it.
 */
export function readKept<Content>(
  file: string,
  schema: z.ZodType<Content>,
  empty: Content,
  now: number,
): KeptFile<Content> {
  const broken = putAsideIfBroken(file, schema, new Date(now), false);
  try {
    return { content: schema.parse(JSON.parse(readFileSync(file, 'utf8'))), broken };
  } catch {
    return { content: empty, broken };
  }
}

/** Replaces a kept file as a whole. null deletes it. @throws on a full disk */
export function writeKept(file: string, content: unknown): void {
  if (content === null) {
    rmSync(file, { force: true });
    return;
  }
  writeWhole(file, JSON.stringify(content));
}

/** Writes beside the file, flushes to the disk and renames; for the user alone. @throws on a full disk */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
}
