/** Fields of the index with their weights: where a word stands says how much it means. */
export const fieldWeights = { title: 8, words: 6, parts: 3, text: 1 } as const;
export type Field = keyof typeof fieldWeights;
export const fields = ['title', 'words', 'parts', 'text'] as const satisfies readonly Field[];
const titles = fields.filter((field) => field !== 'text');

/** One field: for each term the articles that hold it, by number, and what it weighs there. */
export interface FieldPostings {
  /** Where the articles of a term begin; the last entry is their end. */
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
  /** BM25 in thousandths, as finely as lunr computes it. */
  readonly weights: Uint32Array;
}

/** An index as lists of numbers; as the objects of lunr it takes ten times the memory and the time to read. */
export interface Postings {
  /** Article ids; the number of an article is its place. */
  readonly ids: readonly string[];
  /** Stems; the number of a term is its place. */
  readonly terms: readonly string[];
  readonly fields: Readonly<Record<Field, FieldPostings>>;
}

/** Article id → score. */
export type Scores = ReadonlyMap<string, number>;

export interface ArticleIndex {
  readonly knows: (stem: string) => boolean;
  /** Whether a stem stands in a title or among the words citizens use, also as part of a compound. */
  readonly isProminent: (stem: string) => boolean;
  /**
   * Articles that hold at least one of the stems, scored as `lunr.Index.query` does.
   * @param stems stem → how much it counts
   * @param where `titles` leaves out the text of the articles
   */
  readonly find: (stems: ReadonlyMap<string, number>, where: 'titles' | 'everywhere') => Scores;
  readonly postings: Postings;
}

export function createArticleIndex(postings: Postings): ArticleIndex {
  const numbers = new Map(postings.terms.map((term, number) => [term, number]));
  /** Sums while one query is answered; zeros between two. */
  const sums = new Float64Array(postings.ids.length);

  const holds = (field: Field, term: number): boolean => {
    const { starts } = postings.fields[field];
    return (starts[term + 1] ?? 0) > (starts[term] ?? 0);
  };

  return {
    postings,
    knows: (stem) => numbers.has(stem),
    isProminent: (stem) => {
      const term = numbers.get(stem);
      return term !== undefined && titles.some((field) => holds(field, term));
    },
    find: (stems, where) => {
      const found: number[] = [];
      let squares = 0;
      for (const [stem, boost] of stems) {
        const term = numbers.get(stem);
        if (term === undefined) continue;
        squares += boost * boost;
        for (const field of where === 'titles' ? titles : fields) {
          const { starts, articles, weights } = postings.fields[field];
          const end = starts[term + 1] ?? 0;
          for (let place = starts[term] ?? 0; place < end; place += 1) {
            const article = articles[place] ?? 0;
            // What weighs nothing was found all the same, so a sum of 0 may be put down twice.
            if (sums[article] === 0) found.push(article);
            sums[article] = (sums[article] ?? 0) + boost * ((weights[place] ?? 0) / 1000);
          }
        }
      }
      const magnitude = Math.sqrt(squares);
      const scores = new Map<string, number>();
      for (const article of found) {
        const id = postings.ids[article];
        if (id !== undefined && !scores.has(id)) scores.set(id, (sums[article] ?? 0) / magnitude);
      }
      for (const article of found) sums[article] = 0;
      return scores;
    },
  };
}
