import type { Article } from '../../../shared/knowledge/pack.ts';
import type { Analysis } from './analysis.ts';
import type { Meaning } from './meaning.ts';

/** A word of the query with how much it tells: rare words tell more. */
export interface WeighedMeaning {
  readonly meaning: Meaning;
  readonly information: number;
}

/** What a part of a compound counts beside the whole word. */
const partWeight = 0.7;

/**
 * How well the title or one of the citizens' phrases of an article says what was asked, 0 to 1: the share of
 * the query that the phrase holds, and the share of the phrase that was asked for. Words that are scattered
 * over several phrases ("Hund" here, "verloren" there) count less than those that stand together.
 */
export function phraseFit(
  article: Article,
  query: readonly WeighedMeaning[],
  analysis: Analysis,
): number {
  const total = query.reduce((sum, { information }) => sum + information, 0);
  if (total === 0) return 0;
  return Math.max(
    ...[article.title, ...article.synonyms].map((phrase) => fitOf(phrase, query, analysis) / total),
  );
}

function fitOf(phrase: string, query: readonly WeighedMeaning[], analysis: Analysis): number {
  const words = analysis.wordsOf(phrase);
  const asked = new Set<number>();
  let held = 0;
  for (const { meaning, information } of query) {
    let best = 0;
    words.forEach(({ terms, parts }, position) => {
      const whole = weightIn(meaning, terms);
      const weight = Math.max(whole, partWeight * weightIn(meaning, parts));
      if (weight > 0) asked.add(position);
      best = Math.max(best, weight);
    });
    held += best * information;
  }
  return words.length === 0 ? 0 : held * Math.sqrt(asked.size / words.length);
}

function weightIn({ stems, near }: Meaning, terms: readonly string[]): number {
  return Math.max(0, ...terms.map((term) => stems.get(term) ?? near.get(term) ?? 0));
}
