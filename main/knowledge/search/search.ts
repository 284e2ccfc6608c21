import type { Topic } from '../../../shared/card.ts';
import { areaLevel } from '../../../shared/knowledge/area.ts';
import type { Article, KnowledgePack, Line } from '../../../shared/knowledge/pack.ts';
import { searchTextLimit, type SearchHit } from '../../../shared/knowledge/search.ts';
import { topicsFor } from '../../../shared/knowledge/variants.ts';
import { createAnalysis, queryWords } from './analysis.ts';
import { createAreaNames } from './area-names.ts';
import { groupBy } from './group-by.ts';
import { indexPack } from './index-pack.ts';
import { createMeaningFinder, type Meaning } from './meaning.ts';
import { phraseFit } from './phrase.ts';
import { preview } from './preview.ts';
import { combine, findMeaning } from './combine.ts';
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
/** So many of the best articles are looked at more closely. */
const closerLook = 60;

/** Builds the index (seconds for thousands of articles); the pack must not be changed afterwards. */
export function createSearch(pack: KnowledgePack): KnowledgeSearch {
  const analysis = createAnalysis(pack);
  const { index, vocabulary } = indexPack(pack, analysis.analyse);
  const nameOf = createAreaNames(pack.municipalities);
  const articles = new Map(pack.articles.map((article) => [article.id, article]));
  const services = groupBy(pack.articles, ({ service }) => service);
  const articlesOfService = (service: string): readonly Article[] => services.get(service) ?? [];

  const meanings = createMeaningFinder({ index, vocabulary, splitter: analysis.splitter });

  function find(asked: readonly Meaning[], area: string): Found {
    const found = asked.map((meaning) => findMeaning(meaning, index, pack.articles.length));
    const covered = combine(found, articles);
    const ranked = covered.map((one, place) =>
      place < closerLook
        ? { ...one, score: one.score * (1 + phraseFit(one.article, found, analysis)) }
        : one,
    );
    const shown = (some: readonly Ranked[]): readonly Ranked[] =>
      chooseVariants(some, area, articlesOfService);
    return {
      hits: shown(ranked),
      complete: shown(ranked.filter(({ coverage }) => coverage === 1)).length,
    };
  }

  function search(text: string, area: string): readonly Ranked[] {
    const query = queryWords(text.slice(0, searchTextLimit));
    if (query.length === 0) return [];
    const found = find(query.flatMap(meanings.asTyped), area);
    if (found.complete >= enoughHits) return found.hits;
    const corrected = find(query.flatMap(meanings.corrected), area);
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
