import { articleModules, type Article } from '../../../shared/knowledge/pack.ts';
import { matchKinds, type Evidence, type Explanation } from '../../../shared/knowledge/search.ts';
import type { Analysis } from './analysis.ts';
import { marksOf, matchesIn, type Match } from './mark.ts';
import type { Meaning } from './meaning.ts';
import { plainText } from './preview.ts';

/** Text on both sides of a match, in characters. */
const context = 50;

/**
 * Why an article was found, in its own words: for each word of the query the best place that holds it.
 * @param packWords words of synonyms.json that count for this article
 */
export function explain(options: {
  readonly text: string;
  readonly article: Article;
  readonly packWords: readonly string[];
  readonly meanings: readonly Meaning[];
  readonly analysis: Analysis;
}): Explanation {
  const { text, article, packWords, meanings, analysis } = options;
  const asked = [...new Set(meanings.map(({ query }) => query))];
  const places: readonly (readonly [Evidence['place'], readonly string[]])[] = [
    ['title', [article.title]],
    ['citizensWords', article.synonyms],
    ['packWords', packWords],
  ];
  const evidenceOf = (ofWord: readonly Meaning[]): Evidence | null => {
    const look = (quote: string, place: Evidence['place'], module: Evidence['module'] = null) =>
      evidenceIn({ quote, place, module }, matchesIn(quote, ofWord, analysis));
    // The sort is stable: of equals the title comes first.
    const [best] = places
      .flatMap(([place, phrases]) => phrases.flatMap((phrase) => look(phrase, place) ?? []))
      .sort((one, other) => rank(one) - rank(other));
    if (best !== undefined) return best;
    for (const { key } of articleModules) {
      const found = look(plainText(article.modules[key] ?? ''), 'text', key);
      if (found !== null) return shortened(found);
    }
    return null;
  };
  return {
    words: asked.map((word) => ({
      typed: word.typed,
      evidence: evidenceOf(meanings.filter(({ query }) => query === word)),
    })),
    ignored: [...new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu))].filter(
      (word) => !asked.some(({ typed }) => typed === word),
    ),
  };
}

function evidenceIn(
  where: Pick<Evidence, 'quote' | 'place' | 'module'>,
  matches: readonly Match[],
): Evidence | null {
  const kind = matchKinds.find((candidate) => matches.some((match) => match.kind === candidate));
  return kind === undefined ? null : { ...where, kind, marks: marksOf(matches) };
}

function rank({ kind, quote }: Evidence): number {
  // Among equals the shorter phrase says it more plainly.
  return matchKinds.indexOf(kind) * 1000 + Math.min(quote.length, 999);
}

/** Cuts a text to the surroundings of its first match, at words. */
function shortened(evidence: Evidence): Evidence {
  const { quote, marks } = evidence;
  const [first] = marks;
  if (first === undefined) return evidence;
  const from = first[0] <= context ? 0 : quote.indexOf(' ', first[0] - context) + 1;
  const start = from > first[0] ? first[0] : from;
  const cut = quote.indexOf(' ', first[1] + context);
  const end = cut === -1 ? quote.length : cut;
  const front = start === 0 ? '' : '… ';
  const moved = marks
    .filter(([, until]) => until <= end)
    .map(([one, other]): [number, number] => [
      one - start + front.length,
      other - start + front.length,
    ]);
  return {
    ...evidence,
    quote: `${front}${quote.slice(start, end)}${end === quote.length ? '' : ' …'}`,
    marks: moved,
  };
}
