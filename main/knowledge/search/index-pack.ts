import type { Article, KnowledgePack } from '../../../shared/knowledge/pack.ts';
import type { AnalysedText } from './analysis.ts';
import { createArticleIndex, type ArticleIndex, type IndexedArticle } from './lunr-index.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

type Analyse = (text: string) => AnalysedText;

export interface IndexedPack {
  readonly index: ArticleIndex;
  readonly vocabulary: Vocabulary;
  /** Words of `synonyms.json` that an article is also found by. */
  readonly packWords: (article: Article) => readonly string[];
}

/** Index and vocabulary of a pack. */
export function indexPack(pack: KnowledgePack, analyse: Analyse): IndexedPack {
  const everydayWords = createEverydayWords(pack, analyse);
  const names = new Map(pack.municipalities.map(({ ars, name }) => [ars, name]));
  const offices = new Map(pack.offices.map(({ id, name }) => [id, name]));
  const isProminent = new Map<string, boolean>();

  const indexed = pack.articles.map((article): IndexedArticle => {
    const title = analyse(article.title);
    const own = analyse(article.synonyms.join('\n'));
    const shared = analyse(everydayWords(title, own).join('\n'));
    const text = analyse(
      [
        ...Object.values(article.modules),
        names.get(article.area) ?? '',
        ...article.offices.map((office) => offices.get(office) ?? ''),
        article.leika ?? '',
      ].join('\n'),
    );
    for (const { surfaces } of [title, own, shared])
      for (const surface of surfaces) isProminent.set(surface, true);
    for (const surface of text.surfaces)
      if (!isProminent.has(surface)) isProminent.set(surface, false);
    return {
      id: article.id,
      title: title.terms,
      words: [...own.terms, ...shared.terms],
      parts: [...title.parts, ...own.parts, ...shared.parts],
      text: [...text.terms, ...text.parts],
    };
  });
  return {
    index: createArticleIndex(indexed),
    vocabulary: createVocabulary(isProminent),
    packWords: ({ title, synonyms }) => everydayWords(analyse(title), analyse(synonyms.join('\n'))),
  };
}

/**
 * Words of `synonyms.json` for an article: those whose term is in its title or among its own synonyms, also
 * as part of a compound. Terms that the text merely mentions do not count: a passport article names the
 * Personalausweis among the documents. They are added to the index rather than to the query, so that they
 * can be completed and corrected like any other word.
 */
function createEverydayWords(
  pack: KnowledgePack,
  analyse: Analyse,
): (...texts: readonly AnalysedText[]) => readonly string[] {
  const synonyms = pack.synonyms.map(({ term, words }) => ({ stems: analyse(term).terms, words }));
  return (...texts) => {
    const stems = new Set(texts.flatMap(({ terms, parts }) => [...terms, ...parts]));
    return synonyms.flatMap(({ stems: wanted, words }) =>
      wanted.length > 0 && wanted.every((term) => stems.has(term)) ? words : [],
    );
  };
}
