import { cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type {
  KnowledgePack,
  Line,
  Office,
  OnlineService,
  Responsibility,
} from '../../../shared/knowledge/pack.ts';
import { failure, type Result } from '../../../shared/result.ts';
import type { PackFailure } from '../pack/failure.ts';
import { loadPack } from '../pack/load-pack.ts';
import { accessReason } from '../pack/read-text.ts';

/** What is laid over a copy of the base pack. */
export interface PackChanges {
  /** Local date. */
  readonly issued: string;
  readonly lines: readonly Line[];
  readonly offices: readonly Office[];
  readonly onlineServices: readonly OnlineService[];
  readonly responsibilities: readonly Responsibility[];
  /** Files to take away, paths within the pack. */
  readonly removed: readonly string[];
  /** Articles to write, path within the pack → content. */
  readonly articles: ReadonlyMap<string, string>;
}

/**
 * Writes a pack into a folder beside `out`, checks it as the application would, and only then puts it in
 * the place of `out`. Whatever goes wrong before, `out` stays as it was.
 * @param replace whether `out` may exist already
 */
export async function writePack(
  base: string,
  out: string,
  changes: PackChanges,
  replace: boolean,
): Promise<Result<KnowledgePack, readonly PackFailure[]>> {
  const target = resolve(out);
  if (!replace && (await exists(target)))
    return failed(out, 'gibt es schon; mit --replace wird der Ordner ersetzt');
  const staging = `${target}.neu-${process.pid}`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await cp(resolve(base), staging, { recursive: true, errorOnExist: true, force: false });
    await writeChanges(staging, changes);
    const written = await loadPack(staging);
    if (written.ok) await swap(staging, target);
    return written;
  } catch (error) {
    return failed(out, writeReason(error));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function writeChanges(folder: string, changes: PackChanges): Promise<void> {
  const json = async (file: string, value: unknown): Promise<void> =>
    writeFile(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
  const manifest = await loadPack(folder);
  if (manifest.ok) await json('pack.json', { ...manifest.value.manifest, issued: changes.issued });
  await json('lines.json', changes.lines);
  await json('offices.json', changes.offices);
  await json('online-services.json', changes.onlineServices);
  await json('responsibilities.json', changes.responsibilities);
  for (const file of changes.removed) await rm(join(folder, file), { force: true });
  for (const [file, text] of changes.articles) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

/** Two renames: for a moment there is no `out`, but never half of one. */
async function swap(staging: string, target: string): Promise<void> {
  const old = `${target}.alt-${process.pid}`;
  const replaces = await exists(target);
  if (replaces) await rename(target, old);
  try {
    await rename(staging, target);
  } catch (error) {
    if (replaces) await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

const failed = (file: string, reason: string): Result<never, readonly PackFailure[]> =>
  failure([{ file, path: [], reason }]);

function writeReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return 'der Datenträger ist voll';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'darf nicht beschrieben werden';
  return accessReason(error);
}
