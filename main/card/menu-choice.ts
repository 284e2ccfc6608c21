import { mostLocalVariant } from '../../shared/knowledge/variants.ts';
import type { Article, KnowledgePack } from '../../shared/knowledge/pack.ts';

/**
 * The article that a voice menu means: by id, service key (LeiKa, 14 digits), title, or an everyday word for the
 * title. Exact but for case and spaces, because a guess would look like the caller's own word.
 * @param value as the PBX writes it in its header, with or without quotes
 * @param area where it has to be valid, if there is such a version
 */
export function articleOfMenu(pack: KnowledgePack, value: string, area: string): Article | null {
  const wanted = plain(value);
  if (wanted === '') return null;
  const found =
    pack.articles.find(({ id }) => plain(id) === wanted) ??
    pack.articles.find(({ leika }) => leika === wanted) ??
    pack.articles.find(({ title }) => plain(title) === wanted) ??
    pack.articles.find(({ synonyms }) => synonyms.some((word) => plain(word) === wanted));
  if (found === undefined) return null;
  return mostLocalVariant(pack.articles, found.service, area) ?? found;
}

function plain(text: string): string {
  return text
    .replaceAll(/["„“”]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
