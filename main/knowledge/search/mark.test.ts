import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, packOf } from '../../../tests/integration/knowledge/small-pack.ts';
import { createAnalysis, queryWords } from './analysis.ts';
import { marksOf, matchesIn } from './mark.ts';
import type { Meaning } from './meaning.ts';

const analysis = createAnalysis(
  packOf([article('a', 'Hundesteuer Restmülltonne Personalausweis')]),
);

/** Meanings of a query with every word taken as it is, without an index to ask. */
function meaningsOf(text: string): readonly Meaning[] {
  return queryWords(text).map((query) => ({
    query,
    stems: new Map([query.stem, ...query.verbs].map((term) => [term, 1])),
    near: new Map(),
    where: 'everywhere',
  }));
}

/** The text with brackets around what is marked. */
function marked(text: string, query: string): string {
  const marks = marksOf(matchesIn(text, meaningsOf(query), analysis));
  return marks.reduceRight(
    (written, [start, end]) =>
      `${written.slice(0, start)}[${written.slice(start, end)}]${written.slice(end)}`,
    text,
  );
}

describe('marks', () => {
  it.each([
    ['Hund anmelden', 'hund', '[Hund] anmelden'],
    ['Hundesteuer', 'steuer', 'Hunde[steuer]'],
    ['Hundesteuer', 'Hund', '[Hunde]steuer'],
    ['Restmülltonne', 'muell', 'Rest[müll]tonne'],
    ['Restmuelltonne', 'Müll', 'Rest[muell]tonne'],
    ['Restmu\u0308lltonne', 'müll', 'Rest[mu\u0308ll]tonne'],
    ['Hunde-Steuer', 'steuer', 'Hunde-[Steuer]'],
    ['Die Anträge', 'antrag', 'Die [Anträge]'],
    ['Straße, Strasse', 'strasse', '[Straße], [Strasse]'],
    ['Personal\u00ADausweis', 'personalausweis', '[Personal\u00ADausweis]'],
    ['das Auto abmelden', 'ich melde mein Auto ab', 'das [Auto] [abmelden]'],
    ['i-Kfz nutzen', 'ikfz', '[i-Kfz] nutzen'],
    ['<b>Hund</b>', 'hund', '<b>[Hund]</b>'],
    ['Die Katze', 'hund', 'Die Katze'],
    ['', 'hund', ''],
  ])('of %j for %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('mark only the beginning of a word that is still being typed', () => {
    const [query] = queryWords('pers');
    if (query === undefined) throw new Error('no word');
    const stems = new Map([['personalausweis', 0.5]]);
    const meaning: Meaning = { query, stems, near: new Map(), where: 'everywhere' };
    const [match] = matchesIn('Der Personalausweis', [meaning], analysis);
    expect(match).toMatchObject({ mark: [4, 8], kind: 'beginning' });
  });

  it('are in order, within the text and apart, whatever the text', () => {
    const piece = fc.constantFrom(
      'Hund',
      'steuer',
      'Müll',
      'ue',
      'ß',
      '\u0308',
      '\u00AD',
      '-',
      ' ',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (where, what) => {
        let end = -1;
        for (const [start, until] of marksOf(matchesIn(where, meaningsOf(what), analysis))) {
          expect(start).toBeGreaterThan(end);
          expect(until).toBeGreaterThan(start);
          expect(until).toBeLessThanOrEqual(where.length);
          end = until;
        }
      }),
      { numRuns: 40 },
    );
  });
});
