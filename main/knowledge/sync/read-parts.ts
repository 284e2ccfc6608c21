import type { z } from 'zod';
import {
  articleSchema,
  lineSchema,
  municipalitySchema,
  noticeSchema,
  officeSchema,
  onlineServiceSchema,
  packManifestSchema,
  responsibilitySchema,
  synonymSchema,
  type Article,
  type KnowledgePack,
  type Line,
  type Notice,
  type Office,
  type PackManifest,
  type Responsibility,
} from '../../../shared/knowledge/pack.ts';
import { failure, type Result } from '../../../shared/result.ts';
import { finishPack, readEntries, type EntryList } from '../pack/entries.ts';
import {
  describeFailure,
  germanReason,
  schemaFailures,
  type PackFailure,
} from '../pack/failure.ts';
import { parseJson, type PartContent } from './content.ts';
import { foreignEntries, type AreaEntries } from './foreign-entries.ts';
import { blobFile, indexPath, type BlobRef, type ListName } from './format.ts';
import type { KnowledgeStore } from './store.ts';
import type { SyncFailure } from './sync-failure.ts';

/** Shards that are read at the same time; between two lots the process listens to others. */
const readAhead = 32;

/** Lists that an area may sign; the others speak for everybody. */
const areaLists: readonly ListName[] = ['offices', 'notices', 'responsibilities'];

/**
 * The pack that verified parts make together, checked like a pack from a folder.
 * @returns `damaged` if a stored file is gone or not what it was; `content` if the pack is not valid
 */
export async function readParts(
  contents: readonly PartContent[],
  store: KnowledgeStore,
): Promise<Result<KnowledgePack, SyncFailure>> {
  const reading = new Reading(store);
  try {
    return await reading.pack(contents);
  } catch (error) {
    if (error instanceof DamagedBlob) return failure({ kind: 'damaged', file: error.file });
    throw error;
  }
}

/** Ends the reading at the first damaged file; never leaves this module. */
class DamagedBlob extends Error {
  readonly file: string;
  constructor(file: string) {
    super(file);
    this.file = file;
  }
}

class Reading {
  readonly #store: KnowledgeStore;
  readonly #failures: PackFailure[] = [];

  constructor(store: KnowledgeStore) {
    this.#store = store;
  }

  async pack(contents: readonly PartContent[]): Promise<Result<KnowledgePack, SyncFailure>> {
    const manifest = await this.#manifest(contents);
    const lists = {
      municipalities: await this.#list(contents, 'municipalities', municipalitySchema),
      lines: await this.#list(contents, 'lines', lineSchema),
      synonyms: await this.#list(contents, 'synonyms', synonymSchema),
      onlineServices: await this.#list(contents, 'online-services', onlineServiceSchema),
      offices: merge<Office>([]),
      notices: merge<Notice>([]),
      articles: merge<Article>([]),
      responsibilities: merge<Responsibility>([]),
    };
    for (const content of contents) {
      const own = {
        offices: await this.#list([content], 'offices', officeSchema),
        notices: await this.#list([content], 'notices', noticeSchema),
        articles: await this.#articles(content),
        responsibilities: await this.#list([content], 'responsibilities', responsibilitySchema),
      };
      const { area } = content.part;
      if (area !== null) this.#checkArea(content, area, own, lists.lines);
      lists.offices = merge([lists.offices, own.offices]);
      lists.notices = merge([lists.notices, own.notices]);
      lists.articles = merge([lists.articles, own.articles]);
      lists.responsibilities = merge([lists.responsibilities, own.responsibilities]);
    }
    const finished = finishPack({ manifest, ...lists }, this.#failures);
    if (finished.ok) return finished;
    return failure({ kind: 'content', lines: finished.failure.map(describeFailure) });
  }

  #checkArea(
    { index, part }: PartContent,
    area: string,
    own: Omit<AreaEntries, 'area'>,
    lines: EntryList<Line>,
  ): void {
    const file = indexPath(part.area);
    const reason = 'steht einem einzelnen Gebiet nicht zu';
    if (index.manifest !== null) this.#failures.push({ file, path: ['pack.json'], reason });
    for (const name of Object.keys(index.lists))
      if (!areaLists.some((allowed) => allowed === name))
        this.#failures.push({ file, path: [`${name}.json`], reason });
    const known = lines.entries.map(({ value }) => value);
    this.#failures.push(...foreignEntries({ area, ...own }, known));
  }

  async #manifest(contents: readonly PartContent[]): Promise<PackManifest | null> {
    const file = 'pack.json';
    const ref = contents.find(({ part }) => part.area === null)?.index.manifest;
    if (ref === undefined || ref === null) {
      this.#failures.push({ file, path: [], reason: 'fehlt' });
      return null;
    }
    const parsed = packManifestSchema.safeParse(await this.#json(ref), { error: germanReason });
    if (parsed.success) return parsed.data;
    this.#failures.push(...schemaFailures(file, [], parsed.error.issues));
    return null;
  }

  async #list<Value>(
    contents: readonly PartContent[],
    name: ListName,
    schema: z.ZodType<Value>,
  ): Promise<EntryList<Value>> {
    const read: EntryList<Value>[] = [];
    for (const { index, part } of contents) {
      const ref = index.lists[name];
      const file = part.area === null ? `${name}.json` : `${part.area}/${name}.json`;
      if (ref !== undefined)
        read.push(readEntries(file, await this.#json(ref), schema, this.#failures));
    }
    return merge(read);
  }

  async #articles({ part, shards }: PartContent): Promise<EntryList<Article>> {
    const read: EntryList<Article>[] = [];
    for (let start = 0; start < shards.length; start += readAhead) {
      const refs = shards.slice(start, start + readAhead);
      const values = await Promise.all(refs.map((ref) => this.#json(ref)));
      refs.forEach(([hash], index) => {
        const file = `${part.area ?? 'base'}/${hash.slice(0, 12)}`;
        read.push(readEntries(file, values[index], articleSchema, this.#failures));
      });
    }
    return merge(read);
  }

  async #json(ref: BlobRef): Promise<unknown> {
    const bytes = await this.#store.readBlob(ref);
    if (bytes === null) throw new DamagedBlob(blobFile(ref[0]));
    return parseJson(bytes);
  }
}

/** One list of several; what is missing in one is missing in all. */
function merge<Value>(lists: readonly EntryList<Value>[]): EntryList<Value> {
  return {
    entries: lists.flatMap(({ entries }) => entries),
    brokenIds: lists.flatMap(({ brokenIds }) => brokenIds),
    complete: lists.every(({ complete }) => complete),
  };
}
