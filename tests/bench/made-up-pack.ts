import { nouns } from '../../main/knowledge/search/nouns.ts';
import type { Article, KnowledgePack } from '../../shared/knowledge/pack.ts';

/** Mulberry32: the same articles and queries in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Pick = <Item>(items: readonly Item[]) => Item;

/** Prefers the front of a list, as texts prefer few of their words. */
function zipfPick(random: () => number): Pick {
  return (items) => {
    const item = items[Math.floor(items.length ** random()) - 1] ?? items[0];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
}

const verbs =
  'beantragen anmelden abmelden ändern verlängern bezahlen mitbringen prüfen senden'.split(' ');
/** Words per article, as services of public catalogues have them: some 50 to say, some 300 to read. */
const sentencesToSay = 4;
const sentencesToRead = 25;
const wordsPerSentence = 12;
/** One word in so many is a compound made for this article; texts never run out of new ones. */
const newCompounds = 0.03;

/**
 * A pack of made-up articles of realistic length: the words of the given pack by their own frequency, and
 * compounds of nouns that nobody has written before. Every third service has a variant of a municipality.
 */
export function madeUpPack(like: KnowledgePack, articleCount: number): KnowledgePack {
  const random = randomFrom(115);
  const zipf = zipfPick(random);
  const any: Pick = (items) => items[Math.floor(random() * items.length)] ?? zipf(items);
  const compound = (): string => {
    const word = any(nouns) + any(nouns);
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const common = byFrequency(like);
  const sentence = (): string =>
    Array.from({ length: wordsPerSentence }, () =>
      random() < newCompounds ? compound() : zipf(common),
    ).join(' ');
  const text = (sentences: number): string =>
    Array.from({ length: sentences }, sentence).join('. ');
  const areas = like.municipalities
    .map(({ ars }) => ars)
    .filter((ars) => ars !== like.manifest.area);
  const articles = Array.from({ length: articleCount }, (_, index): Article => {
    const isVariant = index % 3 === 2;
    return {
      id: `a${index}`,
      title: `${compound()} ${any(verbs)}`,
      service: `s${isVariant ? index - 1 : index}`,
      area: isVariant ? any(areas) : like.manifest.area,
      synonyms: [compound(), `${compound()} ${any(verbs)}`],
      offices: [],
      links: [],
      source: 'made up',
      updated: '2026-11-24',
      modules: {
        say: text(sentencesToSay),
        documents: text(3),
        fullText: text(sentencesToRead - 3),
      },
    };
  });
  return { ...like, articles };
}

/** Words of a pack's articles, the most frequent first. */
function byFrequency(pack: KnowledgePack): readonly string[] {
  const counts = new Map<string, number>();
  for (const { modules } of pack.articles)
    for (const word of Object.values(modules)
      .join(' ')
      .match(/[\p{L}\p{N}]+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
}
