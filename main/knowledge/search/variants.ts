import { areaContains, areaLevel, areaLevels, areaPath } from '../../../shared/knowledge/area.ts';
import type { Article } from '../../../shared/knowledge/pack.ts';
import { mostLocal } from '../../../shared/knowledge/variants.ts';

/** An article with the relevance of its service. */
export interface Ranked {
  readonly article: Article;
  readonly score: number;
}

/**
 * Leaves one variant per service: the most local one that is valid for `area`, with the score of the best
 * valid variant, since all of them describe the same service.
 *
 * Where `area` is wider than a municipality (nobody has said yet which one), variants for narrower areas
 * within it stay when no valid variant was found: with its area beside it, "Marktgebühren, Elmshorn" is an
 * answer; to show one of several towns as the only one would be a guess.
 */
export function chooseVariants(
  found: readonly Ranked[],
  area: string,
  services: ReadonlyMap<string, readonly Article[]>,
): readonly Ranked[] {
  // Once for all: a frequent word finds thousands.
  const levels = areaPath(area);
  const best = new Map<string, number>();
  for (const { article, score } of found)
    if (levels.includes(article.area))
      best.set(article.service, Math.max(score, best.get(article.service) ?? 0));
  const shown = [...best].flatMap(([service, score]) => {
    const article = mostLocal(services.get(service) ?? [], levels);
    return article === undefined ? [] : [{ article, score }];
  });
  const narrower = found.filter(
    ({ article }) => !best.has(article.service) && areaContains(area, article.area),
  );
  return [...shown, ...narrower];
}

/** Best first; among equals the more local one, then by id, so that the order never changes by itself. */
export function byRelevance(one: Ranked, other: Ranked): number {
  return (
    other.score - one.score ||
    narrowness(other.article) - narrowness(one.article) ||
    (one.article.id < other.article.id ? -1 : 1)
  );
}

/** The higher, the more local. */
export function narrowness({ area }: Article): number {
  return areaLevels.indexOf(areaLevel(area));
}
