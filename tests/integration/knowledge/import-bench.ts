import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  importKnowledge,
  type ImportOptions,
  type ImportReport,
} from '../../../main/knowledge/import/index.ts';
import { describeFailure, loadPack } from '../../../main/knowledge/index.ts';
import type { Article, KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { packFiles, writeFolder } from './small-pack.ts';

/** What an import made of some files. */
export interface Imported {
  readonly report: ImportReport;
  readonly pack: KnowledgePack;
  readonly out: string;
}

/** Folders of one test file: a base pack, and a new place for every import. */
export async function createImportBench(
  change: (files: Map<string, string>) => void = () => undefined,
) {
  const files = packFiles();
  change(files);
  const base = await writeFolder(files);
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-import-'));
  let count = 0;

  /** Imports files; a failure comes back as its German lines. */
  async function run(
    contents: readonly (string | Uint8Array)[],
    options: {
      readonly base?: string;
      readonly area?: string;
      readonly editorial?: Partial<Pick<ImportOptions, 'articles' | 'offices' | 'lines'>>;
    } = {},
  ): Promise<Imported | string> {
    count += 1;
    const xzufi = await Promise.all(
      contents.map(async (content, index) => {
        const file = join(folder, `${count}-${index + 1}.xml`);
        await writeFile(file, content);
        return file;
      }),
    );
    const out = join(folder, `out-${count}`);
    const imported = await importKnowledge({
      base: options.base ?? base,
      out,
      replace: false,
      area: options.area ?? null,
      xzufi,
      articles: [],
      offices: [],
      lines: [],
      ...options.editorial,
      source: 'Testredaktion',
      today: '2026-11-25',
    });
    if (!imported.ok)
      return imported.failure.map(describeFailure).join('\n').replaceAll(`${folder}/`, '');
    const pack = await loadPack(out);
    if (!pack.ok) throw new Error(pack.failure.map(describeFailure).join('\n'));
    return { report: imported.value, pack: pack.value, out };
  }

  return {
    run,
    base,
    folder,
    /** As `run`, where a failure is a failure of the test. */
    importing: async (...contents: readonly (string | Uint8Array)[]): Promise<Imported> => {
      const imported = await run(contents);
      if (typeof imported === 'string') throw new Error(imported);
      return imported;
    },
    remove: async (): Promise<void> => {
      for (const path of [base, folder]) await rm(path, { recursive: true, force: true });
    },
  };
}

/** Ids of the articles that an import made, in the order of the pack. */
export const idsOf = ({ pack }: Imported): readonly string[] =>
  pack.articles.filter(({ xzufiId }) => xzufiId !== undefined).map(({ id }) => id);

/** The one article that an import made. */
export function onlyArticle({ pack }: Imported): Article {
  const found = pack.articles.filter(({ xzufiId }) => xzufiId !== undefined);
  const [article] = found;
  if (article === undefined || found.length > 1) throw new Error(`${found.length} articles`);
  return article;
}

/** `COUNT × REASON` for everything left out or changed. */
export const reasonsOf = ({ report }: Imported): readonly string[] =>
  [...report.skipped, ...report.changed].map(({ reason, count }) => `${count} × ${reason}`);
