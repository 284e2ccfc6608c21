import { areaContains, areaLevel, areaLevels, areaPath } from '../../../shared/knowledge/area.ts';
import type { Article } from '../../../shared/knowledge/pack.ts';
import { mostLocal } from '../../../shared/knowledge/variants.ts';
import { groupBy } from './group-by.ts';

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
  return [...groupBy(found, ({ article }) => article.service)].flatMap(([service, variants]) => {
    const valid = variants.filter(({ article }) => levels.includes(article.area));
    const shown = mostLocal(services.get(service) ?? [], levels);
    if (valid.length === 0 || shown === undefined)
      return variants.filter(({ article }) => areaContains(area, article.area));
    return [{ article: shown, score: Math.max(...valid.map(({ score }) => score)) }];
  });
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
