import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSplitter } from './compound.ts';
import { walkNear, type Closeness } from './edit-distance.ts';
import { fold } from './fold.ts';
import { nouns } from './nouns.ts';
import { preview } from './preview.ts';
import { stem } from './stem.ts';
import { indexWords, words } from './tokenise.ts';
import { queryWords } from './analysis.ts';
import { infinitiveStems, separatedStems } from './verb-forms.ts';
import { allowedEdits, createVocabulary } from './vocabulary.ts';

describe('fold', () => {
  it.each([
    ['Bürgerbüro', 'burgerburo'],
    ['Buergerbuero', 'burgerburo'],
    ['Burgerburo', 'burgerburo'],
    ['Bu\u0308rgerbu\u0308ro', 'burgerburo'],
    ['BÜRGERBÜRO', 'burgerburo'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Strasse', 'strasse'],
    ['Müll', 'mull'],
    ['Muell', 'mull'],
    ['Steuer', 'steuer'],
    ['Feuer', 'feuer'],
    ['Quelle', 'quelle'],
    ['Bauerlaubnis', 'bauerlaubnis'],
    ['Öl', 'ol'],
    ['Oel', 'ol'],
    ['Über', 'uber'],
    ['Ueber', 'uber'],
    ['Café', 'cafe'],
    ['Personal\u00ADausweis', 'personalausweis'],
    ['ﬁnden', 'finden'],
  ])('writes %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('makes no difference between umlauts and their two letters', () => {
    const letter = fc.constantFrom(...'a b c d e f g h i k l m n o r s t u w z'.split(' '));
    const umlaut = fc.constantFrom('ä', 'ö', 'ü', 'ß');
    const word = fc.array(fc.oneof(letter, umlaut), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(word, (text) => {
        // No German spellings; "aue" has to stay what it is.
        fc.pre(!/[aeiouäöüyq]ü|[äöü]e/.test(text));
        const written = text
          .replaceAll('ä', 'ae')
          .replaceAll('ö', 'oe')
          .replaceAll('ü', 'ue')
          .replaceAll('ß', 'ss');
        expect(fold(written)).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['§ 626 BGB, 2024', ['626', 'bgb', '2024']],
    ['Tel. 115!', ['tel', '115']],
    ['37,00 €', ['37', '00']],
    ['a:b +c* ~d', ['a', 'b', 'c', 'd']],
    ['🐕 Hund 🐕‍🦺', ['hund']],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('with hyphens are indexed in one piece too', () => {
    expect(indexWords('i-Kfz, Kfz-Zulassungsstelle – und')).toEqual([
      'i',
      'kfz',
      'ikfz',
      'kfz',
      'zulassungsstelle',
      'kfzzulassungsstelle',
      'und',
    ]);
  });
});

describe('stem', () => {
  it.each<[string, ...string[]]>([
    ['Antrag', 'Anträge', 'Antrags', 'Antrages', 'Anträgen'],
    ['Gebühr', 'Gebühren'],
    ['Hund', 'Hunde', 'Hunden', 'Hundes'],
    ['Haus', 'Häuser', 'Häusern', 'Hauses'],
    ['Steuer', 'Steuern'],
    ['anmelden', 'Anmeldung', 'Anmeldungen', 'anmelde', 'anmeldest'],
    ['Verlängerung', 'verlängern'],
    ['Pass', 'Pässe', 'Passes'],
    ['Auto', 'Autos'],
    ['Bürger', 'Bürgern', 'Bürgerin', 'Bürgerinnen'],
    ['Ausweis', 'Ausweise', 'Ausweises', 'Ausweisen'],
  ])('of %s is one for all its forms', (word, ...forms) => {
    for (const form of forms) expect(stem(fold(form))).toBe(stem(fold(word)));
  });

  it.each([
    ['Ladung', 'laden'],
    ['Müll', 'Mühle'],
    ['Pass', 'Post'],
    ['Kind', 'Kino'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stem(fold(one))).not.toBe(stem(fold(other)));
  });

  it('leaves numbers alone and never takes a word away', () => {
    expect(stem('2024')).toBe('2024');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        expect(stem(word).length).toBeGreaterThanOrEqual(Math.min(3, word.length));
        expect(word.startsWith(stem(word))).toBe(true);
      }),
    );
  });
});

describe('split', () => {
  const { split, headOf } = createSplitter([...nouns, fold('Personalausweis')]);

  it.each<[string, string[]]>([
    ['Wohngeldantrag', ['Wohngeld', 'Antrag', 'wohn', 'Geld']],
    ['Wohngeldanträge', ['Wohngeld', 'Antrag', 'wohn', 'Geld']],
    ['Hundesteuer', ['Hunde', 'Steuer']],
    ['Straßenreinigungsgebühren', ['Straße', 'Reinigung', 'Gebühr']],
    ['Sperrmüll', ['sperr', 'Müll']],
    ['Müllabfuhr', ['Müll', 'Abfuhr']],
    ['Personalausweisverlust', ['Personalausweis', 'Verlust', 'Person', 'Ausweis', 'Personal']],
    ['Kinderreisepass', ['Kind', 'Reise', 'Pass']],
    ['Führerscheinumtausch', ['Führer', 'Schein', 'Umtausch']],
    ['Übernachtungsteuer', ['Steuer']],
    ['beantragen', []],
    ['Betrag', []],
    ['Hund', []],
    ['Xylophon', []],
    ['2024', []],
  ])('takes %s apart', (word, parts) => {
    const found = split(fold(word));
    const allowed = new Set(parts.map(fold));
    // Which of the nested words are listed may change with the dictionary; the parts asked for may not.
    if (parts.length === 0) expect(found).toEqual([]);
    else expect(found.filter((part) => allowed.has(part)).length).toBeGreaterThan(0);
    for (const part of found) expect(allowed).toContain(part);
  });

  it.each([
    ['Hundesteuer', 'Steuer'],
    ['Personalausweisverlust', 'Verlust'],
    ['Übernachtungsteuer', 'Steuer'],
  ])('knows what %s is', (word, head) => {
    expect(headOf(fold(word))).toBe(fold(head));
  });

  it('knows no head of a word that is no compound', () => {
    expect(headOf('hund')).toBeNull();
  });

  it('ends for any word', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...nouns), { maxLength: 8 }), (parts) => {
        const word = parts.join('');
        for (const part of split(word)) expect(part.length).toBeLessThan(word.length);
      }),
    );
  });
});

describe('walkNear', () => {
  const closeness = (typed: string, word: string, limit: number): Closeness | null => {
    let found: Closeness | null = null;
    walkNear([word], typed, limit, (_, close) => {
      found = close;
    });
    return found;
  };

  it.each<[string, string, number]>([
    ['hundsteuer', 'hundesteuer', 1],
    ['hundesteuer', 'hundesteuer', 0],
    ['steuer', 'stuere', 2],
    ['steuer', 'tseuer', 1],
    ['', 'ab', 2],
    ['ab', '', 2],
  ])('of %s and %s is %i', (typed, word, edits) => {
    expect(closeness(typed, word, 2)?.whole).toBe(edits);
  });

  it('finds beginnings and nothing that is too far', () => {
    expect(closeness('hundst', 'hundesteuer', 1)).toEqual({ whole: 2, beginning: 1 });
    expect(closeness('abcd', 'wxyz', 2)).toBeNull();
  });

  it('counts in a list what it counts for each word', () => {
    const word = fc.stringMatching(/^[a-c]{0,7}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(word),
        word,
        fc.integer({ min: 1, max: 2 }),
        (all, typed, limit) => {
          const sorted = [...all].sort();
          const walked = new Map<string, boolean>();
          walkNear(sorted, typed, limit, (near, { whole }) => walked.set(near, whole <= limit));
          const single = sorted.flatMap((near) => {
            const close = closeness(typed, near, limit);
            return close === null ? [] : [[near, close.whole <= limit] as const];
          });
          expect([...walked]).toEqual(single);
        },
      ),
    );
  });

  it('is symmetric', () => {
    const word = fc.stringMatching(/^[a-c]{0,7}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(closeness(one, other, 9)?.whole).toBe(closeness(other, one, 9)?.whole);
      }),
    );
  });
});

describe('infinitiveStems', () => {
  it.each([
    ['abgemeldet', 'abmelden'],
    ['umgetauscht', 'umtauschen'],
    ['anzumelden', 'anmelden'],
    ['geklaut', 'klauen'],
    ['gekündigt', 'kündigen'],
    ['beantragt', 'beantragen'],
    ['verlängert', 'verlängern'],
    ['kostet', 'kosten'],
  ])('of %s has that of %s', (form, infinitive) => {
    expect(infinitiveStems(fold(form))).toContain(stem(fold(infinitive)));
  });

  it.each(['hund', 'amt', '2024', 'gebühr'])('of %s has none', (word) => {
    expect(infinitiveStems(fold(word))).toEqual([]);
  });
});

describe('separatedStems', () => {
  it('joins a verb with the particle behind it', () => {
    expect(separatedStems('melde', ['mein', 'auto', 'ab'])).toEqual([stem('abmelden')]);
    expect(separatedStems('melde', ['mein', 'auto'])).toEqual([]);
  });
});

describe('the vocabulary', () => {
  const vocabulary = createVocabulary(
    new Map([
      ['hundesteuer', true],
      ['hund', false],
      ['hundehalter', false],
      ['wohngeld', true],
      ['2024', false],
    ]),
  );

  it('completes, titles first, then short words', () => {
    expect(vocabulary.startingWith('hu', 9)).toEqual(['hundesteuer', 'hund', 'hundehalter']);
    expect(vocabulary.startingWith('hu', 1)).toEqual(['hundesteuer']);
    expect(vocabulary.startingWith('x', 9)).toEqual([]);
  });

  it('corrects words that are long enough, never numbers', () => {
    const near = (typed: string, beingTyped = false) =>
      vocabulary.near(typed, { limit: 9, beingTyped }).map(({ word }) => word);
    expect(near('hundsteuer')).toEqual(['hundesteuer']);
    expect(near('hundst')).toEqual([]);
    expect(near('hundst', true)).toEqual(['hundesteuer']);
    expect(near('humd')).toEqual([]);
    expect(near('2025')).toEqual([]);
    expect([allowedEdits('hund'), allowedEdits('hunde'), allowedEdits('hundesteu')]).toEqual([
      0, 1, 2,
    ]);
  });
});

describe('queryWords', () => {
  const typed = (text: string) => queryWords(text).map(({ word }) => word);

  it('leaves out what says nothing, unless there is nothing else', () => {
    expect(typed('Ich möchte meinen Hund anmelden')).toEqual(['hund', 'anmelden']);
    expect(typed('wo')).toEqual(['wo']);
    expect(typed('')).toEqual([]);
  });

  it('takes the last word for unfinished only if it is the last typed', () => {
    expect(queryWords('hund anm').map(({ beingTyped }) => beingTyped)).toEqual([false, true]);
    expect(queryWords('hund an').map(({ beingTyped }) => beingTyped)).toEqual([false]);
  });
});

describe('preview', () => {
  it.each([
    ['Das kostet **37,00 Euro**. Mehr nicht.', 'Das kostet 37,00 Euro.'],
    ['Bringen Sie z. B. Ihren Pass mit. Danke.', 'Bringen Sie z. B. Ihren Pass mit.'],
    ['Ab dem 1. Januar gilt Nr. 5. Ende.', 'Ab dem 1. Januar gilt Nr. 5. Ende.'],
    ['Haben Sie einen Hund? Dann melden.', 'Haben Sie einen Hund?'],
    ['- Erstens\n- [Zweitens](https://example.org)', 'Erstens Zweitens'],
    ['Ohne Punkt', 'Ohne Punkt'],
    ['', ''],
  ])('of %j is %j', (markdown, expected) => {
    expect(preview(markdown)).toBe(expected);
  });

  it('is cut at a word', () => {
    expect(preview('Wort '.repeat(80))).toMatch(/^(Wort ){30,32}…$/);
  });
});
