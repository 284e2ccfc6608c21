import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import type { IndexedPack } from './index-pack.ts';
import { restoreIndex, storedIndexSchema } from './lunr-index.ts';
import { createVocabulary } from './vocabulary.ts';

/** Keeps the index of a pack from one start to the next. Never throws: without it, starting is slower. */
export interface IndexStore {
  readonly read: (key: string) => Promise<IndexedPack | null>;
  readonly write: (key: string, indexed: IndexedPack) => Promise<void>;
}

/** Counted up whenever analysis or form of the index change: what was stored before is then useless. */
const indexVersion = 1;

/** Key of everything that the index is made from. */
export function contentKey(pack: KnowledgePack): string {
  const { municipalities, offices, synonyms, articles } = pack;
  const content = JSON.stringify([indexVersion, municipalities, offices, synonyms, articles]);
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** For packs that are opened once: tools and tests. */
export const noIndexStore: IndexStore = {
  read: async () => Promise.resolve(null),
  write: async () => Promise.resolve(),
};

const storedSchema = z.strictObject({
  /** The key again, in case that somebody renames files. */
  key: z.string(),
  index: storedIndexSchema,
  vocabulary: z.array(z.tuple([z.string(), z.boolean()])),
});

/**
 * One file in a folder, that of the pack in use.
 * @param folder is made when it is needed
 */
export function createIndexStore(folder: string): IndexStore {
  const fileOf = (key: string): string => join(folder, `index-${key}.json`);
  return {
    read: async (key) => {
      try {
        const stored = storedSchema.parse(JSON.parse(await readFile(fileOf(key), 'utf8')));
        if (stored.key !== key) return null;
        const vocabulary = createVocabulary(new Map(stored.vocabulary));
        return { index: restoreIndex(stored.index), vocabulary };
      } catch {
        return null;
      }
    },
    write: async (key, { index, vocabulary }) => {
      const stored = { key, index: index.store(), vocabulary: vocabulary.store() };
      const temporary = `${fileOf(key)}.${String(process.pid)}.tmp`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, JSON.stringify(stored));
        await rename(temporary, fileOf(key));
        await removeOthers(folder, fileOf(key));
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function removeOthers(folder: string, kept: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => /^index-.*\.(json|tmp)$/.test(name));
  for (const file of files.map((name) => join(folder, name)))
    if (file !== kept) await rm(file, { force: true });
}
