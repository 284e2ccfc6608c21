import type { Article } from '../../../shared/knowledge/pack.ts';
import type { ArticleIndex, Scores } from './postings.ts';
import type { Meaning } from './meaning.ts';
import type { WeighedMeaning } from './phrase.ts';
import type { Ranked } from './variants.ts';

/** The articles that hold a word of the query, or something near it. */
export interface FoundMeaning extends WeighedMeaning {
  readonly scores: Scores;
  readonly nearScores: Scores;
}

/** An article with the share of the query that it holds: 1 is all that is known of it. */
export interface Covered extends Ranked {
  readonly coverage: number;
}

/** What holding only something near a word counts. */
const nearShare = 0.5;

export function findMeaning(meaning: Meaning, index: ArticleIndex, articles: number): FoundMeaning {
  const scores = index.find(meaning.stems, meaning.where);
  const nearScores = index.find(meaning.near, meaning.where);
  // A word that stands nowhere tells nothing about which article is meant.
  const information = scores.size === 0 ? 0 : Math.log(1 + articles / scores.size);
  return { meaning, scores, nearScores, information };
}

/**
 * Sums the words' scores; an article that lacks words falls behind by the square of what it holds, each word
 * counted by what it tells: to lack "melden" costs less than to lack "Wespe". Best first.
 */
export function combine(
  found: readonly FoundMeaning[],
  articles: ReadonlyMap<string, Article>,
): readonly Covered[] {
  const total = found.reduce((sum, { information }) => sum + information, 0);
  const sums = new Map<string, { sum: number; held: number }>();
  const add = (id: string, score: number, held: number): void => {
    const entry = sums.get(id);
    if (entry === undefined) sums.set(id, { sum: score, held });
    else {
      entry.sum += score;
      entry.held += held;
    }
  };
  for (const { scores, nearScores, information } of found) {
    for (const [id, score] of scores) add(id, score, information);
    for (const [id, score] of nearScores)
      if (!scores.has(id)) add(id, score, information * nearShare);
  }
  return [...sums]
    .flatMap(([id, { sum, held }]) => {
      const article = articles.get(id);
      // Sums of fractions: what is nearly all is all.
      const coverage = total - held < 1e-9 ? 1 : held / total;
      return article === undefined ? [] : [{ article, score: sum * coverage ** 2, coverage }];
    })
    .sort((one, other) => other.score - one.score);
}
