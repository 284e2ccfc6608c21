import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleFile } from '../../../main/knowledge/import/write-article.ts';
import { parseArticle } from '../../../main/knowledge/pack/article-file.ts';
import { createImportBench, reasonsOf, type Imported } from './import-bench.ts';
import { amt, articleText, county, elmshorn, wedel } from './small-pack.ts';
import { transfer, write, service, leika, areaOf } from './xzufi-samples.ts';

let bench: Awaited<ReturnType<typeof createImportBench>>;
let count = 0;

beforeAll(async () => {
  bench = await createImportBench();
});

afterAll(async () => {
  await bench.remove();
});

async function fileWith(content: string | Uint8Array, name = 'tabelle.csv'): Promise<string> {
  count += 1;
  const folder = join(bench.folder, `eingang-${count}`);
  await mkdir(folder);
  await writeFile(join(folder, name), content);
  return name.endsWith('.md') ? folder : join(folder, name);
}

async function importing(kind: 'offices' | 'lines', content: string | Uint8Array) {
  return bench.run([], { editorial: { [kind]: [await fileWith(content)] } });
}

function succeeded(result: Imported | string): Imported {
  if (typeof result === 'string') throw new Error(result);
  return result;
}

const failure = (result: Imported | string): string =>
  typeof result === 'string' ? result.replace(/eingang-\d+\//g, '') : '';

describe('a table of offices', () => {
  const header = 'id;name;gebiet;straße;plz;ort;telefon;e-mail;internet;öffnungszeiten;geschlossen';
  const row =
    'steueramt;"Steueramt; Kasse";Elmshorn;Schulstraße 15;25335;Elmshorn;04121 / 231-0;steuer@elmshorn.example;https://elmshorn.example/;Mo-Do 08:00-12:00 | Do 14:00-17:00;2026-12-24 | 2026-12-31';
  const expected = {
    id: 'steueramt',
    name: 'Steueramt; Kasse',
    area: elmshorn,
    address: 'Schulstraße 15, 25335 Elmshorn',
    phone: '+4941212310',
    email: 'steuer@elmshorn.example',
    website: { url: 'https://elmshorn.example/' },
    hours: [
      { days: ['mo', 'di', 'mi', 'do'], from: '08:00', until: '12:00' },
      { days: ['do'], from: '14:00', until: '17:00' },
    ],
    closedOn: ['2026-12-24', '2026-12-31'],
  };

  it.each<[string, string | Uint8Array]>([
    ['separators as Excel writes them', `${header}\r\n${row}\r\n`],
    ['a byte order mark and empty lines', `\uFEFF${header}\n\n${row}\n;;;;;;;;;;\n`],
    [
      'commas',
      `${header}\n${row}`.replaceAll(';', ',').replace('Steueramt, Kasse', 'Steueramt; Kasse'),
    ],
    ['capitals in the header', `${header.toUpperCase()}\n${row}`],
  ])('is read with %s', async (_, content) => {
    const { pack, report } = succeeded(await importing('offices', content));
    expect(pack.offices.find(({ id }) => id === 'steueramt')).toMatchObject(expected);
    expect(pack.offices.map(({ id }) => id)).toContain('rathaus');
    expect(report).toMatchObject({ read: { Stelle: 1 }, written: { Stellen: 1 }, changed: [] });
  });

  it('in Windows-1252 is read, and told', async () => {
    const result = succeeded(
      await importing('offices', Buffer.from(`${header}\n${row}`, 'latin1')),
    );
    expect(result.pack.offices.find(({ id }) => id === 'steueramt')).toMatchObject(expected);
    expect(reasonsOf(result)).toEqual(['1 × nicht in UTF-8 gespeichert, gelesen als Windows-1252']);
  });

  it('replaces the office of the same id', async () => {
    const { pack } = succeeded(
      await importing('offices', `id;name;gebiet\nrathaus;Neues Rathaus;${wedel}`),
    );
    expect(pack.offices).toMatchObject([{ id: 'rathaus', name: 'Neues Rathaus' }]);
  });

  it.each<[string, string, string]>([
    [
      'an unknown column',
      'id;nam\nx;y',
      'tabelle.csv, Zeile 1: unbekannte Spalte „nam“; erlaubt sind „id“',
    ],
    ['a column twice', 'id;name;name\n', 'Zeile 1: die Spalte „name“ steht zweimal da'],
    ['no id', 'name\nx', 'Zeile 1: die Spalte „id“ fehlt'],
    ['nothing', '', 'tabelle.csv: ist leer'],
    [
      'an unknown town',
      'id;name;gebiet\nx;X;Entenhausen',
      'Zeile 2, gebiet: „Entenhausen“ ist weder ein ARS noch',
    ],
    [
      'several mistakes after a cell of two lines',
      'id;name;gebiet;telefon;öffnungszeiten\nx;"zwei\nZeilen";Wedel;;\nÜ;Y;Wedel;707;immer',
      'Zeile 4, telefon: „707“ ist keine Rufnummer mit Vorwahl',
    ],
    [
      'hours that are none',
      'id;name;gebiet;öffnungszeiten\nx;X;Wedel;immer',
      'Zeile 2, öffnungszeiten: „immer“ hat nicht die Form',
    ],
    ['an id with capitals', 'id;name;gebiet\nXy;X;Wedel', 'Zeile 2, id: nur Kleinbuchstaben'],
    [
      'a wrong mail address',
      'id;name;gebiet;e-mail\nx;X;Wedel;post',
      'Zeile 2, e-mail: keine E-Mail-Adresse',
    ],
    ['a quote that is not closed', 'id;name\nx;"X', 'ein Anführungszeichen wird nicht geschlossen'],
    ['a quote within a cell', 'id;name;gebiet\nx;a"b;Wedel', 'Anführungszeichen stehen falsch'],
    ['something that is no text', 'id\0\0', 'tabelle.csv: ist keine Textdatei'],
  ])('with %s is refused with line and column', async (_, content, reason) => {
    expect(failure(await importing('offices', content))).toContain(reason);
  });
});

describe('a table of lines', () => {
  const header = 'id;name;kommune;gebiet;nummern;kennungen;begrüßung;farbe;stellen;themen';

  it('is read', async () => {
    const content = `${header}\nelmshorn;Stadt Elmshorn;Elmshorn;;04121 231-0 | +49 4121 2319;Elmshorn;Stadt Elmshorn, guten Tag;grün;rathaus;hund | wohngeld\n115;Behördennummer;;Kreis Pinneberg;115;;Hier ist die 115;rot;;`;
    const { pack } = succeeded(await importing('lines', content));
    expect(pack.lines.slice(1)).toMatchObject([
      {
        id: 'elmshorn',
        municipality: elmshorn,
        area: elmshorn,
        numbers: ['+4941212310', '+4941212319'],
        displayPrefixes: ['Elmshorn'],
        color: 'green',
        offices: ['rathaus'],
        topics: ['hund', 'wohngeld'],
      },
      { id: '115', municipality: null, area: county, numbers: ['115'], color: 'red' },
    ]);
  });

  it.each<[string, string, string]>([
    [
      'no area at all',
      `${header}\nx;X;;;115;;Hallo;rot;;`,
      'Zeile 2, gebiet: fehlt, ebenso „kommune“',
    ],
    [
      'a colour of its own',
      `${header}\nx;X;Wedel;;115;;Hallo;beige;;`,
      'Zeile 2, farbe: erlaubt ist nur „blue“',
    ],
    [
      'a number without prefix',
      `${header}\nx;X;Wedel;;707;;Hallo;rot;;`,
      'Zeile 2, nummern: „707“ ist keine Rufnummer',
    ],
    ['no number', `${header}\nx;X;Wedel;;;;Hallo;rot;;`, 'Zeile 2, nummern: darf nicht leer sein'],
    [
      'an unknown topic',
      `${header}\nx;X;Wedel;;115;;Hallo;rot;;gibtsnicht`,
      'lines.json, Leitung 2, topics 1: den Artikel „gibtsnicht“ gibt es nicht',
    ],
  ])('with %s is refused', async (_, content, reason) => {
    expect(failure(await importing('lines', content))).toContain(reason);
  });
});

describe('a folder of Markdown articles', () => {
  it('is taken as it stands, and replaces the article of the same id', async () => {
    const text = articleText('hund', amt);
    const folder = await fileWith(text, 'neu.md');
    const result = succeeded(await bench.run([], { editorial: { articles: [folder] } }));
    expect(result.pack.articles.map(({ id, area }) => [id, area])).toEqual([
      ['hund', amt],
      ['wohngeld', '010000000000'],
    ]);
    expect(await readFile(join(result.out, 'articles/neu.md'), 'utf8')).toBe(text);
  });

  it('is stronger than XZuFi of the same import', async () => {
    const folder = await fileWith(articleText('neu', elmshorn), 'neu.md');
    const file = transfer(write(service('1', leika('99102013000000') + areaOf(elmshorn))));
    const result = succeeded(await bench.run([file], { editorial: { articles: [folder] } }));
    expect(result.pack.articles.map(({ id }) => id)).toEqual(['neu', 'hund', 'wohngeld']);
  });

  it.each<[string, string, string]>([
    [
      'an unknown section',
      `${articleText('x', wedel)}\n## Kosten\n\nx`,
      'neu.md, Zeile 21: unbekannter Abschnitt „Kosten“',
    ],
    [
      'a misspelt key',
      articleText('x', wedel).replace('leika', 'laika'),
      'neu.md: unbekannter Schlüssel „laika“',
    ],
    [
      'an office that nobody has',
      articleText('x', wedel).replace('[rathaus]', '[weg]'),
      'offices 1: die Stelle „weg“ gibt es nicht',
    ],
  ])('with %s is refused with file and line', async (_, text, reason) => {
    const folder = await fileWith(text, 'neu.md');
    expect(failure(await bench.run([], { editorial: { articles: [folder] } }))).toContain(reason);
  });

  it('without any is refused', async () => {
    const folder = join(await fileWith('x', 'x.csv'), '..');
    expect(failure(await bench.run([], { editorial: { articles: [folder] } }))).toContain(
      'enthält keine Datei mit der Endung .md',
    );
  });
});

it('an imported article is written so that it reads back unchanged', async () => {
  const { pack } = succeeded(
    await bench.run([transfer(write(service('1', leika('99102013104000') + areaOf(wedel))))]),
  );
  for (const article of pack.articles)
    expect(parseArticle('x.md', articleFile(article))).toEqual({ ok: true, value: article });
});
