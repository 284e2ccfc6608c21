import type { Topic, TopicReason } from '../card.ts';
import { areaPath } from './area.ts';
import type { Article } from './pack.ts';

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

/** Articles by what cards look for: a card must not search 20,000 of them while it rings. */
export interface ArticleIndex {
  readonly byId: ReadonlyMap<string, Article>;
  readonly byService: ReadonlyMap<string, readonly Article[]>;
}

export function indexArticles(articles: readonly Article[]): ArticleIndex {
  const byService = new Map<string, Article[]>();
  for (const article of articles) {
    const variants = byService.get(article.service);
    if (variants === undefined) byService.set(article.service, [article]);
    else variants.push(article);
  }
  return { byId: new Map(articles.map((article) => [article.id, article])), byService };
}

/** The variant of an article's service that is valid for an area; the article itself where none is. */
export function variantFor(listed: Article, area: string, { byService }: ArticleIndex): Article {
  return mostLocal(byService.get(listed.service) ?? [], areaPath(area)) ?? listed;
}

/** An article that wants to be a topic, and why. */
export interface Candidate {
  readonly article: string;
  readonly reason: TopicReason;
}

/**
 * Topics for an area: each candidate in its most local variant, each service once, with its first reason.
 * @param candidates the strongest reason first
 */
export function topicsOf(
  candidates: readonly Candidate[],
  area: string,
  index: ArticleIndex,
): readonly Topic[] {
  const topics = new Map<string, Topic>();
  for (const { article: id, reason } of candidates) {
    const listed = index.byId.get(id);
    if (listed === undefined || topics.has(listed.service)) continue;
    const { id: articleId, title } = variantFor(listed, area, index);
    topics.set(listed.service, { articleId, title, reason });
  }
  return [...topics.values()].slice(0, maxTopics);
}

/** As many as there are digits. */
const maxTopics = 9;

/** Whether a day of the year lies in a season, which may go over the turn of the year. All `MM-DD`. */
export function inSeason(day: string, { from, until }: { from: string; until: string }): boolean {
  return from <= until ? from <= day && day <= until : day >= from || day <= until;
}
