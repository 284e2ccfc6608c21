import type { CompoundSplitter } from './compound.ts';
import type { QueryWord } from './analysis.ts';
import type { ArticleIndex } from './postings.ts';
import { stem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a word of the query may have meant. */
export interface Meaning {
  readonly query: QueryWord;
  /** Stems that count as finding it, with their weights. */
  readonly stems: ReadonlyMap<string, number>;
  /** Stems that come near it: the head of a compound (a Mülltonne is a Tonne). */
  readonly near: ReadonlyMap<string, number>;
  readonly where: 'titles' | 'everywhere';
}

/** Finds out what words mean in one pack. */
export interface MeaningFinder {
  /** What the words mean as they are typed; a compound that nobody wrote means its parts. */
  readonly asTyped: (query: QueryWord) => readonly Meaning[];
  /** The same with slips of the keyboard allowed in words that are not in the index. */
  readonly corrected: (query: QueryWord) => readonly Meaning[];
}

/** Most words that a beginning or a typo is taken for; bounds the work of one letter. */
const maxCompletions = (typed: string): number => Math.min(32, 8 * typed.length);
const maxCorrections = 8;
const verbWeight = 0.8;
const headWeight = 0.5;

export function createMeaningFinder(parts: {
  readonly index: ArticleIndex;
  readonly vocabulary: Vocabulary;
  readonly splitter: CompoundSplitter;
}): MeaningFinder {
  const { index, vocabulary, splitter } = parts;

  /** The word itself, its verb, and what it may become while it is typed. */
  function meaningOf(query: QueryWord): Meaning {
    const { word, stem: wanted, beingTyped } = query;
    const stems = new Map<string, number>();
    if (beingTyped)
      for (const completion of vocabulary.startingWith(word, maxCompletions(word)))
        raise(stems, stem(completion), completionWeight(word, completion));
    for (const verb of query.verbs) if (index.knows(verb)) raise(stems, verb, verbWeight);
    const isKnown = index.knows(wanted);
    if (isKnown) stems.set(wanted, 1);
    // One or two letters begin something in every text; there they would say nothing.
    return {
      query,
      stems,
      near: new Map(),
      where: isKnown || word.length > 2 ? 'everywhere' : 'titles',
    };
  }

  /** Wohngeldantrag, which nobody wrote → Wohngeld, Antrag; Mülltonne, which somebody did → Tonne nearly. */
  function withParts(meaning: Meaning): readonly Meaning[] {
    const { query, stems } = meaning;
    const known = splitter.split(query.word).map(stem).filter(index.knows);
    if (known.length === 0) return [meaning];
    if (index.isProminent(query.stem) || (query.beingTyped && stems.size > 1)) {
      const head = splitter.headOf(query.word);
      return [{ ...meaning, near: new Map(head === null ? [] : [[stem(head), headWeight]]) }];
    }
    return known.map((part) => ({ ...meaning, stems: new Map([...stems, [part, 1]]) }));
  }

  return {
    asTyped: (query) => withParts(meaningOf(query)),
    corrected: (query) => {
      const meaning = meaningOf(query);
      if (index.knows(query.stem)) return withParts(meaning);
      const stems = new Map(meaning.stems);
      const { word, beingTyped } = query;
      for (const near of vocabulary.near(word, { limit: maxCorrections, beingTyped }))
        raise(stems, stem(near.word), (near.goesOn ? 0.4 : 0.8) / near.edits);
      return stems.size === 0 ? withParts(meaning) : [{ ...meaning, stems }];
    },
  };
}

/** The nearer to the end of the word, the likelier. */
function completionWeight(typed: string, word: string): number {
  return 0.2 + 0.6 * (typed.length / word.length);
}

function raise(stems: Map<string, number>, term: string, weight: number): void {
  stems.set(term, Math.max(stems.get(term) ?? 0, weight));
}
