import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportBench, idsOf, onlyArticle, reasonsOf, type Imported } from './import-bench.ts';
import { county, elmshorn, state, wedel } from './small-pack.ts';
import {
  areaOf,
  id,
  leika,
  office,
  onlineService,
  remove,
  responsibility,
  service,
  text,
  transfer,
  write,
} from './xzufi-samples.ts';

let bench: Awaited<ReturnType<typeof createImportBench>>;

beforeAll(async () => {
  bench = await createImportBench();
});

afterAll(async () => {
  await bench.remove();
});

const imported = (objects: string): Promise<Imported> => bench.importing(transfer(objects));

describe('who is responsible', () => {
  const address = `<x:anschrift><x:typ><c:code>006</c:code></x:typ><x:postfach>12 34</x:postfach><x:postleitzahl>25335</x:postleitzahl><x:ort>Elmshorn</x:ort></x:anschrift>
    <x:anschrift><x:typ listURI="urn:xoev-de:fim:codeliste:xzufi.anschrifttyp"><c:code>002</c:code></x:typ><x:strasse>Schulstraße</x:strasse><x:hausnummer>15</x:hausnummer>
    <x:postleitzahl>25335</x:postleitzahl><x:ort>Elmshorn</x:ort><x:verwaltungspolitischeKodierung><x:regionalschluessel><c:code>${elmshorn}</c:code></x:regionalschluessel></x:verwaltungspolitischeKodierung></x:anschrift>`;
  const channel = (code: string, value: string): string =>
    `<x:kommunikation><x:kanal><c:code>${code}</c:code></x:kanal><x:kennung>${value}</x:kennung></x:kommunikation>`;

  it('an office has addresses, channels, hours and its area', async () => {
    const result = await imported(
      write(
        office(
          '2',
          address +
            channel('03', '04121 2310') +
            channel('email', 'steueramt@elmshorn.example') +
            channel('fax', '04121 231-99') +
            `<x:infoOeffnungszeitenText languageCode="de">&lt;p&gt;Mo bis Fr 8 bis 12 Uhr&lt;/p&gt;</x:infoOeffnungszeitenText>
             <x:internetadresse><x:uri>https://elmshorn.example/</x:uri></x:internetadresse>`,
        ),
      ),
    );
    expect(result.pack.offices.find(({ id: office }) => office === 'l1-2')).toMatchObject({
      name: 'Stelle 2',
      area: elmshorn,
      address: 'Schulstraße 15, 25335 Elmshorn',
      addresses: [{ kind: 'postal', street: 'Postfach 12 34' }, { kind: 'visitors' }],
      phone: '+4941212310',
      email: 'steueramt@elmshorn.example',
      channels: [{ kind: 'fax', value: '04121 231-99' }],
      hours: [{ days: ['mo', 'di', 'mi', 'do', 'fr'], from: '08:00', until: '12:00' }],
      hoursNote: 'Mo bis Fr 8 bis 12 Uhr',
      website: { url: 'https://elmshorn.example/' },
      xzufiId: 'L1_2',
    });
  });

  it('service × area → office and online service, also for what stands later in the file', async () => {
    const result = await imported(
      write(responsibility('41', '2', '1', [wedel], '03')) +
        write(responsibility('42', '3', '1', [wedel, '020000000000'])) +
        write(responsibility('43', '5', '1', [county])) +
        write(service('1', areaOf(wedel))) +
        write(office('2')) +
        write(office('3')) +
        write(office('4')) +
        write(onlineService('5', '<x:vertrauensniveau><c:code>30</c:code></x:vertrauensniveau>')) +
        write(onlineService('6')),
    );
    expect(result.pack.responsibilities).toEqual([
      { service: 'l1-1', area: wedel, offices: ['l1-3', 'l1-2'], onlineServices: [] },
      { service: 'l1-1', area: county, offices: [], onlineServices: ['l1-5'] },
    ]);
    expect(onlyArticle(result)).toMatchObject({
      offices: ['l1-3', 'l1-2'],
      onlineService: { title: 'Dienst 5', url: 'https://dienst.example/5', trustLevel: '30' },
    });
    expect(result.pack.offices.map((each) => each.id)).toEqual(['rathaus', 'l1-2', 'l1-3']);
    expect(reasonsOf(result)).toEqual(
      expect.arrayContaining([
        '1 × Stelle, die für kein Gebiet der Auswahl zuständig ist',
        '1 × Onlinedienst, der für kein Gebiet der Auswahl zuständig ist',
      ]),
    );
  });

  it('is read within the office too, and a deletion takes it away', async () => {
    const own = (key: string): string =>
      `<x:zustaendigkeit>${id(key)}${id('1', 'leistungID')}<x:gebietID>${wedel}</x:gebietID></x:zustaendigkeit>`;
    const objects = write(service('1')) + write(office('2', own('41')));
    expect((await imported(objects)).pack.responsibilities).toEqual([
      { service: 'l1-1', area: wedel, offices: ['l1-2'], onlineServices: [] },
    ]);
    expect(
      (await imported(objects + remove('Zustaendigkeit', '41'))).pack.responsibilities,
    ).toEqual([]);
  });

  it('for other areas, for unknown services and without any area is told', async () => {
    const result = await imported(
      write(service('1')) +
        write(office('2', address)) +
        write(responsibility('41', '2', '1', ['160775009047'])) +
        write(responsibility('42', '2', 'fehlt', [wedel])) +
        write(responsibility('43', '2', '1', [])) +
        write(responsibility('44', 'fehlt', '1', [wedel])),
    );
    expect(reasonsOf(result)).toEqual(
      expect.arrayContaining([
        '1 × außerhalb des Gebiets',
        '1 × Zuständigkeit, deren Leistung nicht dabei ist',
        '1 × Zuständigkeit mit unbekanntem Gebiet',
        '1 × Zuständigkeit, deren Stelle nicht dabei ist',
      ]),
    );
  });

  it('an online service without a protected address is left out', async () => {
    const plain = onlineService('5').replace('https:', 'http:');
    expect(reasonsOf(await imported(write(service('1')) + write(plain)))).toContain(
      '1 × Onlinedienst ohne Adresse, die mit https:// beginnt',
    );
  });
});

describe('a specialisation', () => {
  const base = service(
    '1',
    leika('99102013104000') + text('06', 'Text des Landes') + text('08', 'Chip') + areaOf(state),
  );
  const special = (rest: string): string =>
    `<x:spezialisierung>${id('7')}${id('1', 'leistungID')}${areaOf(wedel)}${rest}</x:spezialisierung>`;

  it('is laid over its service: own modules replace, the others stay', async () => {
    const result = await imported(
      write(special(text('08', 'Chip und Steuernummer'))) + write(base),
    );
    expect(result.pack.articles.find((article) => article.id === 'l1-7')).toMatchObject({
      title: 'Leistung 1',
      service: 'leika-99102013104000',
      area: wedel,
      leika: '99102013104000',
      modules: { documents: 'Chip und Steuernummer', fullText: 'Text des Landes' },
    });
    expect(result.pack.articles.find((article) => article.id === 'l1-1')).toMatchObject({
      modules: { documents: 'Chip' },
    });
  });

  it('without its service is told', async () => {
    expect(reasonsOf(await imported(write(service('2')) + write(special(''))))).toContain(
      '1 × Spezialisierung, deren Leistung nicht dabei ist',
    );
  });

  it('is deleted by its own kind', async () => {
    expect(
      idsOf(
        await imported(write(base) + write(special('')) + remove('LeistungSpezialisierung', '7')),
      ),
    ).toEqual(['l1-1']);
  });
});

describe('what editors wrote by hand', () => {
  it('is stronger: the article of the same service and area, and the fields of an office', async () => {
    const hand = await createImportBench((files) => {
      files.set(
        'offices.json',
        JSON.stringify([
          {
            id: 'rathaus',
            name: 'Steueramt',
            area: wedel,
            hours: [],
            phone: '+4941037070',
            xzufiId: 'L1_2',
          },
        ]),
      );
    });
    const file = transfer(
      write(service('1', leika('99102013000000') + areaOf(wedel))) +
        write(
          office(
            '2',
            '<x:infoOeffnungszeitenText languageCode="de">Mo</x:infoOeffnungszeitenText>',
          ),
        ) +
        write(responsibility('41', '2', '1', [wedel])),
    );
    const result = await hand.importing(file);
    expect(idsOf(result)).toEqual([]);
    expect(reasonsOf(result)).toContain('1 × ein von Hand gepflegter Artikel geht vor');
    expect(result.pack.offices).toMatchObject([
      { id: 'rathaus', name: 'Steueramt', phone: '+4941037070', hoursNote: 'Mo' },
    ]);
    expect(result.pack.responsibilities).toMatchObject([{ service: 'hund', offices: ['rathaus'] }]);
    await hand.remove();
  });

  it('two services with one key for one area are both kept', async () => {
    const keys = leika('99102013104000') + areaOf(wedel);
    const result = await imported(write(service('1', keys)) + write(service('2', keys)));
    expect(idsOf(result)).toEqual(['l1-1', 'l1-2']);
    expect(reasonsOf(result)).toContain(
      '1 × derselbe LeiKa-Schlüssel für dasselbe Gebiet mehrfach',
    );
  });
});
