import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { IndexedPack } from './index-pack.ts';
import { lunrVersion } from './lunr-index.ts';
import { createArticleIndex, fields, type Field, type FieldPostings } from './postings.ts';
import { createVocabulary } from './vocabulary.ts';

/**
 * The file of a stored index:
 *
 * ```
 * 32 bytes   SHA-256 of all that follows
 * 4 bytes    length of the head
 * head       JSON: key, terms, ids, vocabulary, number of postings per field
 * numbers    per field starts, articles, weights; 32 bits each, the lowest byte first
 * ```
 *
 * The hash finds every damage, so the numbers need no other check. It is no signature: whoever may write
 * into the profile may write an index. What a hit shows comes from the signed articles all the same.
 */
const headSchema = z.strictObject({
  /** Names the content, in case that somebody renames files. */
  key: z.string(),
  lunr: z.literal(lunrVersion),
  ids: z.array(z.string()),
  terms: z.array(z.string()),
  vocabulary: z.strictObject({ prominent: z.array(z.string()), others: z.array(z.string()) }),
  postings: z.record(z.enum(fields), z.number().int().min(0)),
});
type Head = z.infer<typeof headSchema>;

const hashBytes = 32;
const lengthBytes = 4;

export function encodeIndex(key: string, { index, vocabulary }: IndexedPack): Uint8Array {
  const { ids, terms, fields: postings } = index.postings;
  const words = vocabulary.store();
  const wordsThat = (prominent: boolean): string[] =>
    words.flatMap(([word, isProminent]) => (isProminent === prominent ? [word] : []));
  const count = (field: Field): number => postings[field].articles.length;
  const head: Head = {
    key,
    lunr: lunrVersion,
    ids: [...ids],
    terms: [...terms],
    vocabulary: { prominent: wordsThat(true), others: wordsThat(false) },
    postings: {
      title: count('title'),
      words: count('words'),
      parts: count('parts'),
      text: count('text'),
    },
  };
  const headPart = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(headPart.byteLength);
  const numbers = fields.flatMap((field) => {
    const { starts, articles, weights } = postings[field];
    return [starts, articles, weights].map(
      ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
    );
  });
  const content = Buffer.concat([length, headPart, ...numbers]);
  return Buffer.concat([createHash('sha256').update(content).digest(), content]);
}

/** null: damaged, of another lunr, or of other content. */
export function decodeIndex(key: string, bytes: Uint8Array): IndexedPack | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const content = file.subarray(hashBytes);
  const hash = createHash('sha256').update(content).digest();
  if (content.byteLength < lengthBytes || !hash.equals(file.subarray(0, hashBytes))) return null;
  const start = lengthBytes + content.readUInt32LE();
  const json = JSON.parse(content.subarray(lengthBytes, start).toString()) as unknown;
  const head = headSchema.safeParse(json);
  if (!head.success || head.data.key !== key) return null;
  const { ids, terms, vocabulary, postings } = head.data;

  let offset = content.byteOffset + start;
  const take = (count: number): Uint32Array => {
    // A copy: the numbers in the file do not begin at a multiple of four.
    const part = content.buffer.slice(offset, offset + count * 4);
    offset += count * 4;
    return new Uint32Array(part);
  };
  const field = (name: Field): FieldPostings => ({
    starts: take(terms.length + 1),
    articles: take(postings[name]),
    weights: take(postings[name]),
  });
  const index = createArticleIndex({
    ids,
    terms,
    // In the order of the file.
    fields: {
      title: field('title'),
      words: field('words'),
      parts: field('parts'),
      text: field('text'),
    },
  });
  const words = new Map([
    ...vocabulary.prominent.map((word) => [word, true] as const),
    ...vocabulary.others.map((word) => [word, false] as const),
  ]);
  return { index, vocabulary: createVocabulary(words) };
}
