// The libraries as they come, for comparison: the same texts, boosts and synonyms, no analysis of ours.
import lunr from 'lunr';
import germanLunr from 'lunr-languages/lunr.de.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import MiniSearch from 'minisearch';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';

/** Ids of the articles found, best first. */
export type PlainSearch = (text: string) => readonly string[];

interface PlainArticle {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly text: string;
}

/** Articles with the everyday words of the pack beside their own, as an integrator would add them. */
function plainArticles(pack: KnowledgePack): readonly PlainArticle[] {
  return pack.articles.map(({ id, title, synonyms, modules }) => {
    const own = [title, ...synonyms].join('\n').toLowerCase();
    const shared = pack.synonyms
      .filter(({ term }) => own.includes(term.toLowerCase()))
      .flatMap(({ words }) => words);
    return {
      id,
      title,
      words: [...synonyms, ...shared].join('\n'),
      text: Object.values(modules).join('\n'),
    };
  });
}

/** lunr with the German of lunr-languages; the last word is also a beginning, one slip is forgiven. */
export function plainLunr(pack: KnowledgePack): PlainSearch {
  stemmerSupport(lunr);
  germanLunr(lunr);
  const index = lunr(function () {
    this.use((lunr as unknown as { readonly de: lunr.Builder.Plugin }).de);
    this.ref('id');
    this.field('title', { boost: 8 });
    this.field('words', { boost: 6 });
    this.field('text');
    for (const article of plainArticles(pack)) this.add(article);
  });
  return (text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    // Its own query language, which folds umlauts also before a star; the words hold letters and digits only.
    const asked = words.map((word) => `${word}^10 ${word}~1`);
    const hits = index.search([...asked, `${words.at(-1) ?? ''}*^4`].join(' '));
    return words.length === 0 ? [] : hits.map(({ ref }) => ref);
  };
}

/** MiniSearch with what its documentation recommends for search as you type. */
export function plainMiniSearch(pack: KnowledgePack): PlainSearch {
  const index = new MiniSearch<PlainArticle>({
    fields: ['title', 'words', 'text'],
    searchOptions: { boost: { title: 8, words: 6 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(plainArticles(pack));
  return (text) => index.search(text).map(({ id }) => String(id));
}
