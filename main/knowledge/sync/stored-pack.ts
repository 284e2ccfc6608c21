import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import { fetchContent, type PartContent } from './content.ts';
import { diskFiles } from './files.ts';
import { readParts } from './read-parts.ts';
import type { KnowledgeSource } from './source.ts';
import { KnowledgeStore, type Generation } from './store.ts';
import { describeSyncFailure, type SyncFailure } from './sync-failure.ts';
import { updateMetadata } from './update-metadata.ts';

export interface StoredPack {
  readonly pack: KnowledgePack;
  /** Names the exact state, so that two processes read the same. */
  readonly generation: string;
  readonly published: string | null;
  /** German: why a newer stored state was passed over; null: it was not. */
  readonly passedOver: string | null;
}

/**
 * Reads the pack that was synchronised last, without any network; a damaged one is passed over in favour
 * of the one before.
 * @param generation only this one; null: the newest that is whole
 * @returns failures in German; none at all if nothing was ever synchronised
 */
export async function loadStoredPack(
  folder: string,
  generation: string | null,
): Promise<Result<StoredPack, readonly string[]>> {
  const store = await KnowledgeStore.open(folder, diskFiles);
  const failures: string[] = [];
  for (const candidate of await store.generations()) {
    if (generation !== null && candidate.id !== generation) continue;
    const contents = await storedContents(store, candidate);
    const pack = contents.ok ? await readParts(contents.value, store) : contents;
    if (pack.ok)
      return success({
        pack: pack.value,
        generation: candidate.id,
        published: candidate.record.published,
        passedOver: failures[0] ?? null,
      });
    failures.push(describeSyncFailure(pack.failure));
  }
  return failure(failures);
}

/** What a stored generation consists of, by its signatures; dates do not matter for what was taken once. */
export async function storedContents(
  store: KnowledgeStore,
  generation: Generation,
): Promise<Result<readonly PartContent[], SyncFailure>> {
  const verified = await updateMetadata(nothingNew, generation.metadata, new Date(0), 'stored');
  if (!verified.ok) return verified;
  return fetchContent(verified.value.parts, { store, source: null, onProgress: () => undefined });
}

/** A source that has exactly what is stored. */
const nothingNew: KnowledgeSource = {
  name: 'stored',
  read: (_file, _limit, etag) =>
    Promise.resolve(etag === null ? failure({ kind: 'missing' }) : success({ kind: 'unchanged' })),
  close: () => undefined,
};
