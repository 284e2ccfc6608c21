import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
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
  type PackManifest,
} from '../../../shared/knowledge/pack.ts';
import { finishPack, readEntries, type EntryList } from './entries.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import { parseArticle } from './article-file.ts';
import { germanReason, schemaFailures, type PackFailure } from './failure.ts';
import { jsonErrorLine } from './json-error.ts';
import { accessReason, readText } from './read-text.ts';
import type { Entry, ReadPack } from './references.ts';

/**
 * Reads and checks a knowledge pack (files: see shared/knowledge/pack.ts).
 * @returns the pack, or everything that is wrong with it, in the order of the files; never throws for
 * something that lies on the disk
 */
export async function loadPack(
  folder: string,
): Promise<Result<KnowledgePack, readonly PackFailure[]>> {
  const unusable = await folderReason(folder);
  if (unusable !== null) return failure([{ file: folder, path: [], reason: unusable }]);

  const failures: PackFailure[] = [];
  const manifest = await readManifest(folder, failures);
  const read: ReadPack = {
    manifest,
    municipalities: await readList(folder, 'municipalities.json', municipalitySchema, failures),
    lines: await readList(folder, 'lines.json', lineSchema, failures),
    offices: await readList(folder, 'offices.json', officeSchema, failures),
    notices: await readList(folder, 'notices.json', noticeSchema, failures),
    synonyms: await readList(folder, 'synonyms.json', synonymSchema, failures),
    articles: await readArticles(folder, failures),
    onlineServices: await readOptionalList(
      folder,
      'online-services.json',
      onlineServiceSchema,
      failures,
    ),
    responsibilities: await readOptionalList(
      folder,
      'responsibilities.json',
      responsibilitySchema,
      failures,
    ),
  };
  return finishPack(read, failures);
}

async function folderReason(folder: string): Promise<string | null> {
  try {
    return (await stat(folder)).isDirectory() ? null : 'ist kein Ordner';
  } catch (error) {
    return accessReason(error);
  }
}

/** The parsed JSON of a file; undefined when it could not be read, which is then among the failures. */
async function readJson(
  folder: string,
  file: string,
  failures: PackFailure[],
): Promise<{ readonly json: unknown } | undefined> {
  const text = await readText(join(folder, file));
  if (!text.ok) {
    failures.push({ file, path: [], reason: text.failure });
    return undefined;
  }
  try {
    return { json: JSON.parse(text.value) };
  } catch {
    const line = jsonErrorLine(text.value);
    failures.push({ file, path: [`Zeile ${line}`], reason: 'kein gültiges JSON' });
    return undefined;
  }
}

async function readManifest(folder: string, failures: PackFailure[]): Promise<PackManifest | null> {
  const file = 'pack.json';
  const read = await readJson(folder, file, failures);
  if (read === undefined) return null;
  const parsed = packManifestSchema.safeParse(read.json, { error: germanReason });
  if (parsed.success) return parsed.data;
  failures.push(...schemaFailures(file, [], parsed.error.issues));
  return null;
}

/** Entries of a list file. */
export async function readList<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
  failures: PackFailure[],
): Promise<EntryList<z.infer<Schema>>> {
  const read = await readJson(folder, file, failures);
  if (read === undefined) return { entries: [], brokenIds: [], complete: false };
  return readEntries(file, read.json, schema, failures);
}

/** A list file that packs of older making do not have. */
export async function readOptionalList<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
  failures: PackFailure[],
): Promise<EntryList<z.infer<Schema>>> {
  return (await exists(join(folder, file)))
    ? readList(folder, file, schema, failures)
    : { entries: [], brokenIds: [], complete: true };
}

/** false only if there is nothing at all: what is there but unreadable is a failure to be told. */
async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}

/** Every article below `articles/`. */
export async function readArticles(
  folder: string,
  failures: PackFailure[],
): Promise<EntryList<Article>> {
  const entries: Entry<Article>[] = [];
  const brokenIds: string[] = [];
  let complete = true;
  const files = await articleFiles(folder);
  if (!files.ok) {
    failures.push({ file: 'articles', path: [], reason: files.failure });
    return { entries, brokenIds, complete: false };
  }
  for (const file of files.value) {
    const text = await readText(join(folder, file));
    const article = text.ok
      ? parseArticle(file, text.value)
      : failure({ id: null, failures: [{ file, path: [], reason: text.failure }] });
    if (article.ok) {
      entries.push({ file, path: [], value: article.value });
      continue;
    }
    failures.push(...article.failure.failures);
    if (article.failure.id === null) complete = false;
    else brokenIds.push(article.failure.id);
  }
  return { entries, brokenIds, complete };
}

/** Everything named `.md` below `articles`, as paths with `/`, sorted; links are not followed. */
async function articleFiles(folder: string): Promise<Result<readonly string[], string>> {
  try {
    return success([...(await markdownBelow(folder, 'articles'))].sort());
  } catch (error) {
    return failure(accessReason(error));
  }
}

/**
 * Everything named `.md` below a folder, as paths with `/` that begin with `path`; links are not followed.
 * By hand: `readdir` does not descend on the fallback runtime's Node 18.15 (docs/decisions/0004).
 * @throws the error of the file system
 */
export async function markdownBelow(folder: string, path: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const name = `${path}/${entry.name}`;
      // A folder of that name is a mistake, which reading it will tell.
      if (name.endsWith('.md')) return [name];
      return entry.isDirectory() ? markdownBelow(folder, name) : [];
    }),
  );
  return found.flat();
}
