import { createHash } from 'node:crypto';
import {
  blobFile,
  indexFile,
  refOf,
  shardsPerGroup,
  type BlobRef,
  type ListName,
  type PartArea,
  type PartIndex,
} from '../../../main/knowledge/sync/format.ts';
import type { Article, PackManifest } from '../../../shared/knowledge/pack.ts';

/** What one signer answers for. */
export interface PartSource {
  readonly area: PartArea;
  readonly manifest: PackManifest | null;
  readonly lists: Readonly<Partial<Record<ListName, readonly object[]>>>;
  readonly articles: readonly Article[];
}

export interface WrittenPart {
  readonly area: PartArea;
  readonly index: BlobRef;
  /** File within the repository → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Turns a part into content-addressed files: the same content gives the same files, whoever builds it.
 * @param shardsBefore number of shards of the published part, kept while it fits, so that one article more
 * does not deal all of them anew; 0: none
 */
export function writePart(source: PartSource, shardsBefore: number): WrittenPart {
  const files = new Map<string, Uint8Array>();
  const add = (value: unknown): BlobRef => {
    const bytes = encode(value);
    const ref = refOf(bytes);
    files.set(blobFile(ref[0]), bytes);
    return ref;
  };
  const shards = shardCount(source.articles.length, shardsBefore);
  const buckets: Article[][] = Array.from({ length: shards }, () => []);
  for (const article of source.articles) buckets[bucketOf(article.id, shards)]?.push(article);
  const refs = buckets.map((bucket) =>
    bucket.length === 0 ? null : add(bucket.sort(({ id }, other) => (id < other.id ? -1 : 1))),
  );
  const groups: (BlobRef | null)[] = [];
  for (let start = 0; start < refs.length; start += shardsPerGroup) {
    const group = refs.slice(start, start + shardsPerGroup);
    groups.push(group.every((ref) => ref === null) ? null : add(group));
  }
  const lists = Object.entries(source.lists).map(
    ([name, entries]) => [name, [...add(entries)]] as const,
  );
  const index: PartIndex = {
    format: 1,
    manifest: source.manifest === null ? null : [...add(source.manifest)],
    lists: Object.fromEntries(lists),
    shards,
    groups: groups.map((ref) => (ref === null ? null : [...ref])),
  };
  const bytes = encode(index);
  const ref = refOf(bytes);
  files.set(indexFile(source.area, ref[0]), bytes);
  return { area: source.area, index: ref, files };
}

/** About two and a half articles per shard; the old number stays while there are one to six. */
export function shardCount(articles: number, before: number): number {
  if (articles === 0) return 0;
  if (before > 0 && articles >= before && articles <= before * 6) return before;
  return 2 ** Math.max(0, Math.ceil(Math.log2(articles / 2.5)));
}

function bucketOf(id: string, shards: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % shards;
}

/** JSON with sorted keys: the order in which somebody wrote them must not move bytes. */
function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    ),
  );
}
