import type { Topic } from '../../../shared/card.ts';
import { areaLevel } from '../../../shared/knowledge/area.ts';
import type { Article, KnowledgePack, Line } from '../../../shared/knowledge/pack.ts';
import { searchTextLimit, type SearchHit } from '../../../shared/knowledge/search.ts';
import { topicsFor } from '../../../shared/knowledge/variants.ts';
import { createAnalysis, queryWords, type QueryWord } from './analysis.ts';
import { createAreaNames } from './area-names.ts';
import { groupBy } from './group-by.ts';
import { indexPack } from './index-pack.ts';
import type { Scores } from './lunr-index.ts';
import { preview } from './preview.ts';
import { stem } from './stem.ts';
import { byRelevance, chooseVariants, type Ranked } from './variants.ts';

/** Search over one knowledge pack; never throws, whatever the text. */
export interface KnowledgeSearch {
  /**
   * Articles for what an agent typed, best first; the last word may be unfinished.
   * @param query.text cut after `searchTextLimit` characters
   * @param query.municipality ARS; also a county or Amt while the municipality is not known. null: the
   * area of the pack
   * @param query.limit most hits to return
   */
  readonly search: (query: {
    readonly text: string;
    readonly municipality: string | null;
    readonly limit: number;
  }) => readonly SearchHit[];
  /** Topics of a line in the variants that are valid for an area (ARS), in the order of the line. */
  readonly topicsFor: (line: Line, area: string) => readonly Topic[];
}

/** Fewer hits than this let us suppose a typo. */
const enoughHits = 3;
/** Most words that a beginning or a typo is taken for; bounds the work of one letter. */
const maxCompletions = (typed: string): number => Math.min(32, 8 * typed.length);
const maxCorrections = 8;

/** A word of the query. */
interface Meaning {
  /** Stems that count as finding it, with their weights. */
  readonly stems: ReadonlyMap<string, number>;
  readonly where: 'titles' | 'everywhere';
}

/** Builds the index (seconds for thousands of articles); the pack must not be changed afterwards. */
export function createSearch(pack: KnowledgePack): KnowledgeSearch {
  const { splitter, analyse } = createAnalysis(pack);
  const { index, vocabulary } = indexPack(pack, analyse);
  const nameOf = createAreaNames(pack.municipalities);
  const articles = new Map(pack.articles.map((article) => [article.id, article]));
  const services = groupBy(pack.articles, ({ service }) => service);
  const articlesOfService = (service: string): readonly Article[] => services.get(service) ?? [];

  /** The word itself, and what it may become while it is typed. */
  function meaningOf({ word, stem: wanted, beingTyped }: QueryWord): Meaning {
    const stems = new Map<string, number>();
    if (beingTyped)
      for (const completion of vocabulary.startingWith(word, maxCompletions(word)))
        raise(stems, stem(completion), completionWeight(word, completion));
    const isKnown = index.knows(wanted);
    if (isKnown) stems.set(wanted, 1);
    // One or two letters begin something in every text; there they would say nothing.
    return { stems, where: isKnown || word.length > 2 ? 'everywhere' : 'titles' };
  }

  /** A compound that nobody wrote is looked for by its parts: Wohngeldantrag → Wohngeld, Antrag. */
  function meaningsOf(query: QueryWord): readonly Meaning[] {
    const meaning = meaningOf(query);
    if (meaning.stems.size > 0) return [meaning];
    const parts = splitter.split(query.word).map(stem).filter(index.knows);
    if (parts.length === 0) return [meaning];
    return parts.map((part) => ({ stems: new Map([[part, 1]]), where: 'everywhere' }));
  }

  /** What a word means that is not in the index as typed. */
  function correctedMeaningOf(query: QueryWord): Meaning {
    const meaning = meaningOf(query);
    if (index.knows(query.stem)) return meaning;
    const stems = new Map(meaning.stems);
    const { word, beingTyped } = query;
    for (const near of vocabulary.near(word, { limit: maxCorrections, beingTyped }))
      raise(stems, stem(near.word), (near.goesOn ? 0.4 : 0.8) / near.edits);
    return { stems, where: meaning.where };
  }

  function find(meanings: readonly Meaning[], area: string): Found {
    const scores = meanings.map(({ stems, where }) => index.find(stems, where));
    const complete = combine(scores, articles);
    const shown = (ranked: readonly Ranked[]): readonly Ranked[] =>
      chooseVariants(ranked, area, articlesOfService);
    return {
      hits: shown(complete),
      complete: shown(complete.filter(({ coverage }) => coverage === 1)).length,
    };
  }

  function search(text: string, area: string): readonly Ranked[] {
    const query = queryWords(text.slice(0, searchTextLimit));
    if (query.length === 0) return [];
    const found = find(query.flatMap(meaningsOf), area);
    if (found.complete >= enoughHits) return found.hits;
    const corrected = find(query.map(correctedMeaningOf), area);
    // A correction has to find more of the query, else it only adds what was not asked for.
    return corrected.complete > found.complete || found.hits.length === 0
      ? corrected.hits
      : found.hits;
  }

  return {
    search: ({ text, municipality, limit }) => {
      const hits = [...search(text, municipality ?? pack.manifest.area)].sort(byRelevance);
      const best = hits[0]?.score ?? 1;
      return hits.slice(0, Math.max(0, limit)).map(({ article, score }) => ({
        id: article.id,
        title: article.title,
        leika: article.leika ?? null,
        area: article.area,
        areaName: nameOf(article.area),
        areaLevel: areaLevel(article.area),
        preview: preview(article.modules.say ?? ''),
        score: Math.round((score / best) * 1000) / 1000,
      }));
    },
    topicsFor: (line, area) => topicsFor(line, area, pack.articles),
  };
}

interface Found {
  readonly hits: readonly Ranked[];
  /** Hits that hold every word of the query. */
  readonly complete: number;
}

/** The nearer to the end of the word, the likelier. */
function completionWeight(typed: string, word: string): number {
  return 0.2 + 0.6 * (typed.length / word.length);
}

function raise(meaning: Map<string, number>, term: string, weight: number): void {
  meaning.set(term, Math.max(meaning.get(term) ?? 0, weight));
}

interface Covered extends Ranked {
  /** Share of the words of the query that the article holds. */
  readonly coverage: number;
}

/** Sums the words' scores; an article that lacks words falls behind, by the square of what it holds. */
function combine(
  scores: readonly Scores[],
  articles: ReadonlyMap<string, Article>,
): readonly Covered[] {
  const sums = new Map<string, { sum: number; held: number }>();
  for (const ofWord of scores)
    for (const [id, score] of ofWord) {
      const entry = sums.get(id) ?? { sum: 0, held: 0 };
      sums.set(id, { sum: entry.sum + score, held: entry.held + 1 });
    }
  return [...sums].flatMap(([id, { sum, held }]) => {
    const article = articles.get(id);
    const coverage = held / scores.length;
    return article === undefined ? [] : [{ article, score: sum * coverage ** 2, coverage }];
  });
}
