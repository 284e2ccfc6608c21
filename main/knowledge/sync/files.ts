import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The disk as the store needs it. Tests put a full or broken one in its place. */
export interface Files {
  /** null: there is no such file. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Names in a folder; none if it does not exist. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Afterwards the whole file is on the disk, or the old one still is. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly makeFolder: (folder: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Makes names that were created or renamed in a folder survive a power cut. */
  readonly syncFolder: (folder: string) => Promise<void>;
  /** File or folder; no error if it does not exist. */
  readonly remove: (path: string) => Promise<void>;
}

/** Ending of files that are being written; whatever has it after a start is rubbish. */
export const unfinished = '.tmp';

export const diskFiles: Files = {
  read: async (path) => {
    try {
      return await readFile(path);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    }
  },
  list: async (folder) => {
    try {
      return await readdir(folder);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return [];
      throw error;
    }
  },
  write: async (path, bytes) => {
    const aside = `${path}${unfinished}`;
    const handle = await open(aside, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, path);
  },
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true });
  },
  rename: async (from, to) => {
    await rename(from, to);
    await syncFolder(dirname(to));
  },
  syncFolder,
  remove: async (path) => {
    await rm(path, { recursive: true, force: true });
  },
};

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder as a file; NTFS keeps names in its own journal.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** German reason for a failed write. */
export function writeReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'der Speicherplatz ist voll';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'der Profilordner darf nicht beschrieben werden';
  return code === '' ? String(error) : `der Profilordner meldet ${code}`;
}
