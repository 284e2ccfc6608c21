import { z } from 'zod';
import { failure, success, type Result } from '../../../shared/result.ts';
import { fetchContent, hashesOf, type Progress } from './content.ts';
import { writeReason, type Files } from './files.ts';
import { sha256 } from './format.ts';
import { readParts } from './read-parts.ts';
import type { KnowledgeSource } from './source.ts';
import { KnowledgeStore, sameParts, type Generation, type GenerationRecord } from './store.ts';
import { storedContents } from './stored-pack.ts';
import type { SyncFailure } from './sync-failure.ts';
import { TrustedChain, type Expiry } from './trusted-chain.ts';
import { updateMetadata, type VerifiedMetadata } from './update-metadata.ts';

export interface SyncPorts {
  /** Folder of the store. */
  readonly folder: string;
  readonly files: Files;
  /** root.json as IT handed it out: where all trust begins. */
  readonly anchor: Uint8Array;
  readonly now: Date;
  readonly onProgress: (progress: Progress) => void;
}

/** What one source brought. */
export interface SourceOutcome {
  readonly source: string;
  /** `renewed`: new signatures for the same content. */
  readonly result: Result<'updated' | 'renewed' | 'unchanged', SyncFailure>;
  readonly published: string | null;
  readonly expiries: readonly Expiry[];
  /** Bytes that came from the source. */
  readonly bytes: number;
}

const noteFile = 'confirmed.json';
const noteSchema = z.strictObject({
  /** Epoch milliseconds at which a source last confirmed that the stored pack is the newest. */
  at: z.number(),
  /** For the next conditional request: whose ETag of which timestamp. */
  etag: z.strictObject({ source: z.string(), value: z.string(), timestamp: z.string() }).nullable(),
});

/** When a source last confirmed the stored pack; null: never. */
export async function readConfirmedAt(folder: string, files: Files): Promise<number | null> {
  const store = await KnowledgeStore.open(folder, files);
  return noteSchema.safeParse(await store.readNote(noteFile)).data?.at ?? null;
}

/**
 * Brings the stored pack to the state of one source, or leaves it exactly as it is. Interrupted at any
 * moment, it leaves the pack before or the new one.
 */
export async function syncFrom(source: KnowledgeSource, ports: SyncPorts): Promise<SourceOutcome> {
  let bytes = 0;
  const onProgress = (progress: Progress): void => {
    bytes = progress.bytes;
    ports.onProgress(progress);
  };
  const none = { source: source.name, published: null, expiries: [], bytes: 0 };
  try {
    const done = await new Sync(source, { ...ports, onProgress }).run();
    if (!done.ok) return { ...none, result: done, bytes };
    const { metadata, outcome } = done.value;
    const { published, expiries } = metadata;
    return {
      ...none,
      result: success(outcome),
      published,
      expiries,
      bytes: bytes + metadata.bytes,
    };
  } catch (error) {
    // Only the disk of this machine throws; anything else is a bug and goes up.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { ...none, result: failure({ kind: 'storage', reason: writeReason(error) }), bytes };
  }
}

interface Done {
  readonly metadata: VerifiedMetadata;
  readonly outcome: 'updated' | 'renewed' | 'unchanged';
}

class Sync {
  readonly #source: KnowledgeSource;
  readonly #ports: SyncPorts;

  constructor(source: KnowledgeSource, ports: SyncPorts) {
    this.#source = source;
    this.#ports = ports;
  }

  async run(): Promise<Result<Done, SyncFailure>> {
    const { folder, files, now, onProgress } = this.#ports;
    const store = await KnowledgeStore.open(folder, files);
    const [before = null] = await store.generations();
    const known = this.#trustedFiles(before);
    const etag = await this.#knownEtag(store, before);
    const metadata = await updateMetadata(this.#source, known, now, etag);
    if (!metadata.ok) return metadata;
    const { parts, published } = metadata.value;
    const contents = await fetchContent(parts, { store, source: this.#source, onProgress });
    if (!contents.ok) return contents;

    const record: GenerationRecord = {
      format: 1,
      anchor: sha256(this.#ports.anchor),
      published,
      parts: parts.map(({ area, index }) => ({ area, index: [...index] })),
    };
    const same = before !== null && sameParts(before.record, record);
    if (!same) {
      const pack = await readParts(contents.value, store);
      if (!pack.ok) return pack;
    }
    const unchanged = same && sameFiles(before.metadata, metadata.value.files);
    if (!unchanged) {
      await store.commit(record, metadata.value.files, before);
      await this.#prune(store);
    }
    await this.#confirm(store, metadata.value);
    const outcome = unchanged ? 'unchanged' : same ? 'renewed' : 'updated';
    return success({ metadata: metadata.value, outcome });
  }

  /**
   * The stored metadata, for the comparison with what is offered. Its root counts if it grew from the one
   * IT hands out now; with another anchor the chain starts anew.
   */
  #trustedFiles(before: Generation | null): ReadonlyMap<string, Uint8Array> {
    const { anchor, now } = this.#ports;
    const files = new Map(before?.metadata);
    const root = files.get('root.json');
    const grown = before?.record.anchor === sha256(anchor);
    if (root === undefined || !grown || !TrustedChain.start(root, now).ok)
      files.set('root.json', anchor);
    return files;
  }

  async #knownEtag(store: KnowledgeStore, before: Generation | null): Promise<string | null> {
    const etag = noteSchema.safeParse(await store.readNote(noteFile)).data?.etag;
    const timestamp = before?.metadata.get('timestamp.json');
    return etag?.source === this.#source.name &&
      timestamp !== undefined &&
      etag.timestamp === sha256(timestamp)
      ? etag.value
      : null;
  }

  async #confirm(store: KnowledgeStore, { files, etag }: VerifiedMetadata): Promise<void> {
    const timestamp = files.get('timestamp.json');
    const note: z.infer<typeof noteSchema> = {
      at: this.#ports.now.getTime(),
      etag:
        etag === null || timestamp === undefined
          ? null
          : { source: this.#source.name, value: etag, timestamp: sha256(timestamp) },
    };
    await store.writeNote(noteFile, note);
  }

  /** Keeps what the new pack and the one before it need; a pack that cannot be read needs nothing. */
  async #prune(store: KnowledgeStore): Promise<void> {
    const kept = (await store.generations()).slice(0, 2);
    const needed = new Set<string>();
    for (const generation of kept) {
      const contents = await storedContents(store, generation);
      if (contents.ok) for (const hash of hashesOf(contents.value)) needed.add(hash);
    }
    await store.prune(needed);
  }
}

function sameFiles(
  one: ReadonlyMap<string, Uint8Array>,
  other: ReadonlyMap<string, Uint8Array>,
): boolean {
  return (
    one.size === other.size &&
    [...one].every(([name, bytes]) => {
      const counterpart = other.get(name);
      return counterpart !== undefined && sha256(bytes) === sha256(counterpart);
    })
  );
}
