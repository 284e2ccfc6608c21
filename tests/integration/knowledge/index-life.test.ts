// The life of the index: kept from one start to the next, never trusted blindly, swapped whole.
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerKnowledge } from '../../../main/knowledge/answer.ts';
import {
  createIndexStore,
  createSearch,
  noIndexStore,
  openSearch,
} from '../../../main/knowledge/index.ts';
import type { IndexedPack } from '../../../main/knowledge/search/index-pack.ts';
import { contentKey } from '../../../main/knowledge/search/index-store.ts';
import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { article, articleText, packFiles, packOf, wedel, writeFolder } from './small-pack.ts';

const pack = packOf(
  [
    article('tier', 'Hundesteuer', { synonyms: ['Hund anmelden', 'zzz'] }),
    article('muell', 'Sperrmüll abholen lassen'),
    article('ausweis', 'Personalausweis verloren'),
  ],
  { synonyms: [{ term: 'Personalausweis', words: ['Perso'] }] },
);
const queries = ['hund', 'sperrmuell', 'perso', 'hu', 'Hundsteuer', 'abgeholt', 'nichts davon'];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsdraht-index-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function answers(of: KnowledgePack, where = folder): Promise<readonly unknown[]> {
  const { search } = await openSearch(of, createIndexStore(where));
  return queries.map((text) => search({ text, municipality: null, limit: 9 }));
}

function expected(of: KnowledgePack): readonly unknown[] {
  const { search } = createSearch(of);
  return queries.map((text) => search({ text, municipality: null, limit: 9 }));
}

async function onlyFile(): Promise<string> {
  const [file, ...others] = await readdir(folder);
  expect(others).toEqual([]);
  return join(folder, file ?? '');
}

describe('a stored index', () => {
  it('answers as the one that was built', async () => {
    expect(await answers(pack)).toEqual(expected(pack));
    const written = await readFile(await onlyFile());
    expect(await answers(pack)).toEqual(expected(pack));
    expect(await readFile(await onlyFile())).toEqual(written);
  });

  it('is what the answers come from', async () => {
    const store = createIndexStore(folder);
    const other = packOf([article('tier', 'Katzensteuer')]);
    const built: IndexedPack[] = [];
    await openSearch(other, {
      ...noIndexStore,
      write: (_, indexed) => Promise.resolve(void built.push(indexed)),
    });
    for (const indexed of built) await store.write(contentKey(pack), indexed);
    const { search } = await openSearch(pack, store);
    const found = (text: string): readonly string[] =>
      search({ text, municipality: null, limit: 9 }).map(({ id }) => id);
    expect([found('katze'), found('sperrmuell')]).toEqual([['tier'], []]);
  });

  it('is left alone for other content, which takes its place', async () => {
    await answers(pack);
    const before = await onlyFile();
    const changed = packOf([article('hund', 'Hundesteuer neu'), article('x', 'Perso')]);
    expect(await answers(changed)).toEqual(expected(changed));
    expect(await onlyFile()).not.toBe(before);
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (bytes) => bytes.subarray(0, bytes.byteLength / 2)],
    ['something else', () => Buffer.from('{"key":1}')],
    ['longer', (bytes) => Buffer.concat([bytes, Buffer.alloc(4)])],
    ['of an earlier form', () => Buffer.from('{"key":"","index":{},"vocabulary":[]}')],
  ])('that is %s only costs time', async (_, spoil) => {
    await answers(pack);
    const file = await onlyFile();
    const good = await readFile(file);
    await writeFile(file, spoil(good));
    expect(await answers(pack)).toEqual(expected(pack));
    // It was built again and stored again.
    expect(await readFile(file)).toEqual(good);
  });

  it('of other content under this name is not taken', async () => {
    await answers(pack);
    const file = await onlyFile();
    const changed = packOf([article('hund', 'Hundesteuer neu'), article('x', 'Perso')]);
    await answers(changed);
    await rename(await onlyFile(), file);
    expect(await answers(pack)).toEqual(expected(pack));
  });

  it('that cannot be written changes nothing', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    expect(await answers(pack, join(file, 'below'))).toEqual(expected(pack));
  });
});

describe('the knowledge process', () => {
  const answerSchema = z.looseObject({ ok: z.literal(true), value: z.unknown() });
  const ask = async (name: string, payload: unknown): Promise<unknown> =>
    answerSchema.parse(await answerKnowledge({ id: 1, name, payload }, () => undefined)).value;
  const load = async (where: string): Promise<unknown> =>
    ask('load', { folder: where, generation: null, indexFolder: null });
  const found = async (text: string): Promise<readonly string[]> => {
    const hits = z.looseObject({ hits: z.array(z.looseObject({ id: z.string() })) });
    return hits.parse(await ask('search', { text, area: null })).hits.map(({ id }) => id);
  };

  it('answers from the old pack until the new one is complete, and keeps it when that is bad', async () => {
    const first = await writeFolder(packFiles());
    const many = packFiles();
    for (let number = 0; number < 300; number += 1)
      many.set(`articles/n${number}.md`, articleText(`neu${number}`, wedel));
    const second = await writeFolder(many);
    const broken = await writeFolder(packFiles().set('lines.json', '[{}]'));
    try {
      await load(first);
      expect(await found('hund')).toEqual(['hund']);
      const loading = load(second);
      expect(await found('neu7')).toEqual([]);
      expect(await found('hund')).toEqual(['hund']);
      await loading;
      expect(await found('neu7')).toContain('neu7');
      expect(await load(broken)).toMatchObject({ articles: 0 });
      expect(await found('neu7')).toContain('neu7');

      const [slow, quick] = [load(second), load(first)];
      await Promise.all([slow, quick]);
      expect(await found('neu7')).toEqual([]);
    } finally {
      for (const each of [first, second, broken]) await rm(each, { recursive: true });
    }
  });
});
