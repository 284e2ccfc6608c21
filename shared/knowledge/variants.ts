import type { Topic } from '../card.ts';
import { areaPath } from './area.ts';
import type { Article, Line } from './pack.ts';

/**
 * The variant of a service that is valid for an area: the most local one that contains it.
 * undefined when no variant is valid there.
 */
export function mostLocalVariant(
  articles: readonly Article[],
  service: string,
  area: string,
): Article | undefined {
  return mostLocal(
    articles.filter((article) => article.service === service),
    areaPath(area),
  );
}

/** @param levels of an area as `areaPath` gives them */
export function mostLocal(
  variants: readonly Article[],
  levels: readonly string[],
): Article | undefined {
  for (const level of levels) {
    const found = variants.find((article) => article.area === level);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Topics of a line for an area: each article of the table in its most local variant. */
export function topicsFor(
  line: Pick<Line, 'topics'>,
  area: string,
  articles: readonly Article[],
): readonly Topic[] {
  return line.topics.flatMap((id) => {
    const listed = articles.find((article) => article.id === id);
    if (listed === undefined) return [];
    const article = mostLocalVariant(articles, listed.service, area) ?? listed;
    return [{ articleId: article.id, title: article.title }];
  });
}
