import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * What a published pack looks like on a web server, a share or a stick (docs/decisions/0046):
 *
 * ```
 * metadata/N.root.json, timestamp.json, N.snapshot.json, N.targets.json, N.ROLE.json   TUF
 * targets/base/HASH.index.json                what the county signs
 * targets/areas/ARS/HASH.index.json           what one municipality signs (delegated role)
 * blobs/ab/HASH.json                          lists, groups of shards, shards of articles
 * ```
 *
 * Only the indexes are TUF targets. Each names its blobs by hash and length, so the signature reaches
 * every byte, and a changed article moves one shard, one group and one index.
 */
export const maxMetadataBytes = 1_000_000;
export const maxBlobBytes = 4_000_000;
/** Shards that one group names; with 5,000 articles an index has 64 groups. */
export const shardsPerGroup = 32;

/** Lists of a pack beside its articles; file `NAME.json` of a pack folder. */
export const listNames = [
  'municipalities',
  'lines',
  'offices',
  'notices',
  'synonyms',
  'online-services',
  'responsibilities',
] as const;
export type ListName = (typeof listNames)[number];

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** SHA-256 in hex and length in bytes. */
export const blobRefSchema = z.tuple([hashSchema, z.number().int().min(1).max(maxBlobBytes)]);
export type BlobRef = Readonly<z.infer<typeof blobRefSchema>>;

export const indexSchema = z.strictObject({
  format: z.literal(1),
  /** `pack.json`; the base has it, an area has not. */
  manifest: blobRefSchema.nullable(),
  lists: z.partialRecord(z.enum(listNames), blobRefSchema),
  /** Number of shards that the articles are spread over (power of two). */
  shards: z.number().int().min(0).max(65_536),
  /** null: no article falls into it. */
  groups: z.array(blobRefSchema.nullable()).max(65_536 / shardsPerGroup),
});
export type PartIndex = Readonly<z.infer<typeof indexSchema>>;

export const groupSchema = z.array(blobRefSchema.nullable()).max(shardsPerGroup);

/** ARS of an area's part; null is the base. */
export type PartArea = string | null;

export function indexPath(area: PartArea): string {
  return area === null ? 'base/index.json' : `areas/${area}/index.json`;
}

/** The one pattern that a delegated role may sign for. */
export function delegatedPattern(area: string): string {
  return `areas/${area}/*`;
}

/** ARS of a pattern as above; null for any other pattern. */
export function areaOfPattern(pattern: string): string | null {
  return /^areas\/(\d{12})\/\*$/.exec(pattern)?.[1] ?? null;
}

/** Place of an index under its hash (TUF consistent snapshots). */
export function indexFile(area: PartArea, hash: string): string {
  return `targets/${indexPath(area).replace(/[^/]+$/, (name) => `${hash}.${name}`)}`;
}

export function blobFile(hash: string): string {
  return `blobs/${hash.slice(0, 2)}/${hash}.json`;
}

/** Names of delegated roles become names of files. */
export const roleNameSchema = z
  .string()
  .regex(/^(?!(root|targets|snapshot|timestamp)$)[a-z0-9-]{1,64}$/);

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function refOf(bytes: Uint8Array): BlobRef {
  return [sha256(bytes), bytes.byteLength];
}
