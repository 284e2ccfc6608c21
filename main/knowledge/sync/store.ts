import { join } from 'node:path';
import { z } from 'zod';
import { blobRefSchema, sha256, type BlobRef } from './format.ts';
import { unfinished, type Files } from './files.ts';

/** What a generation is made of, beside the metadata that prove it. */
const recordSchema = z.strictObject({
  format: z.literal(1),
  /** SHA-256 of the root file that IT handed out when the chain of roots began. */
  anchor: z.string(),
  published: z.string().nullable(),
  parts: z.array(z.strictObject({ area: z.string().nullable(), index: blobRefSchema })),
});
export type GenerationRecord = Readonly<z.infer<typeof recordSchema>>;

export interface Generation {
  readonly id: string;
  readonly record: GenerationRecord;
  /** `root.json`, `timestamp.json`, `snapshot.json`, `targets.json`, `ROLE.json`. */
  readonly metadata: ReadonlyMap<string, Uint8Array>;
}

const generationId = z.string().regex(/^g\d{8}$/);
const pointerSchema = z.strictObject({ current: generationId, previous: generationId.nullable() });
type Pointer = z.infer<typeof pointerSchema>;
const recordFile = 'record.json';

/**
 * Synchronised packs on the disk of this machine:
 *
 * ```
 * current.json                 names the generation in use and the one before: the switch
 * generations/g00000012/       metadata and record.json
 * blobs/ab/HASH                content, shared by generations
 * ```
 *
 * Every file is written aside, flushed and renamed; `current.json` comes last. Whenever the process dies,
 * the pointer names a generation that is complete.
 */
export class KnowledgeStore {
  readonly #folder: string;
  readonly #files: Files;
  readonly #blobs = new Set<string>();
  /** Folders that got new files, each with the promise of its being there. */
  readonly #touched = new Map<string, Promise<void>>();
  /** Files that a process left half written when it died. */
  readonly #leftovers: string[] = [];

  private constructor(folder: string, files: Files) {
    this.#folder = folder;
    this.#files = files;
  }

  static async open(folder: string, files: Files): Promise<KnowledgeStore> {
    const store = new KnowledgeStore(folder, files);
    const blobs = join(folder, 'blobs');
    for (const start of await files.list(blobs))
      for (const name of await files.list(join(blobs, start)))
        if (name.endsWith(unfinished)) store.#leftovers.push(join(blobs, start, name));
        else store.#blobs.add(name);
    return store;
  }

  has(hash: string): boolean {
    return this.#blobs.has(hash);
  }

  /** null: not there, or not what its name says; a damaged file is removed, so that a sync brings it back. */
  async readBlob([hash, length]: BlobRef): Promise<Uint8Array | null> {
    const bytes = await this.#files.read(this.#blobPath(hash));
    if (bytes?.byteLength === length && sha256(bytes) === hash) return bytes;
    this.#blobs.delete(hash);
    await this.#files.remove(this.#blobPath(hash));
    return null;
  }

  async writeBlob(hash: string, bytes: Uint8Array): Promise<void> {
    const path = this.#blobPath(hash);
    const folder = join(path, '..');
    const made = this.#touched.get(folder) ?? this.#files.makeFolder(folder);
    this.#touched.set(folder, made);
    await made;
    await this.#files.write(path, bytes);
    this.#blobs.add(hash);
  }

  /** The generation in use, then the one before, then whatever else is left, newest first. */
  async generations(): Promise<readonly Generation[]> {
    const pointer = await this.#pointer();
    const left = (await this.#files.list(join(this.#folder, 'generations')))
      .filter((name) => generationId.safeParse(name).success)
      .sort()
      .reverse();
    const named = pointer === null ? [] : [pointer.current, pointer.previous];
    const ids = new Set([...named.flatMap((id) => id ?? []), ...left]);
    const found: Generation[] = [];
    for (const id of ids) {
      const generation = await this.#generation(id);
      if (generation !== null) found.push(generation);
    }
    return found;
  }

  /**
   * Makes a new generation the one in use.
   * @param before the generation in use until now; it is kept if its content is another one
   */
  async commit(
    record: GenerationRecord,
    metadata: ReadonlyMap<string, Uint8Array>,
    before: Generation | null,
  ): Promise<Generation> {
    const pointer = await this.#pointer();
    const id = await this.#nextId();
    const folder = join(this.#folder, 'generations', id);
    const aside = `${folder}${unfinished}`;
    await this.#files.makeFolder(aside);
    const bytes = new TextEncoder().encode(JSON.stringify(record));
    for (const [name, content] of [...metadata, [recordFile, bytes] as const])
      await this.#files.write(join(aside, name), content);
    for (const touched of this.#touched.keys()) await this.#files.syncFolder(touched);
    this.#touched.clear();
    await this.#files.syncFolder(aside);
    await this.#files.rename(aside, folder);
    const sameContent = before !== null && sameParts(before.record, record);
    const previous = sameContent && pointer?.current === before.id ? pointer.previous : before?.id;
    const next: Pointer = { current: id, previous: previous ?? null };
    await this.#files.write(
      join(this.#folder, 'current.json'),
      new TextEncoder().encode(JSON.stringify(next)),
    );
    await this.#files.syncFolder(this.#folder);
    return { id, record, metadata };
  }

  /**
   * Removes what neither the generation in use nor the one before needs.
   * @param needed hashes of their blobs
   */
  async prune(needed: ReadonlySet<string>): Promise<void> {
    const pointer = await this.#pointer();
    if (pointer === null) return;
    const generations = join(this.#folder, 'generations');
    for (const name of await this.#files.list(generations))
      if (name !== pointer.current && name !== pointer.previous)
        await this.#files.remove(join(generations, name));
    for (const path of this.#leftovers.splice(0)) await this.#files.remove(path);
    for (const hash of this.#blobs)
      if (!needed.has(hash)) {
        this.#blobs.delete(hash);
        await this.#files.remove(this.#blobPath(hash));
      }
  }

  /** A small file of its own, such as when a source last confirmed the pack; null: absent or broken. */
  async readNote(name: string): Promise<unknown> {
    return this.#json(join(this.#folder, name));
  }

  async writeNote(name: string, value: unknown): Promise<void> {
    await this.#files.makeFolder(this.#folder);
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    await this.#files.write(join(this.#folder, name), bytes);
  }

  async #generation(id: string): Promise<Generation | null> {
    const folder = join(this.#folder, 'generations', id);
    const record = recordSchema.safeParse(await this.#json(join(folder, recordFile)));
    if (!record.success) return null;
    const metadata = new Map<string, Uint8Array>();
    for (const name of await this.#files.list(folder)) {
      const bytes = name === recordFile ? null : await this.#files.read(join(folder, name));
      if (bytes !== null) metadata.set(name, bytes);
    }
    return { id, record: record.data, metadata };
  }

  async #pointer(): Promise<Pointer | null> {
    return (
      pointerSchema.safeParse(await this.#json(join(this.#folder, 'current.json'))).data ?? null
    );
  }

  async #nextId(): Promise<string> {
    const names = await this.#files.list(join(this.#folder, 'generations'));
    const numbers = names.map((name) => Number(/^g(\d{8})/.exec(name)?.[1] ?? 0));
    return `g${String(Math.max(0, ...numbers) + 1).padStart(8, '0')}`;
  }

  async #json(path: string): Promise<unknown> {
    const bytes = await this.#files.read(path);
    try {
      return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      return null;
    }
  }

  #blobPath(hash: string): string {
    return join(this.#folder, 'blobs', hash.slice(0, 2), hash);
  }
}

/** Whether two generations have the same content, whatever their signatures' dates. */
export function sameParts(one: GenerationRecord, other: GenerationRecord): boolean {
  return JSON.stringify(one.parts) === JSON.stringify(other.parts);
}
