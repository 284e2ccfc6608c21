import { join } from 'node:path';
import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import type { PackFailure } from '../pack/failure.ts';
import { readArticleFolder, type ArticleFile } from './read-articles.ts';
import type { ReportBuilder } from './report.ts';
import { readLineTable } from './tables/lines.ts';
import { readOfficeTable } from './tables/offices.ts';
import type { TableResult } from './tables/row-failures.ts';

/** What towns without a system hand in: Markdown and tables, laid over the base pack. */
export interface Editorial {
  /** The base with everything of the files; what has the same id is replaced. */
  readonly pack: KnowledgePack;
  /** Article files to write, path within the pack → content. */
  readonly files: ReadonlyMap<string, string>;
  /** Files of the base whose article comes from another file now. */
  readonly replaced: readonly string[];
  readonly offices: number;
  readonly lines: number;
}

/** Reads them all; every mistake of every file at once. */
export async function readEditorial(
  base: KnowledgePack,
  options: {
    readonly base: string;
    readonly articles: readonly string[];
    readonly offices: readonly string[];
    readonly lines: readonly string[];
  },
  report: ReportBuilder,
): Promise<Result<Editorial, readonly PackFailure[]>> {
  const failures: PackFailure[] = [];
  const table = async <Value>(
    files: readonly string[],
    kind: string,
    read: (file: string) => Promise<TableResult<Value>>,
  ): Promise<readonly Value[]> => {
    const all: Value[] = [];
    for (const file of files) {
      const { values, failures: found, encoding } = await read(file);
      failures.push(...found);
      all.push(...values);
      if (encoding !== null)
        report.change(`nicht in UTF-8 gespeichert, gelesen als ${encoding}`, {
          file,
          line: 1,
          what: kind,
        });
      for (const _ of values) report.read(kind);
    }
    return all;
  };
  const offices = await table(options.offices, 'Stelle', (file) =>
    readOfficeTable(file, base.municipalities),
  );
  const lines = await table(options.lines, 'Leitung', (file) =>
    readLineTable(file, base.municipalities),
  );
  const articles: ArticleFile[] = [];
  for (const folder of options.articles) {
    const read = await readArticleFolder(folder);
    failures.push(...read.failures);
    articles.push(...read.files);
    for (const _ of read.files) report.read('Markdown-Artikel');
  }
  if (failures.length > 0) return failure(failures);

  const files = new Map(articles.map(({ path, text }) => [`articles/${path}`, text]));
  return success({
    pack: {
      ...base,
      offices: replaceById(base.offices, offices),
      lines: replaceById(base.lines, lines),
      articles: replaceById(
        base.articles,
        articles.map(({ article }) => article),
      ),
    },
    files,
    replaced: await replacedFiles(options.base, articles, files),
    offices: offices.length,
    lines: lines.length,
  });
}

/** The last entry of an id counts, in the place of the first. */
function replaceById<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
): readonly Entry[] {
  return [...new Map([...before, ...after].map((entry) => [entry.id, entry])).values()];
}

async function replacedFiles(
  base: string,
  articles: readonly ArticleFile[],
  files: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  if (articles.length === 0) return [];
  const ids = new Set(articles.map(({ article }) => article.id));
  const { files: old } = await readArticleFolder(join(base, 'articles'));
  return old
    .filter(({ article }) => ids.has(article.id))
    .map(({ path }) => `articles/${path}`)
    .filter((path) => !files.has(path));
}
