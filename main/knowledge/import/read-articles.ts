import { join } from 'node:path';
import type { Article } from '../../../shared/knowledge/pack.ts';
import { parseArticle } from '../pack/article-file.ts';
import type { PackFailure } from '../pack/failure.ts';
import { markdownBelow } from '../pack/load-pack.ts';
import { accessReason, readText } from '../pack/read-text.ts';

/** An article of an editor with the path it had within the folder. */
export interface ArticleFile {
  readonly path: string;
  readonly article: Article;
  /** As the editor wrote it. */
  readonly text: string;
}

export interface ArticleFolder {
  readonly files: readonly ArticleFile[];
  readonly failures: readonly PackFailure[];
}

/** Reads every Markdown file of a folder and the folders in it; all mistakes with file and line. */
export async function readArticleFolder(folder: string): Promise<ArticleFolder> {
  const files: ArticleFile[] = [];
  const failures: PackFailure[] = [];
  let paths: readonly string[] = [];
  try {
    paths = (await markdownBelow(folder, '.'))
      .map((path) => path.slice('./'.length))
      .filter((path) => !/(^|\/)README\.md$/i.test(path))
      .sort();
  } catch (error) {
    failures.push({ file: folder, path: [], reason: accessReason(error) });
  }
  if (paths.length === 0 && failures.length === 0)
    failures.push({ file: folder, path: [], reason: 'enthält keine Datei mit der Endung .md' });
  for (const path of paths) {
    const file = join(folder, path);
    const text = await readText(file);
    const article = text.ok ? parseArticle(file, text.value) : text;
    if (article.ok && text.ok) files.push({ path, article: article.value, text: text.value });
    else if (article.ok) continue;
    else if (typeof article.failure === 'string')
      failures.push({ file, path: [], reason: article.failure });
    else failures.push(...article.failure.failures);
  }
  return { files, failures };
}
