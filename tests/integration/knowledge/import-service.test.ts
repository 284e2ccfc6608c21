import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportBench, idsOf, onlyArticle, reasonsOf, type Imported } from './import-bench.ts';
import { wedel } from './small-pack.ts';
import {
  areaOf,
  id,
  leika,
  link,
  office,
  remove,
  service,
  text,
  transfer,
  usualStyle,
  write,
  type Style,
} from './xzufi-samples.ts';

let bench: Awaited<ReturnType<typeof createImportBench>>;

beforeAll(async () => {
  bench = await createImportBench();
});

afterAll(async () => {
  await bench.remove();
});

const imported = (objects: string, style?: Style): Promise<Imported> =>
  bench.importing(transfer(objects, style));

describe('names of elements', () => {
  const styles = ['xzufi:', 'ns2:', ''].flatMap((prefix) =>
    ['2_1_0', '2_2_0', '2_3_1'].flatMap((version) =>
      [true, false].map((qualifiedCodes): Style => ({ prefix, version, qualifiedCodes })),
    ),
  );

  it.each(styles)(
    'are read with $prefix, codes qualified: $qualifiedCodes, $version',
    async (style) => {
      const result = await imported(
        write(
          service(
            '1',
            leika('99102013104000') + text('08', '<ul><li>Chip</li></ul>') + areaOf(wedel),
          ),
        ),
        style,
      );
      expect(result.report.files).toMatchObject([{ version: style.version.replaceAll('_', '.') }]);
      expect(onlyArticle(result)).toMatchObject({
        id: 'l1-1',
        title: 'Leistung 1',
        leika: '99102013104000',
        service: 'leika-99102013104000',
        area: wedel,
        modules: { documents: '- Chip' },
      });
    },
  );

  it('are read in answers of 2.1, in a plain list, and within other containers', async () => {
    const leistung = service('1', areaOf(wedel));
    const root = (content: string): string =>
      transfer('').replace(
        /<xzufi:nachrichtenkopf>.*\n/,
        content.replaceAll('x:', 'xzufi:').replaceAll('c:', ''),
      );
    for (const content of [
      `<x:antwort><x:antwortnummer>1</x:antwortnummer><x:ergebnisLeistung>${leistung}</x:ergebnisLeistung></x:antwort>`,
      `<x:antwort>${leistung.replaceAll('x:leistung>', 'x:ergebnisLeistung>')}</x:antwort>`,
      leistung,
    ])
      expect(idsOf(await bench.importing(root(content)))).toEqual(['l1-1']);
  });

  it('that are unknown are counted and do no harm', async () => {
    const result = await imported(
      write(service('1', '<x:neuesElement><x:tief/></x:neuesElement>')) +
        write(office('2', '<x:neues/>')) +
        write('<x:formular><x:id>3</x:id></x:formular>') +
        '<x:ganzNeu/>',
    );
    expect(idsOf(result)).toEqual(['l1-1']);
    expect(result.report.unknownElements).toEqual({
      'leistung/neuesElement': 1,
      'organisationseinheit/neues': 1,
      'schreibe/formular': 1,
      'transfer.operation.040502/ganzNeu': 1,
    });
  });
});

describe('a service', () => {
  it('takes the official title where the citizens’ one is missing', async () => {
    const result = await imported(
      write(`<x:leistung>${id('1')}${text('02', 'Hundesteuer Anmeldung')}</x:leistung>`),
    );
    expect(onlyArticle(result)).toMatchObject({ title: 'Hundesteuer Anmeldung' });
    expect(onlyArticle(result)).not.toHaveProperty('officialTitle');
  });

  it('takes the first of two official titles and tells it', async () => {
    const result = await imported(
      write(
        service('1', text('02', 'Zweite', { position: 2 }) + text('02', 'Erste', { position: 1 })),
      ),
    );
    expect(onlyArticle(result)).toMatchObject({ title: 'Leistung 1', officialTitle: 'Erste' });
    expect(reasonsOf(result)).toContain('1 × mehrere Bezeichnungen 02; die erste gilt');
  });

  it('without any title is kept and told', async () => {
    const result = await imported(
      write(`<x:leistung>${id('1')}${text('06', 'Text')}</x:leistung>`),
    );
    expect(onlyArticle(result)).toMatchObject({ title: 'Leistung ohne Bezeichnung (L1_1)' });
    expect(reasonsOf(result)).toContain('1 × ohne Bezeichnung (02 und 03 fehlen)');
  });

  it('has no module for text that is only a break', async () => {
    const result = await imported(
      write(service('1', text('08', '<br>') + text('09', '<p>&nbsp;</p>'))),
    );
    expect(Object.keys(onlyArticle(result).modules)).toEqual(['say']);
  });

  it('keeps the first of several LeiKa keys, the others too, and no invented ones', async () => {
    const keys = ['99102013104000', '99102013070000', '99011001'].map(leika).join('');
    expect(onlyArticle(await imported(write(service('1', keys))))).toMatchObject({
      leika: '99102013104000',
      otherLeika: ['99102013070000'],
    });
  });

  it('reads the key of 2.3, which is an id', async () => {
    const key =
      '<x:referenzLeistungsschluessel>urn:de:fim:leika:leistung:99102013104000</x:referenzLeistungsschluessel>';
    expect(onlyArticle(await imported(write(service('1', key))))).toMatchObject({
      leika: '99102013104000',
    });
  });

  it('holds every text module in its place', async () => {
    const codes = [
      '05',
      '06',
      '07',
      '08',
      '09',
      '11',
      '14',
      '15',
      '16',
      '18',
      '22',
      '23',
      '24',
      '25',
    ];
    const result = await imported(
      write(
        service(
          '1',
          codes.map((code) => text(code, `Text ${code}`)).join('') +
            `<x:modulAuskunftshinweis><x:inhalt languageCode="de">Erst fragen</x:inhalt></x:modulAuskunftshinweis>
             <x:modulTextIndividuell><x:individuellesTextmodultyp><c:code>9</c:code></x:individuellesTextmodultyp>
             <x:inhalt languageCode="de">Eigenes</x:inhalt></x:modulTextIndividuell>` +
            text('77', 'Neuer Code'),
        ),
      ),
    );
    expect(onlyArticle(result).modules).toEqual({
      say: 'Text 24',
      agentHint: 'Erst fragen',
      documents: 'Text 08',
      whereAndWhen: 'Text 23',
      responsible: 'Text 22',
      requirements: 'Text 09',
      procedure: 'Text 11',
      summary: 'Text 05',
      fullText: 'Text 06\n\nNeuer Code\n\nEigenes',
      notes: 'Text 16',
      forms: 'Text 14',
      furtherInformation: 'Text 15',
      appeal: 'Text 25',
      legalBasis: 'Text 07',
      author: 'Text 18',
    });
    expect(reasonsOf(result)).toContain(
      '1 × Textbaustein 77 ist unbekannt, steht bei Einzelheiten',
    );
  });

  it('holds costs, deadlines and duration, wrapped or not, and words for those without a description', async () => {
    const result = await imported(
      write(
        service(
          '1',
          `<x:modulKosten>
             <x:kosten><x:typ><c:code>001</c:code></x:typ><x:fix><x:betrag currencyCode="EUR">37.00</x:betrag></x:fix>
               <x:beschreibung languageCode="de">je Hund</x:beschreibung><x:vorkasse>true</x:vorkasse></x:kosten>
             <x:kosten><x:beschreibungKostenfreiheit languageCode="de">Assistenzhunde</x:beschreibungKostenfreiheit></x:kosten>
             <x:kosten><x:kostenauswahl><x:variabel><x:betragUntergrenze>5</x:betragUntergrenze>
               <x:betragObergrenze>10,5</x:betragObergrenze></x:variabel></x:kostenauswahl></x:kosten>
           </x:modulKosten>
           <x:modulFrist>
             <x:frist><x:fristauswahl><x:dauer>14</x:dauer><x:einheit>TAG</x:einheit></x:fristauswahl></x:frist>
             <x:frist><x:bis>2026-12-31</x:bis></x:frist>
             <x:beschreibung languageCode="de">Innerhalb von zwei Wochen.</x:beschreibung>
           </x:modulFrist>
           <x:modulBearbeitungsdauer><x:bearbeitungsdauer><x:dauer>1</x:dauer><x:einheit><c:code>WOCHE</c:code></x:einheit>
             <x:dauerBis>2</x:dauerBis></x:bearbeitungsdauer></x:modulBearbeitungsdauer>`,
        ),
      ),
    );
    expect(onlyArticle(result)).toMatchObject({
      costs: [
        {
          kind: 'fixed',
          amount: '37',
          currency: 'EUR',
          text: 'je Hund',
          payment: 'inAdvance',
          typeCode: '001',
        },
        { kind: 'free', text: 'Assistenzhunde' },
        { kind: 'variable', from: '5', until: '10.50' },
      ],
      deadlines: [
        { kind: 'period', amount: '14', unit: 'TAG' },
        { kind: 'date', until: '2026-12-31' },
      ],
      durations: [{ amount: '1', unit: 'WOCHE', untilAmount: '2', untilUnit: 'WOCHE' }],
      modules: {
        fee: '- 37 Euro – je Hund\n- kostenfrei – Assistenzhunde\n- von 5 Euro bis 10,50 Euro',
        deadline: 'Innerhalb von zwei Wochen.',
        duration: '- 1 Woche bis 2 Wochen',
      },
    });
  });

  it('holds synonyms, links, source, approval, origin and the day it was changed', async () => {
    const result = await imported(
      write(
        service(
          '1',
          text('07', '', {
            links: link('https://gesetz.example/s', 'Satzung') + link('http://alt.example/', 'Alt'),
          }) +
            `<x:modulBegriffImKontext><x:begriffImKontext><x:begriff languageCode="de">Hundemarke</x:begriff></x:begriffImKontext>
              <x:begriffImKontext><x:begriff languageCode="de-DE">Hundemarke</x:begriff><x:begriff languageCode="en">dog tag</x:begriff></x:begriffImKontext></x:modulBegriffImKontext>
            <x:modulFachlicheFreigabe><x:fachlichFreigegebenAm>2026-01-09</x:fachlichFreigegebenAm>
              <x:fachlichFreigegebenDurch languageCode="de">Ministerium</x:fachlichFreigegebenDurch></x:modulFachlicheFreigabe>
            <x:modulUrsprungsportal languageCode="de"><x:uri>https://portal.example/1</x:uri><x:titel>Portal</x:titel></x:modulUrsprungsportal>
            <x:herausgeber><x:id>9</x:id><x:bezeichnung languageCode="de">Land</x:bezeichnung></x:herausgeber>
            <x:versionsinformation><x:geaendertDatumZeit>2026-01-31T23:30:00Z</x:geaendertDatumZeit></x:versionsinformation>`,
        ),
      ),
    );
    expect(onlyArticle(result)).toMatchObject({
      synonyms: ['Hundemarke'],
      links: [{ title: 'Satzung', url: 'https://gesetz.example/s' }],
      source: 'Land',
      updated: '2026-02-01',
      approval: { on: '2026-01-09', by: 'Ministerium' },
      origin: { title: 'Portal', url: 'https://portal.example/1' },
      xzufiId: 'L1_1',
      modules: { legalBasis: '- Alt http://alt.example/' },
    });
    expect(reasonsOf(result)).toContain('1 × Link ohne https steht nur als Text da');
  });

  it('names the sender and the day of the import where it says nothing', async () => {
    expect(onlyArticle(await imported(write(service('1'))))).toMatchObject({
      source: 'Testredaktion',
      updated: '2026-11-25',
    });
  });

  it('has its other languages, told apart by the beginning of the code, machine translations marked', async () => {
    const version = (code: string, name: string, machine: boolean): string =>
      `<x:sprachversion><x:languageCode>${code}</x:languageCode><x:sprachbezeichnungDeutsch>${name}</x:sprachbezeichnungDeutsch>
       <x:kennzeichenMaschinelleUebersetzung>${machine}</x:kennzeichenMaschinelleUebersetzung></x:sprachversion>`;
    const result = await imported(
      write(
        `<x:leistung>${id('1')}${text('03', 'Hund anmelden', { language: 'de-DE' })}
         ${text('03', 'Register a dog', { language: 'en-GB' })}${text('08', 'Chip number', { language: 'en' })}
         ${text('08', 'Номер чіпа', { language: 'uk' })}
         ${version('de', 'Deutsch', false)}${version('en', 'Englisch', false)}${version('uk', 'Ukrainisch', true)}</x:leistung>`,
      ),
    );
    expect(onlyArticle(result)).toMatchObject({
      title: 'Hund anmelden',
      translations: [
        {
          language: 'en',
          title: 'Register a dog',
          method: 'human',
          modules: { documents: 'Chip number' },
        },
        { language: 'uk', languageName: 'Ukrainisch', title: 'Hund anmelden', method: 'machine' },
      ],
    });
  });

  it('loses scripts and keeps the words', async () => {
    const html =
      '<p onclick="x()">Bitte<script>alert(1)</script> <a href="javascript:x">hier</a></p>';
    const article = onlyArticle(await imported(write(service('1', text('06', html)))));
    expect(article.modules).toEqual({ say: 'Bitte hier', fullText: 'Bitte hier' });
  });

  it('reads HTML in CDATA and as elements like escaped HTML', async () => {
    const html = '<p>Eins</p><ul><li>Zwei</li></ul>';
    const leistung = service('1', text('06', 'HIER'));
    for (const inner of [`<![CDATA[${html}]]>`, html])
      expect(
        onlyArticle(await imported(write(leistung.replace('HIER', inner)))).modules,
      ).toMatchObject({
        fullText: 'Eins\n\n- Zwei',
      });
  });

  it('has its validity, and is left out when that is over', async () => {
    const valid = (from: string, until: string): string =>
      `<x:gueltigkeit><x:beginn>${from}</x:beginn><x:ende>${until}</x:ende></x:gueltigkeit>`;
    const result = await imported(
      write(service('1', valid('2026-01-01', '2026-12-31'))) +
        write(service('2', valid('2025-01-01', '2025-12-31'))),
    );
    expect(onlyArticle(result)).toMatchObject({
      id: 'l1-1',
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
    });
    expect(reasonsOf(result)).toContain('1 × nicht mehr gültig');
  });

  it('without an id is left out with its line', async () => {
    const result = await imported(write(`<x:leistung>${text('03', 'X')}</x:leistung>`));
    expect(result.report.skipped).toMatchObject([
      { reason: 'ohne Kennung (id)', examples: [{ line: 5, what: 'leistung ohne id' }] },
    ]);
  });
});

it('says how the usual file is read', async () => {
  const result = await imported(write(service('1')) + remove('Leistung', '5'), usualStyle);
  expect(result.report).toMatchObject({
    read: { leistung: 1, loesche: 1 },
    written: { Artikel: 1, Übersetzungen: 0, Stellen: 0 },
  });
  expect(result.pack.manifest.issued).toBe('2026-11-25');
});
