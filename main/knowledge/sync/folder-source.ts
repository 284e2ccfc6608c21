import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Result } from '../../../shared/result.ts';
import { accessReason } from '../pack/read-text.ts';
import type { KnowledgeSource, ReadFailure, SourceAnswer } from './source.ts';

/** A file share, a stick, any folder that a repository was copied to. */
export function folderSource(folder: string): KnowledgeSource {
  return {
    name: folder,
    read: async (file, limit) => {
      try {
        return await readLimited(join(folder, file), limit);
      } catch (error) {
        if (!isAbsent(error)) return failure({ kind: 'unreachable', reason: accessReason(error) });
        // A stick that was pulled out must not look like a file that somebody held back.
        return (await isThere(folder))
          ? failure({ kind: 'missing' })
          : failure({ kind: 'unreachable', reason: `der Ordner „${folder}“ fehlt` });
      }
    },
    close: () => undefined,
  };
}

async function readLimited(
  path: string,
  limit: number,
): Promise<Result<SourceAnswer, ReadFailure>> {
  const handle = await open(path, 'r');
  try {
    const status = await handle.stat();
    if (!status.isFile()) return failure({ kind: 'missing' });
    if (status.size > limit) return failure({ kind: 'tooLarge' });
    const bytes = await handle.readFile();
    // Somebody may be copying into the share right now.
    if (bytes.byteLength > limit) return failure({ kind: 'tooLarge' });
    return success({ kind: 'bytes', bytes, etag: null });
  } finally {
    await handle.close();
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function isThere(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    return false;
  }
}
