import type { KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { createSplitter, type CompoundSplitter } from './compound.ts';
import { fold } from './fold.ts';
import { nouns } from './nouns.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { indexWords, words } from './tokenise.ts';
import { infinitiveStems, separatedStems } from './verb-forms.ts';

/** What a text becomes in the index. */
export interface AnalysedText {
  /** Stems of the words of the text, in order. */
  readonly terms: readonly string[];
  /** Stems of the words that its compounds are made of. */
  readonly parts: readonly string[];
  /** Every folded word and compound part as written: what a beginning can be completed to. */
  readonly surfaces: readonly string[];
}

/** German analysis of one pack. */
export interface Analysis {
  /** For the index: remembers every word, a pack has few different ones. */
  readonly analyse: (text: string) => AnalysedText;
  /** `fold` for the words of hits, which come again with every letter that is typed. */
  readonly folded: (word: string) => string;
  /** Every word of a text that says something. */
  readonly wordsOf: (text: string) => readonly AnalysedText[];
  readonly splitter: CompoundSplitter;
}

const nothing: AnalysedText = { terms: [], parts: [], surfaces: [] };

/** Most texts that are remembered; then it is begun anew. */
const mostRemembered = 50_000;

/** The same phrases and words are looked at with every letter that an agent types. */
function remembering<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= mostRemembered) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

/** The splitter's dictionary is the list of nouns and the capitalised words of titles and synonyms. */
export function createAnalysis(pack: KnowledgePack): Analysis {
  const splitter = createSplitter([...nouns, ...learnedWords(pack)]);
  const known = new Map<string, AnalysedText>();

  function analyseWord(word: string): AnalysedText {
    const found = known.get(word);
    if (found !== undefined) return found;
    const isSaid = !stopWords.has(word) && (word.length > 1 || /\p{N}/u.test(word));
    const split = isSaid ? splitter.split(word) : [];
    const analysed = isSaid
      ? { terms: [stem(word)], parts: split.map(stem), surfaces: [word, ...split] }
      : nothing;
    known.set(word, analysed);
    return analysed;
  }

  return {
    analyse: (text) => {
      const analysed = indexWords(text).map(analyseWord);
      return {
        terms: analysed.flatMap(({ terms }) => terms),
        parts: analysed.flatMap(({ parts }) => parts),
        surfaces: analysed.flatMap(({ surfaces }) => surfaces),
      };
    },
    wordsOf: remembering((text) =>
      words(text)
        .map(analyseWord)
        .filter(({ terms }) => terms.length > 0),
    ),
    folded: remembering(fold),
    splitter,
  };
}

/**
 * German writes nouns with a capital letter, and only nouns make good parts; of verbs the noun in -ung does
 * (ummelden: Wohnsitz-ummeldung), and their stems stand before nouns (fällen: Baum-fäll-genehmigung).
 */
function learnedWords(pack: KnowledgePack): readonly string[] {
  const texts = [
    ...pack.articles.flatMap(({ title, synonyms }) => [title, ...synonyms]),
    ...pack.synonyms.flatMap(({ term, words: others }) => [term, ...others]),
  ];
  const found = (pattern: RegExp): readonly string[] =>
    texts
      .flatMap((text) => text.normalize('NFC').match(pattern) ?? [])
      .map(fold)
      .filter((word) => !stopWords.has(word));
  const verbs = found(/(?<!\p{L})\p{Ll}{4,}e?n(?!\p{L})/gu);
  return [
    ...found(/\p{Lu}\p{Ll}{3,}/gu),
    ...verbs.map((verb) => verb.replace(/e?n$/, '')).flatMap((verb) => [verb, `${verb}ung`]),
  ];
}

/** A word of a query. */
export interface QueryWord {
  readonly typed: string;
  /** Folded. */
  readonly word: string;
  readonly stem: string;
  /** Stems that the word may also stand for, as a form of a verb; guesses. */
  readonly verbs: readonly string[];
  /** The last word may still be in the middle of being typed. */
  readonly beingTyped: boolean;
}

/** More words than anybody types with a caller on the line; bounds the work of one search. */
const maxQueryWords = 16;

/** Words of a query without those that say nothing; if it has no others, they are what was meant. */
export function queryWords(text: string): readonly QueryWord[] {
  const pieces = text.match(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu) ?? [];
  const all = pieces.flatMap((typed) => words(typed).map((word) => ({ typed, word })));
  const telling = all.filter(({ word }) => !stopWords.has(word));
  const chosen = new Map((telling.length > 0 ? telling : all).map((one) => [one.word, one]));
  const order = all.map(({ word }) => word);
  return [...chosen.values()].slice(0, maxQueryWords).map(({ typed, word }) => ({
    typed,
    word,
    stem: stem(word),
    verbs: [
      ...separatedStems(word, order.slice(order.indexOf(word) + 1)),
      ...infinitiveStems(word),
    ],
    beingTyped: word === order.at(-1),
  }));
}
