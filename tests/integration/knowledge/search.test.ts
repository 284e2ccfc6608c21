import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch, loadPack } from '../../../main/knowledge/index.ts';
import { explanationSchema, searchHitSchema } from '../../../shared/knowledge/search.ts';
import {
  amt,
  article,
  county,
  elmshorn,
  germany,
  heist,
  line,
  packOf,
  state,
  wedel,
} from './small-pack.ts';

/** Ids of the hits, best first. */
type Find = (text: string, municipality?: string | null, limit?: number) => readonly string[];

function finderOf(pack: ReturnType<typeof packOf>): Find {
  const { search } = createSearch(pack);
  return (text, municipality = null, limit = 10) =>
    search({ text, municipality, limit }).map(({ id }) => id);
}

describe('the table of german-search.md', () => {
  // The six documents and sixteen queries that lunr.de, MiniSearch, Orama and FlexSearch were measured with.
  const find = finderOf(
    packOf([
      article('1', 'Wohngeldantrag stellen'),
      article('2', 'Personalausweis beantragen im Bürgerbüro'),
      article('3', 'Kraftfahrzeug ummelden, Kfz-Zulassungsstelle'),
      article('4', 'Anträge und Formulare für Straßenreinigungsgebühren'),
      article('5', 'Hundesteuer anmelden'),
      article('6', 'Übernachtungsteuer Merkblatt 2024'),
    ]),
  );

  it.each([
    ['Antrag', ['1', '4']],
    ['Anträge', ['4', '1']],
    ['Buergerbuero', ['2']],
    ['Burgerburo', ['2']],
    ['Bürgerbü', ['2']],
    ['Strassenreinigung', ['4']],
    ['Gebühr', ['4']],
    ['Ausweis', ['2']],
    ['Steuer', ['5', '6']],
    ['Hundesteur', ['5']],
    ['Personalausweiß', ['2']],
    ['uebernachtung', ['6']],
    ['Wohngeld', ['1']],
    ['wohng', ['1']],
    ['Zulassung', ['3']],
    ['2024', ['6']],
  ])('%s finds %j and nothing else', (text, ids) => {
    expect([...find(text)].sort()).toEqual([...ids].sort());
  });
});

describe('search', () => {
  const articles = [
    article('hund', 'Hundesteuer', { area: county, leika: '99102013000000' }),
    article('hund-wedel', 'Hundesteuer in Wedel', { service: 'hund', area: wedel }),
    article('markt-wedel', 'Wochenmarkt', { service: 'markt', area: wedel }),
    article('markt-elmshorn', 'Wochenmarkt', { service: 'markt', area: elmshorn }),
    article('pass', 'Reisepass', {
      area: germany,
      modules: {
        say: 'Der Pass kostet 70,00 Euro. Für § 626 siehe dort.',
        documents: 'Personalausweis',
      },
    }),
    article('ausweis', 'Personalausweis', { area: germany }),
    article('ausweis-weg', 'Personalausweis verloren', { area: germany, synonyms: ['gestohlen'] }),
    article('kfz', 'i-Kfz nutzen', { area: state }),
    article('wohngeld', 'Wohngeld', { area: state }),
    article('115', 'Die Nummer 115', { area: germany }),
  ];
  const pack = packOf(articles, {
    lines: [line],
    synonyms: [
      { term: 'Personalausweis', words: ['Perso', 'alte Pappe'] },
      { term: 'Kfz', words: ['Karre'] },
    ],
  });
  const { search, explain } = createSearch(pack);
  const find = finderOf(pack);

  it('gives hits that follow the schema', () => {
    const hits = search({ text: 'hund', municipality: heist, limit: 10 });
    expect(searchHitSchema.array().parse(hits)).toEqual([
      {
        id: 'hund',
        title: 'Hundesteuer',
        leika: '99102013000000',
        area: county,
        areaName: 'Kreis Pinneberg',
        areaLevel: 'county',
        preview: 'Auskunft.',
        score: 1,
        marks: { title: [[0, 4]], preview: [] },
        variants: [],
      },
    ]);
    const names = search({ text: 'reisepass kfz', municipality: wedel, limit: 10 });
    expect(
      names
        .map(({ areaName }) => areaName)
        .slice(0, 2)
        .sort(),
    ).toEqual(['Deutschland', 'Schleswig-Holstein']);
  });

  it.each<[string, string | null, readonly string[]]>([
    ['hundesteuer', wedel, ['hund-wedel']],
    ['hundesteuer', elmshorn, ['hund']],
    ['hundesteuer', county, ['hund']],
    ['hundesteuer', null, ['hund']],
    ['wochenmarkt', wedel, ['markt-wedel']],
    ['wochenmarkt', heist, []],
    ['wochenmarkt', amt, []],
    ['wochenmarkt', county, ['markt-elmshorn', 'markt-wedel']],
    ['wochenmarkt', null, ['markt-elmshorn', 'markt-wedel']],
  ])('%s for %s shows %j', (text, municipality, ids) => {
    expect(find(text, municipality)).toEqual(ids);
  });

  it.each([
    ['Perso', 'ausweis'],
    ['pers', 'ausweis'],
    ['alte Pappe', 'ausweis'],
    ['Perso verloren', 'ausweis-weg'],
    ['Ausweis gestohlen', 'ausweis-weg'],
    ['Karre', 'kfz'],
    ['ikfz', 'kfz'],
    ['§ 626', 'pass'],
    ['§626', 'pass'],
    ['70,00', 'pass'],
    ['115', '115'],
    ['11', '115'],
    ['99102013', 'hund'],
    ['Hundsteuer', 'hund'],
    ['hundst', 'hund'],
    ['Hunde-Steuer', 'hund'],
    ['Hunde Steuer', 'hund'],
    ['Wohngeldantrag', 'wohngeld'],
    ['Wohngeldantrag bitte', 'wohngeld'],
    ['ich möchte gern meinen Hund anmelden', 'hund'],
    ['Hundesteuer Wedel', 'hund'],
  ])('%s finds %s first', (text, id) => {
    expect(find(text)[0]).toBe(id);
  });

  it('offers the wider variants beside the most local one', () => {
    const [hit] = search({ text: 'hundesteuer', municipality: wedel, limit: 1 });
    expect(hit?.variants).toEqual([
      { id: 'hund', area: county, areaName: 'Kreis Pinneberg', areaLevel: 'county' },
    ]);
    const [market] = search({ text: 'wochenmarkt', municipality: wedel, limit: 1 });
    expect(market?.variants).toEqual([]);
  });

  it.each([
    ['Personalausweis', 'pass', 'word', 'text', 'documents', 'Personalausweis'],
    ['Perso', 'ausweis', 'word', 'packWords', null, 'Perso'],
    ['gestohlen', 'ausweis-weg', 'word', 'citizensWords', null, 'gestohlen'],
    ['Steuer', 'hund', 'part', 'title', null, 'Hundesteuer'],
    ['Hundesteuern', 'hund', 'form', 'title', null, 'Hundesteuer'],
    ['reisep', 'pass', 'beginning', 'title', null, 'Reisepass'],
    ['Reisepsas', 'pass', 'slip', 'title', null, 'Reisepass'],
  ])('explains why %s finds %s', (text, id, kind, place, module, quote) => {
    const explanation = explain({ text, municipality: wedel, id });
    expect(explanation?.words).toMatchObject([{ typed: text, evidence: { kind, place, module } }]);
    expect(explanation?.words[0]?.evidence?.quote).toBe(quote);
  });

  it('explains what is missing and what says nothing', () => {
    expect(explain({ text: 'mein Hund xyzzy', municipality: wedel, id: 'hund' })).toMatchObject({
      words: [{ typed: 'Hund' }, { typed: 'xyzzy', evidence: null }],
      ignored: ['mein'],
    });
    expect(explain({ text: 'Hund', municipality: wedel, id: 'gone' })).toBeNull();
    expect(explain({ text: '', municipality: null, id: 'hund' })).toEqual({
      words: [],
      ignored: [],
    });
  });

  it('does not take synonyms for what a text only mentions', () => {
    expect(find('Pappe')).not.toContain('pass');
    expect(find('Personalausweis')).toContain('pass');
  });

  it.each([
    '',
    '   ',
    '🐕',
    '*',
    '+',
    '~',
    'qwertzuiop',
    'xx',
    '999999',
    '__proto__',
    'constructor',
  ])('%j finds nothing', (text) => {
    expect(find(text)).toEqual([]);
  });

  it.each(['a:b', 'title:hund', '+hund', '-hund', 'hund*', '*hund', 'hund~2', 'hund^9', '"hund"'])(
    '%s is text, not a query language',
    (text) => {
      expect(() => find(text)).not.toThrow();
      if (text.includes('hund')) expect(find(text)).toContain('hund');
    },
  );

  it('cuts what is too long', () => {
    expect(find(`Hund ${'x'.repeat(10_000)}`)).toContain('hund');
    expect(find(`${' '.repeat(200)}Hund`)).toEqual([]);
    expect(find('hund '.repeat(2_000))[0]).toBe('hund');
  });

  it('keeps to the limit', () => {
    expect(find('ausweis', null, 1)).toEqual(['ausweis']);
    expect(find('ausweis', null, 0)).toEqual([]);
    expect(find('ausweis', null, -1)).toEqual([]);
  });

  it('answers the same in a second index, whatever was asked before', () => {
    const queries = ['ausw', 'e', 'verloren', 'wochenmarkt'];
    const again = finderOf(pack);
    for (const text of [...queries].reverse()) again(text);
    for (const text of queries) expect(again(text)).toEqual(find(text));
  });

  it('never throws and always keeps to schema, order and area', () => {
    const known = fc.constantFrom('hund', 'perso', 'wochenmarkt', '115', 'a:b', 'ß', '\u0308', '§');
    const text = fc.array(fc.oneof(known, fc.string({ unit: 'binary' })), { maxLength: 6 });
    const area = fc.constantFrom(null, wedel, heist, amt, county, germany, '999999999999');
    fc.assert(
      fc.property(text, area, (parts, municipality) => {
        const hits = search({ text: parts.join(' '), municipality, limit: 10 });
        searchHitSchema.array().parse(hits);
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((one, other) => other - one));
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        for (const { id } of hits)
          explanationSchema.parse(explain({ text: parts.join(' '), municipality, id }));
      }),
      { numRuns: 500 },
    );
  });

  it('finds only what is valid today', () => {
    const old = finderOf(
      packOf([
        article('gone', 'Alte Hundesteuer', {
          service: 'hund',
          area: wedel,
          validUntil: '2020-01-01',
        }),
        article('coming', 'Neue Hundesteuer', { service: 'neu', validFrom: '2999-01-01' }),
        article('now', 'Hundesteuer', { service: 'hund', validFrom: '2020-01-02' }),
      ]),
    );
    expect(old('hundesteuer', wedel)).toEqual(['now']);
  });

  it('works with a pack without articles', () => {
    expect(finderOf(packOf([]))('hund')).toEqual([]);
  });
});

it('every word of every title, typed letter by letter, is answered as the contract says', async () => {
  const loaded = await loadPack(join(import.meta.dirname, '../../../assets/demo-pack'));
  if (!loaded.ok) throw new Error('the demonstration pack is not valid');
  const { search } = createSearch(loaded.value);
  const titles = loaded.value.articles.flatMap(({ title }) => title.match(/\p{L}{3,}/gu) ?? []);
  const beginnings = new Set(
    titles.flatMap((word) => Array.from(word, (_, index) => word.slice(0, index + 1))),
  );
  for (const text of beginnings)
    for (const hit of search({ text, municipality: county, limit: 20 }))
      expect([text, searchHitSchema.safeParse(hit).error?.issues]).toEqual([text, undefined]);
});
