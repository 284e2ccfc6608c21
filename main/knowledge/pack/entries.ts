import { z } from 'zod';
import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import { germanReason, schemaFailures, type PackFailure } from './failure.ts';
import { referenceFailures, type Entry, type KnownIds, type ReadPack } from './references.ts';

export type EntryList<Value> = KnownIds & { readonly entries: readonly Entry<Value>[] };

const idsSchema = z.looseObject({ id: z.string().optional(), ars: z.string().optional() });

/**
 * Entries of a list. Each is parsed by itself, so that one mistake does not hide the others; the id of a
 * broken entry is still known, lest everything that names it be reported too.
 * @param file name for failures, as PackFailure.file
 */
export function readEntries<Schema extends z.ZodType>(
  file: string,
  json: unknown,
  schema: Schema,
  failures: PackFailure[],
): EntryList<z.infer<Schema>> {
  if (!Array.isArray(json)) {
    failures.push({ file, path: [], reason: 'die Datei enthält keine Liste ([ … ])' });
    return { entries: [], brokenIds: [], complete: false };
  }
  const entries: Entry<z.infer<Schema>>[] = [];
  const brokenIds: string[] = [];
  let complete = true;
  json.forEach((entry: unknown, index) => {
    const parsed = schema.safeParse(entry, { error: germanReason });
    if (parsed.success) {
      entries.push({ file, path: [index], value: parsed.data });
      return;
    }
    failures.push(...schemaFailures(file, [index], parsed.error.issues));
    const ids = idsSchema.safeParse(entry);
    const id = ids.data?.id ?? ids.data?.ars;
    if (id === undefined) complete = false;
    else brokenIds.push(id);
  });
  return { entries, brokenIds, complete };
}

/**
 * The pack, if nothing is wrong with its entries or between them.
 * @param failures found while reading; what is wrong between entries is added
 */
export function finishPack(
  read: ReadPack,
  failures: PackFailure[],
): Result<KnowledgePack, readonly PackFailure[]> {
  failures.push(...referenceFailures(read));
  if (failures.length > 0 || read.manifest === null) return failure(failures);
  const values = <Value>({ entries }: EntryList<Value>): readonly Value[] =>
    entries.map(({ value }) => value);
  return success({
    manifest: read.manifest,
    municipalities: values(read.municipalities),
    lines: values(read.lines),
    offices: values(read.offices),
    notices: values(read.notices),
    synonyms: values(read.synonyms),
    articles: values(read.articles),
    onlineServices: values(read.onlineServices),
    responsibilities: values(read.responsibilities),
  });
}
