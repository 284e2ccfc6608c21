import { setImmediate } from 'node:timers/promises';
import { areaContains, areaLevel } from '../../../shared/knowledge/area.ts';
import { localTimeAt } from '../../../shared/knowledge/local-time.ts';
import type { Article, KnowledgePack } from '../../../shared/knowledge/pack.ts';
import {
  searchTextLimit,
  type Explanation,
  type SearchHit,
  type Variant,
} from '../../../shared/knowledge/search.ts';
import { isValidOn } from '../../../shared/knowledge/validity.ts';
import { createAnalysis, queryWords, type Analysis } from './analysis.ts';
import { createAreaNames } from './area-names.ts';
import { combine, findMeaning } from './combine.ts';
import { explain } from './explain.ts';
import { groupBy } from './group-by.ts';
import { createPackWords, indexPack, type IndexedPack, type PackWords } from './index-pack.ts';
import { contentKey, type IndexStore } from './index-store.ts';
import { marksOf, matchesIn } from './mark.ts';
import { createMeaningFinder, type Meaning } from './meaning.ts';
import { phraseFit } from './phrase.ts';
import { preview } from './preview.ts';
import { byRelevance, chooseVariants, narrowness, type Ranked } from './variants.ts';

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
  /** Why an article answers a text in an area; null for an article that the pack does not have. */
  readonly explain: (question: {
    readonly text: string;
    readonly municipality: string | null;
    readonly id: string;
  }) => Explanation | null;
}

/** Fewer hits than this let us suppose a typo. */
const enoughHits = 3;
/** So many of the best articles are looked at more closely. */
const closerLook = 60;

/** What each step from the federation to the municipality adds: what is said here comes before what is said everywhere. */
const localityBonus = 0.04;

/** Builds the index at once (seconds for thousands of articles); the pack must not be changed afterwards. */
export function createSearch(pack: KnowledgePack): KnowledgeSearch {
  const analysis = createAnalysis(pack);
  const packWords = createPackWords(pack, analysis.analyse);
  const steps = indexPack(pack, analysis.analyse, packWords);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return searchIn(pack, analysis, packWords, step.value);
  }
}

/** How long the building may keep the process from answering, in milliseconds. */
const longestStepMs = 15;

/**
 * Opens the search over a pack without keeping the process from answering: from the index that was stored
 * for exactly this content, else by building it in small steps and storing it. What the store cannot give
 * or take only costs time.
 */
export async function openSearch(pack: KnowledgePack, store: IndexStore): Promise<KnowledgeSearch> {
  const analysis = createAnalysis(pack);
  const packWords = createPackWords(pack, analysis.analyse);
  const key = contentKey(pack);
  const stored = await store.read(key);
  if (stored !== null) return searchIn(pack, analysis, packWords, stored);
  const steps = indexPack(pack, analysis.analyse, packWords);
  let until = performance.now() + longestStepMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      await store.write(key, step.value);
      return searchIn(pack, analysis, packWords, step.value);
    }
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + longestStepMs;
  }
}

function searchIn(
  pack: KnowledgePack,
  analysis: Analysis,
  packWords: PackWords,
  { index, vocabulary }: IndexedPack,
): KnowledgeSearch {
  const nameOf = createAreaNames(pack.municipalities);
  const articles = new Map(pack.articles.map((article) => [article.id, article]));
  let valid: ArticlesOfDay = { day: '', services: new Map() };
  /** What is valid today, by service; sorted out anew after midnight. */
  const validToday = (): ArticlesOfDay => {
    const { day } = localTimeAt(Date.now(), pack.manifest.timeZone);
    if (day !== valid.day) {
      const articlesOfDay = pack.articles.filter((article) => isValidOn(article, day));
      valid = { day, services: groupBy(articlesOfDay, ({ service }) => service) };
    }
    return valid;
  };
  const meanings = createMeaningFinder({ index, vocabulary, splitter: analysis.splitter });

  function find(asked: readonly Meaning[], area: string): Found {
    const found = asked.map((meaning) => findMeaning(meaning, index, pack.articles.length));
    const { day, services } = validToday();
    const known = combine(found, articles).filter(({ article }) => isValidOn(article, day));
    const ranked = known.map((one, place) =>
      place < closerLook
        ? { ...one, score: one.score * (1 + phraseFit(one.article, found, analysis)) }
        : one,
    );
    const shown = (some: readonly Ranked[]): readonly Ranked[] =>
      chooseVariants(some, area, services).map((one) => ({
        ...one,
        score: one.score * (1 + localityBonus * narrowness(one.article)),
      }));
    const hits = shown(ranked);
    const whole = ranked.filter(({ coverage }) => coverage === 1);
    return {
      asked,
      hits,
      complete: whole.length === ranked.length ? hits.length : shown(whole).length,
    };
  }

  function answer(text: string, area: string): Found {
    const query = queryWords(text.slice(0, searchTextLimit));
    if (query.length === 0) return { asked: [], hits: [], complete: 0 };
    const found = find(query.flatMap(meanings.asTyped), area);
    if (found.complete >= enoughHits) return found;
    const corrected = find(query.flatMap(meanings.corrected), area);
    // A correction has to find more of the query, else it only adds what was not asked for.
    return corrected.complete > found.complete || found.hits.length === 0 ? corrected : found;
  }

  const placeOf = ({ id, area }: Article): Variant => ({
    id,
    area,
    areaName: nameOf(area),
    areaLevel: areaLevel(area),
  });

  function hitOf({ article, score }: Ranked, asked: readonly Meaning[], area: string): SearchHit {
    const { id, title, leika = null, service, modules } = article;
    const first = preview(modules.say ?? '');
    const variants = (validToday().services.get(service) ?? [])
      .filter((other) => other.id !== id && areaContains(other.area, area))
      .sort((one, other) => narrowness(other) - narrowness(one));
    return {
      ...placeOf(article),
      title,
      leika,
      preview: first,
      score,
      marks: {
        title: marksOf(matchesIn(title, asked, analysis)),
        preview: marksOf(matchesIn(first, asked, analysis)),
      },
      variants: variants.map(placeOf),
    };
  }

  return {
    search: ({ text, municipality, limit }) => {
      const area = municipality ?? pack.manifest.area;
      const { hits, asked } = answer(text, area);
      const sorted = [...hits].sort(byRelevance);
      const best = sorted[0]?.score ?? 1;
      return sorted.slice(0, Math.max(0, limit)).map(({ article, score }) => {
        const relative = Math.round((score / best) * 1000) / 1000;
        return hitOf({ article, score: relative }, asked, area);
      });
    },
    explain: ({ text, municipality, id }) => {
      const article = articles.get(id);
      if (article === undefined) return null;
      const { asked } = answer(text, municipality ?? pack.manifest.area);
      return explain({ text, article, packWords: packWords(article), meanings: asked, analysis });
    },
  };
}

interface ArticlesOfDay {
  readonly day: string;
  readonly services: ReadonlyMap<string, readonly Article[]>;
}

interface Found {
  readonly asked: readonly Meaning[];
  readonly hits: readonly Ranked[];
  /** Hits that hold every word of the query. */
  readonly complete: number;
}
