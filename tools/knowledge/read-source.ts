import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFiles } from '../../main/knowledge/sync/files.ts';
import { folderSource } from '../../main/knowledge/sync/folder-source.ts';
import { loadStoredPack } from '../../main/knowledge/sync/stored-pack.ts';
import { describeSyncFailure } from '../../main/knowledge/sync/sync-failure.ts';
import { syncFrom, type SourceOutcome } from '../../main/knowledge/sync/sync.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { reasonOf } from './publishing/keys.ts';
import { ToolError } from '../setup/tool-error.ts';

/** A repository as a desk sees that has nothing yet. */
export interface ReadSource {
  readonly pack: KnowledgePack;
  readonly outcome: SourceOutcome;
}

/**
 * Synchronises a published folder with the client of the desks into a temporary store.
 * @param rootFile trusted root; null: the first root of the folder itself, which proves nothing about
 * who published it
 * @throws ToolError with the sentence the desk would show
 */
export async function readSource(repository: string, rootFile: string | null): Promise<ReadSource> {
  const root = rootFile ?? join(repository, 'metadata', '1.root.json');
  let anchor: Uint8Array;
  try {
    anchor = await readFile(root);
  } catch (error) {
    throw new ToolError(`${root}: ${reasonOf(error)}`, 1);
  }
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-verify-'));
  try {
    const ports = {
      folder,
      files: diskFiles,
      anchor,
      now: new Date(),
      onProgress: () => undefined,
    };
    const outcome = await syncFrom(folderSource(repository), ports);
    if (!outcome.result.ok)
      throw new ToolError(`${repository}: ${describeSyncFailure(outcome.result.failure)}`, 1);
    const stored = await loadStoredPack(folder, null);
    if (!stored.ok) throw new ToolError(`${repository}: ${stored.failure.join(' ')}`, 1);
    return { pack: stored.value.pack, outcome };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
