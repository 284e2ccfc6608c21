import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { decodeIndex, encodeIndex } from './index-file.ts';
import type { IndexedPack } from './index-pack.ts';

/** Keeps the index of a pack from one start to the next. Never throws: without it, starting is slower. */
export interface IndexStore {
  readonly read: (key: string) => Promise<IndexedPack | null>;
  readonly write: (key: string, indexed: IndexedPack) => Promise<void>;
}

/** Counted up whenever analysis or form of the index change: what was stored before is then useless. */
const indexVersion = 2;

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

/**
 * One file in a folder, that of the pack in use.
 * @param folder is made when it is needed
 */
export function createIndexStore(folder: string): IndexStore {
  const fileOf = (key: string): string => join(folder, `index-${key}`);
  return {
    read: async (key) => {
      try {
        return decodeIndex(key, await readFile(fileOf(key)));
      } catch {
        return null;
      }
    },
    write: async (key, indexed) => {
      const temporary = `${fileOf(key)}.${String(process.pid)}.tmp`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, encodeIndex(key, indexed));
        await rename(temporary, fileOf(key));
        await removeOthers(folder, fileOf(key));
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function removeOthers(folder: string, kept: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => /^index-[0-9a-f]{32}(\.|$)/.test(name));
  for (const file of files.map((name) => join(folder, name)))
    if (file !== kept) await rm(file, { force: true });
}
