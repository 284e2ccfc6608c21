import lunr from 'lunr';
import {
  createArticleIndex,
  fields,
  fieldWeights,
  type ArticleIndex,
  type Field,
  type FieldPostings,
} from './postings.ts';

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

/** Takes articles one by one, so that whoever builds can pause between them. */
export interface IndexBuilder {
  readonly add: (article: IndexedArticle) => void;
  readonly build: () => ArticleIndex;
}

/** The weights in a stored index are those of this version. */
export const lunrVersion: string = lunr.version;

/**
 * lunr counts the words and weighs them by BM25. Its index is made of objects, one for each word of each
 * article, so it is only passed through: what is kept, stored and asked are lists of numbers (postings.ts,
 * docs/decisions/0054).
 */
export function createIndexBuilder(): IndexBuilder {
  const builder = new lunr.Builder();
  builder.ref('id');
  for (const field of fields) builder.field(field, { boost: fieldWeights[field] });
  // Completes wildcards, which are never asked for; at 5,000 articles it takes a third of a second.
  const inner = builder as unknown as BuiltIndex & { createTokenSet: () => void };
  inner.createTokenSet = () => undefined;
  return {
    add: (article) => {
      builder.add(article);
    },
    build: () => {
      builder.build();
      return createArticleIndex(postingsOf(inner));
    },
  };
}

/** What the types of lunr leave out. */
interface BuiltIndex {
  /** `field/article` → term, weight, term, weight …, by the number of the term. */
  readonly fieldVectors: Readonly<Record<string, { readonly elements: readonly number[] }>>;
  readonly invertedIndex: Readonly<Record<string, { readonly _index: number }>>;
}

type Vector = readonly [article: number, elements: readonly number[]];

function postingsOf({ fieldVectors, invertedIndex }: BuiltIndex): ArticleIndex['postings'] {
  const numbers = new Map<string, number>();
  const vectors = new Map<string, Vector[]>(fields.map((field) => [field, []]));
  for (const [name, { elements }] of Object.entries(fieldVectors)) {
    const slash = name.indexOf('/');
    const id = name.slice(slash + 1);
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    vectors.get(name.slice(0, slash))?.push([number, elements]);
  }
  const terms = new Array<string>(Object.keys(invertedIndex).length).fill('');
  for (const [term, { _index }] of Object.entries(invertedIndex)) terms[_index] = term;
  const of = (field: Field): FieldPostings => transpose(vectors.get(field) ?? [], terms.length);
  return {
    ids: [...numbers.keys()],
    terms,
    fields: { title: of('title'), words: of('words'), parts: of('parts'), text: of('text') },
  };
}

/** Terms by article → articles by term. */
function transpose(vectors: readonly Vector[], termCount: number): FieldPostings {
  const starts = new Uint32Array(termCount + 1);
  forEachWeight(vectors, (_, term) => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < termCount; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const articles = new Uint32Array(starts[termCount] ?? 0);
  const weights = new Uint32Array(articles.length);
  forEachWeight(vectors, (article, term, weight) => {
    const place = next[term] ?? 0;
    next[term] = place + 1;
    articles[place] = article;
    weights[place] = Math.round(weight * 1000);
  });
  return { starts, articles, weights };
}

function forEachWeight(
  vectors: readonly Vector[],
  work: (article: number, term: number, weight: number) => void,
): void {
  for (const [article, elements] of vectors)
    for (let place = 0; place < elements.length; place += 2)
      work(article, elements[place] ?? 0, elements[place + 1] ?? 0);
}
