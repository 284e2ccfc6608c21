import { variantFor, type ArticleIndex } from '../../shared/knowledge/variants.ts';
import type { Article } from '../../shared/knowledge/pack.ts';

/**
 * Finds the article that a voice menu means: by id, service key (LeiKa, 14 digits), title, or an everyday word for
 * the title, in this order. Exact but for case and spaces, because a guess would look like the caller's own word.
 * All words are laid out once per pack, so that no card waits for 20,000 articles.
 * @returns `value` as the PBX writes it in its header, with or without quotes; `area` where it has to be valid, if
 * there is such a version
 */
export function menuArticles(
  articles: readonly Article[],
  index: ArticleIndex,
): (value: string, area: string) => Article | null {
  const words = new Map<string, Article>();
  const add = (word: string, article: Article): void => {
    const key = word.toLowerCase();
    if (!words.has(key)) words.set(key, article);
  };
  for (const article of articles) add(article.id, article);
  for (const article of articles) if (article.leika !== undefined) add(article.leika, article);
  for (const article of articles) add(article.title, article);
  for (const article of articles) for (const word of article.synonyms) add(word, article);
  return (value, area) => {
    const found = words.get(plain(value));
    return found === undefined ? null : variantFor(found, area, index);
  };
}

function plain(text: string): string {
  return text
    .replaceAll(/["„“”]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
