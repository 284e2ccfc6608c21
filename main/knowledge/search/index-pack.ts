import type { Article, KnowledgePack } from '../../../shared/knowledge/pack.ts';
import type { AnalysedText } from './analysis.ts';
import { createIndexBuilder } from './lunr-index.ts';
import type { ArticleIndex } from './postings.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

type Analyse = (text: string) => AnalysedText;

/** Index and vocabulary of a pack. */
export interface IndexedPack {
  readonly index: ArticleIndex;
  readonly vocabulary: Vocabulary;
}

/** Builds the index in small steps, one article each; whoever drives it may do other things in between. */
export function* indexPack(
  pack: KnowledgePack,
  analyse: Analyse,
  packWords: PackWords,
): Generator<undefined, IndexedPack> {
  const names = new Map(pack.municipalities.map(({ ars, name }) => [ars, name]));
  const offices = new Map(pack.offices.map(({ id, name }) => [id, name]));
  const isProminent = new Map<string, boolean>();
  const builder = createIndexBuilder();
  for (const article of pack.articles) {
    const title = analyse(article.title);
    const own = analyse(article.synonyms.join('\n'));
    const shared = analyse(packWords(article).join('\n'));
    const text = analyse(
      [
        ...Object.values(article.modules),
        names.get(article.area) ?? '',
        ...article.offices.map((office) => offices.get(office) ?? ''),
        article.officialTitle ?? '',
        article.leika ?? '',
      ].join('\n'),
    );
    for (const { surfaces } of [title, own, shared])
      for (const surface of surfaces) isProminent.set(surface, true);
    for (const surface of text.surfaces)
      if (!isProminent.has(surface)) isProminent.set(surface, false);
    builder.add({
      id: article.id,
      title: title.terms,
      words: [...own.terms, ...shared.terms],
      parts: [...title.parts, ...own.parts, ...shared.parts],
      text: [...text.terms, ...text.parts],
    });
    yield;
  }
  return { index: builder.build(), vocabulary: createVocabulary(isProminent) };
}

/** Words of `synonyms.json` that an article is also found by. */
export type PackWords = (article: Article) => readonly string[];

/**
 * Words of `synonyms.json` for an article: those whose term is in its title or among its own synonyms, also
 * as part of a compound. Terms that the text merely mentions do not count: a passport article names the
 * Personalausweis among the documents. They are added to the index rather than to the query, so that they
 * can be completed and corrected like any other word.
 */
export function createPackWords(pack: KnowledgePack, analyse: Analyse): PackWords {
  const synonyms = pack.synonyms.map(({ term, words }) => ({ stems: analyse(term).terms, words }));
  return ({ title, synonyms: own }) => {
    const texts = [analyse(title), analyse(own.join('\n'))];
    const stems = new Set(texts.flatMap(({ terms, parts }) => [...terms, ...parts]));
    return synonyms.flatMap(({ stems: wanted, words }) =>
      wanted.length > 0 && wanted.every((term) => stems.has(term)) ? words : [],
    );
  };
}
