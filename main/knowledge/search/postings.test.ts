import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { decodeIndex, encodeIndex } from './index-file.ts';
import { createIndexBuilder, type IndexedArticle } from './lunr-index.ts';
import { fields, fieldWeights, type ArticleIndex } from './postings.ts';
import { createVocabulary } from './vocabulary.ts';

const word = fc.constantFrom('hund', 'steuer', 'pass', '115', 'constructor', '__proto__', 'a/b');
const wordList = fc.array(word, { maxLength: 6 });
const articles = fc
  .array(fc.record({ title: wordList, words: wordList, parts: wordList, text: wordList }), {
    maxLength: 12,
  })
  .map((all) => all.map((article, number): IndexedArticle => ({ id: `${number}`, ...article })));
const stems = fc
  .array(fc.tuple(fc.oneof(word, fc.constant('unbekannt')), fc.constantFrom(0.2, 0.5, 1)), {
    maxLength: 5,
  })
  .map((entries) => new Map(entries));
const where = fc.constantFrom('titles' as const, 'everywhere' as const);

function indexOf(all: readonly IndexedArticle[]): ArticleIndex {
  const builder = createIndexBuilder();
  for (const article of all) builder.add(article);
  return builder.build();
}

/** What lunr itself answers. */
function lunrScores(
  all: readonly IndexedArticle[],
  wanted: ReadonlyMap<string, number>,
  place: 'titles' | 'everywhere',
): ReadonlyMap<string, number> {
  if (wanted.size === 0) return new Map();
  const builder = new lunr.Builder();
  builder.ref('id');
  for (const field of fields) builder.field(field, { boost: fieldWeights[field] });
  for (const article of all) builder.add(article);
  const results = builder.build().query((query) => {
    for (const [term, boost] of wanted)
      query.clause({
        term,
        fields: fields.filter((field) => place === 'everywhere' || field !== 'text'),
        boost,
        editDistance: 0,
        usePipeline: false,
        wildcard: lunr.Query.wildcard.NONE,
      });
  });
  return new Map(results.map(({ ref, score }) => [ref, score]));
}

const rounded = (scores: ReadonlyMap<string, number>): readonly (readonly [string, string])[] =>
  [...scores].map(([id, score]) => [id, score.toFixed(9)] as const).sort();

describe('the index', () => {
  it('scores as lunr does', () => {
    fc.assert(
      fc.property(articles, stems, where, (all, wanted, place) => {
        const { find } = indexOf(all);
        const expected = rounded(lunrScores(all, wanted, place));
        expect(rounded(find(wanted, place))).toEqual(expected);
        // Nothing is left over from the question before.
        expect(rounded(find(wanted, place))).toEqual(expected);
      }),
    );
  });

  it('knows its stems and which of them stand in titles or words of citizens', () => {
    const { knows, isProminent } = indexOf([
      { id: 'a', title: ['hund'], words: ['marke'], parts: ['teil'], text: ['chip', 'hund'] },
    ]);
    expect(['hund', 'marke', 'teil', 'chip', 'x'].map(knows)).toEqual([
      ...[true, true, true, true],
      false,
    ]);
    expect(['hund', 'marke', 'teil', 'chip', 'x'].map(isProminent)).toEqual([
      ...[true, true, true],
      ...[false, false],
    ]);
  });
});

describe('the file of an index', () => {
  const words: readonly (readonly [string, boolean])[] = [
    ['hund', true],
    ['straße', false],
  ];

  it('holds all of it', () => {
    fc.assert(
      fc.property(articles, (all) => {
        const index = indexOf(all);
        const bytes = encodeIndex('k', { index, vocabulary: createVocabulary(new Map(words)) });
        // Wherever in memory the file was read to.
        const moved = new Uint8Array(bytes.byteLength + 3);
        moved.set(bytes, 3);
        const decoded = decodeIndex('k', moved.subarray(3));
        expect(decoded?.index.postings).toEqual(index.postings);
        expect(decoded?.vocabulary.store()).toEqual(words);
      }),
    );
  });

  it('is refused with any byte changed, with any length, and for another key', () => {
    const index = indexOf([{ id: 'a', title: ['hund'], words: [], parts: [], text: ['chip'] }]);
    const bytes = encodeIndex('k', { index, vocabulary: createVocabulary(new Map(words)) });
    expect(decodeIndex('k', bytes)).not.toBeNull();
    expect(decodeIndex('other', bytes)).toBeNull();
    for (let place = 0; place < bytes.byteLength; place += 1) {
      expect(decodeIndex('k', bytes.subarray(0, place))).toBeNull();
      const changed = bytes.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(decodeIndex('k', changed)).toBeNull();
    }
  });
});
