import type { z } from 'zod';
import { failure, success, type Result } from '../../../shared/result.ts';
import {
  blobFile,
  groupSchema,
  indexFile,
  indexSchema,
  sha256,
  type BlobRef,
  type PartIndex,
} from './format.ts';
import type { KnowledgeSource } from './source.ts';
import type { KnowledgeStore } from './store.ts';
import type { SyncFailure } from './sync-failure.ts';
import { failureOf, type SignedPart } from './update-metadata.ts';

/** Files read at the same time: enough to hide the way to the server, not enough to bother a share. */
const parallel = 8;

export interface Progress {
  /** Files that had to be fetched and those that are there; what is still to be found out is not in it. */
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
}

/** Where a part's content comes from, and where it goes. */
export interface ContentPorts {
  readonly store: KnowledgeStore;
  /** null: only what is stored counts. */
  readonly source: KnowledgeSource | null;
  readonly onProgress: (progress: Progress) => void;
}

/** Everything that a part names, by what it is. */
export interface PartContent {
  readonly part: SignedPart;
  readonly index: PartIndex;
  readonly groups: readonly BlobRef[];
  readonly shards: readonly BlobRef[];
}

/**
 * Walks from the signed indexes down to the last shard, fetching what is not stored, so that afterwards
 * everything is there and every file has been checked against its hash. What is fetched goes into the
 * store at once: a sync that is interrupted goes on where it was.
 */
export async function fetchContent(
  parts: readonly SignedPart[],
  ports: ContentPorts,
): Promise<Result<readonly PartContent[], SyncFailure>> {
  const fetching = new Fetching(ports);
  const indexes = await fetching.each(parts, async (part) => {
    const index = await fetching.json(part.index, indexFile(part.area, part.index[0]), indexSchema);
    return index.ok ? success({ part, index: index.value }) : index;
  });
  if (!indexes.ok) return indexes;

  const wanted = indexes.value.flatMap(({ index }) => [
    ...(index.manifest === null ? [] : [index.manifest]),
    ...Object.values(index.lists),
  ]);
  const lists = await fetching.each(wanted, (ref) => fetching.ensure(ref, blobFile(ref[0])));
  if (!lists.ok) return lists;

  const contents: PartContent[] = [];
  for (const { part, index } of indexes.value) {
    const groups = present(index.groups);
    const read = await fetching.each(groups, (ref) =>
      fetching.json(ref, blobFile(ref[0]), groupSchema),
    );
    if (!read.ok) return read;
    contents.push({ part, index, groups, shards: read.value.flatMap(present) });
  }
  const shards = contents.flatMap((content) => content.shards);
  const fetched = await fetching.each(shards, (ref) => fetching.ensure(ref, blobFile(ref[0])));
  return fetched.ok ? success(contents) : fetched;
}

function present(refs: readonly (BlobRef | null)[]): readonly BlobRef[] {
  return refs.flatMap((ref) => (ref === null ? [] : [ref]));
}

/** Hashes of everything that a pack needs. */
export function hashesOf(contents: readonly PartContent[]): ReadonlySet<string> {
  return new Set(
    contents.flatMap(({ part, index, groups, shards }) =>
      [
        part.index,
        ...(index.manifest === null ? [] : [index.manifest]),
        ...Object.values(index.lists),
        ...groups,
        ...shards,
      ].map(([hash]) => hash),
    ),
  );
}

class Fetching {
  readonly #ports: ContentPorts;
  #done = 0;
  #total = 0;
  #bytes = 0;
  readonly #running = new Map<string, Promise<Result<Uint8Array, SyncFailure>>>();

  constructor(ports: ContentPorts) {
    this.#ports = ports;
  }

  /** Runs over the items, some at a time; the first failure ends it. Results in the order of the items. */
  async each<Item, Value>(
    items: readonly Item[],
    work: (item: Item) => Promise<Result<Value, SyncFailure>>,
  ): Promise<Result<readonly Value[], SyncFailure>> {
    this.#total += items.length;
    const values = new Map<number, Value>();
    const failures: SyncFailure[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      while (failures.length === 0) {
        const position = next++;
        const item = items[position];
        if (item === undefined) return;
        const result = await work(item);
        if (!result.ok) {
          failures.push(result.failure);
          return;
        }
        values.set(position, result.value);
        this.#done += 1;
        this.#ports.onProgress({ done: this.#done, total: this.#total, bytes: this.#bytes });
      }
    };
    // A full disk throws; the other workers end before anybody hears of it.
    const stop = async (): Promise<void> => {
      try {
        await worker();
      } catch (error) {
        next = items.length;
        throw error;
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: parallel }, stop));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
    const [first] = failures;
    if (first !== undefined) return failure(first);
    return success(
      [...values.entries()].sort(([one], [other]) => one - other).map(([, value]) => value),
    );
  }

  /** Makes sure that a blob is stored. */
  async ensure(ref: BlobRef, file: string): Promise<Result<void, SyncFailure>> {
    if (this.#ports.store.has(ref[0])) return success(undefined);
    const bytes = await this.#fetch(ref, file);
    return bytes.ok ? success(undefined) : bytes;
  }

  /** Content of a blob that names others. */
  async json<Schema extends z.ZodType>(
    ref: BlobRef,
    file: string,
    schema: Schema,
  ): Promise<Result<z.output<Schema>, SyncFailure>> {
    const stored = this.#ports.store.has(ref[0]) ? await this.#ports.store.readBlob(ref) : null;
    const bytes = stored === null ? await this.#fetch(ref, file) : success(stored);
    if (!bytes.ok) return bytes;
    const parsed = schema.safeParse(parseJson(bytes.value));
    return parsed.success ? success(parsed.data) : failure({ kind: 'inconsistent', file });
  }

  /** Two lists may have the same content, and so the same file. */
  #fetch(ref: BlobRef, file: string): Promise<Result<Uint8Array, SyncFailure>> {
    const start = (): Promise<Result<Uint8Array, SyncFailure>> =>
      this.#fetchOnce(ref, file).finally(() => this.#running.delete(ref[0]));
    const running = this.#running.get(ref[0]) ?? start();
    this.#running.set(ref[0], running);
    return running;
  }

  async #fetchOnce(
    [hash, length]: BlobRef,
    file: string,
  ): Promise<Result<Uint8Array, SyncFailure>> {
    const { source, store } = this.#ports;
    if (source === null) return failure({ kind: 'damaged', file });
    const answer = await source.read(file, length, null);
    if (!answer.ok) return failure(failureOf(answer.failure, file));
    if (answer.value.kind !== 'bytes') return failure({ kind: 'damaged', file });
    const { bytes } = answer.value;
    this.#bytes += bytes.byteLength;
    if (bytes.byteLength !== length || sha256(bytes) !== hash)
      return failure({ kind: 'damaged', file });
    await store.writeBlob(hash, bytes);
    return success(bytes);
  }
}

/** undefined: no JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
