import lunr from 'lunr';
import { z } from 'zod';

/** Fields of the index with their weights: where a word stands says how much it means. */
const weights = { title: 8, words: 6, parts: 3, text: 1 } as const;

/** An analysed article; every field is a list of stems. */
export interface IndexedArticle {
  readonly id: string;
  readonly title: readonly string[];
  /** Words that citizens use. */
  readonly words: readonly string[];
  /** What the compounds of title and words are made of. */
  readonly parts: readonly string[];
  /** All other text with its compound parts. */
  readonly text: readonly string[];
}

/** Article id → score. */
export type Scores = ReadonlyMap<string, number>;

export interface ArticleIndex {
  readonly knows: (stem: string) => boolean;
  /** Whether a stem stands in a title or among the words citizens use, also as part of a compound. */
  readonly isProminent: (stem: string) => boolean;
  /**
   * Articles that hold at least one of the stems.
   * @param stems stem → how much it counts
   * @param where `titles` leaves out the text of the articles
   */
  readonly find: (stems: ReadonlyMap<string, number>, where: 'titles' | 'everywhere') => Scores;
  readonly store: () => StoredIndex;
}

/** Takes articles one by one, so that whoever builds can pause between them. */
export interface IndexBuilder {
  readonly add: (article: IndexedArticle) => void;
  readonly build: () => ArticleIndex;
}

/**
 * lunr does what it does well: the inverted index and BM25. Analysis, completion and typos are ours, so it
 * is given exact terms only; its parser for query strings, its wildcards and its pipelines are not used.
 */
export function createIndexBuilder(): IndexBuilder {
  const builder = new lunr.Builder();
  const prominent = new Set<string>();
  builder.ref('id');
  for (const [field, boost] of Object.entries(weights)) builder.field(field, { boost });
  return {
    add: (article) => {
      builder.add(article);
      for (const terms of [article.title, article.words, article.parts])
        for (const term of terms) prominent.add(term);
    },
    build: () => {
      shareMetadata(builder.invertedIndex);
      return articleIndex(builder.build(), prominent);
    },
  };
}

/** What an index is stored as. */
export const storedIndexSchema = z.strictObject({
  prominent: z.array(z.string()),
  lunr: z.looseObject({
    version: z.literal(lunr.version),
    fields: z.array(z.string()),
    fieldVectors: z.array(z.unknown()),
    invertedIndex: z.array(z.unknown()),
    pipeline: z.array(z.string()),
  }),
});
export type StoredIndex = z.infer<typeof storedIndexSchema>;

/** @throws where lunr cannot read what was stored */
export function restoreIndex({ lunr: stored, prominent }: StoredIndex): ArticleIndex {
  const index = lunr.Index.load(stored);
  shareMetadata(invertedIndexOf(index));
  return articleIndex(index, new Set(prominent));
}

function articleIndex(index: lunr.Index, prominent: ReadonlySet<string>): ArticleIndex {
  const terms = invertedIndexOf(index);
  const everywhere = Object.keys(weights);
  const titles = everywhere.filter((field) => field !== 'text');

  return {
    knows: (stem) => Object.hasOwn(terms, stem),
    isProminent: (stem) => prominent.has(stem),
    store: () => ({
      prominent: [...prominent],
      lunr: index.toJSON() as StoredIndex['lunr'],
    }),
    find: (stems, where) => {
      // A query without clauses counts as negated for lunr: it would return everything.
      if (stems.size === 0) return new Map();
      const results = index.query((query) => {
        for (const [term, boost] of stems)
          query.clause({
            term,
            fields: where === 'titles' ? titles : everywhere,
            boost,
            editDistance: 0,
            usePipeline: false,
            wildcard: lunr.Query.wildcard.NONE,
          });
      });
      return new Map(results.map(({ ref, score }) => [ref, score]));
    },
  };
}

/** The types of lunr leave its parts out. */
function invertedIndexOf(index: lunr.Index): InvertedIndex {
  return (index as unknown as { readonly invertedIndex: InvertedIndex }).invertedIndex;
}

type InvertedIndex = Readonly<Record<string, Record<string, Record<string, object> | number>>>;

/**
 * lunr keeps an object of its own for the metadata of every word of every article, also when there is none.
 * One empty object for all of them saves more than a third of the memory (docs/decisions/0005).
 * @param invertedIndex of the builder: term → field → article id → metadata, beside a number `_index`
 */
function shareMetadata(invertedIndex: object): void {
  const none = Object.freeze({});
  for (const posting of Object.values(invertedIndex as InvertedIndex))
    for (const articles of Object.values(posting))
      if (typeof articles === 'object') for (const id of Object.keys(articles)) articles[id] = none;
}
