import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFailure, loadPack } from '../../../main/knowledge/index.ts';
import { articleText, line, packFiles, wedel, writeFolder } from './small-pack.ts';

const folders: string[] = [];

async function folderWith(
  change: (files: Map<string, string | Uint8Array>) => void = () => {},
): Promise<string> {
  const files = new Map<string, string | Uint8Array>(packFiles());
  change(files);
  const folder = await writeFolder(files);
  folders.push(folder);
  return folder;
}

/** German lines for what is wrong with a folder. */
async function failuresOf(folder: string): Promise<readonly string[]> {
  const loaded = await loadPack(folder);
  return loaded.ok ? [] : loaded.failure.map(describeFailure);
}

const failuresWith = async (file: string, content: string | Uint8Array) =>
  failuresOf(await folderWith((files) => files.set(file, content)));

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe('a pack', () => {
  it('is read with its articles in the order of their paths', async () => {
    const loaded = await loadPack(await folderWith());
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        manifest: { id: 'klein' },
        lines: [{ id: 'wedel' }],
        articles: [
          { id: 'hund', area: wedel, updated: '2026-11-24', leika: '99102013000000' },
          { id: 'wohngeld', modules: { fee: '37,00 Euro' } },
        ],
      },
    });
  });

  it('that is missing or a file is a failure', async () => {
    const folder = await folderWith();
    expect(await failuresOf(join(folder, 'gone'))).toEqual([`${join(folder, 'gone')}: fehlt`]);
    const file = join(folder, 'pack.json');
    expect(await failuresOf(file)).toEqual([`${file}: ist kein Ordner`]);
    expect(await failuresOf('')).toEqual([': fehlt']);
    expect(await failuresOf('\0')).toHaveLength(1);
  });

  it('reports everything at once, and nothing that only follows from something else', async () => {
    const folder = await folderWith((files) => {
      files.delete('offices.json');
      files.set(
        'lines.json',
        JSON.stringify([
          { ...line, numbers: [] },
          { ...line, id: 'b', topics: ['x'] },
        ]),
      );
      files.set('articles/wohngeld.md', articleText('wohngeld', '09').replace('id:', 'Id:'));
    });
    expect(await failuresOf(folder)).toEqual([
      'lines.json, Leitung 1, numbers: darf nicht leer sein',
      'offices.json: fehlt',
      'articles/wohngeld.md, id: fehlt',
      'articles/wohngeld.md, area: ein ARS hat genau 12 Ziffern',
      'articles/wohngeld.md: unbekannter Schlüssel „Id“',
    ]);
  });

  it.each<[string, string, string | Uint8Array, string]>([
    ['a syntax error', 'lines.json', '[\n  {"id": }\n]', 'lines.json, Zeile 2: kein gültiges JSON'],
    ['an empty file', 'notices.json', '', 'notices.json, Zeile 1: kein gültiges JSON'],
    ['an object for a list', 'notices.json', '{}', 'notices.json: die Datei enthält keine Liste'],
    [
      'a byte order mark',
      'pack.json',
      '\uFEFF{}',
      'pack.json: beginnt mit einer Bytereihenfolge-Marke',
    ],
    ['Latin 1', 'synonyms.json', Uint8Array.of(0x5b, 0xfc, 0x5d), 'ist nicht in UTF-8 gespeichert'],
    ['a huge file', 'synonyms.json', new Uint8Array(2 * 1024 * 1024 + 1), 'ist größer als 2 MB'],
    [
      'a misspelt key',
      'synonyms.json',
      '[{"term":"a","words":["b"],"word":1}]',
      'Synonym 1: unbekannter Schlüssel „word“',
    ],
    [
      'a wrong type',
      'synonyms.json',
      '[{"term":5,"words":["b"]}]',
      'Synonym 1, term: hier steht kein Wert der Art Text',
    ],
    [
      'a wrong format number',
      'pack.json',
      '{"format":2}',
      'pack.json, format: erlaubt ist nur „1“',
    ],
    ['no front matter', 'articles/x.md', '## Sagen\n\nx', 'articles/x.md: der Kopf fehlt'],
    [
      'a key of every object',
      'synonyms.json',
      '[{"__proto__":{},"term":"a","words":["b"]}]',
      'unbekannter Schlüssel „__proto__“',
    ],
    [
      'too many topics',
      'lines.json',
      JSON.stringify([{ ...line, topics: Array(10).fill('hund') }]),
      'Leitung 1, topics: höchstens 9',
    ],
    [
      'an empty list entry',
      'lines.json',
      '[null]',
      'Leitung 1: hier steht kein Wert der Art Objekt',
    ],
    ['a line break in a key', 'synonyms.json', '[{"term":"a","words":["b"],"x\\ny":1}]', '„x y“'],
  ])('%s is a failure', async (_, file, content, expected) => {
    const failures = await failuresWith(file, content);
    expect(failures.join('\n')).toContain(expected);
    for (const failure of failures) expect(failure).not.toMatch(/\n/);
  });

  it('with a folder in place of a file says so', async () => {
    const folder = await folderWith((files) => files.delete('notices.json'));
    await mkdir(join(folder, 'notices.json'));
    await mkdir(join(folder, 'articles', 'x.md'));
    expect(await failuresOf(folder)).toEqual([
      'notices.json: ist ein Ordner, erwartet ist eine Datei',
      'articles/x.md: ist ein Ordner, erwartet ist eine Datei',
    ]);
  });

  it('without articles is a failure', async () => {
    const folder = await folderWith();
    await rm(join(folder, 'articles'), { recursive: true });
    expect(await failuresOf(folder)).toEqual(['articles: fehlt']);
  });
});

describe('references', () => {
  const lines = (...entries: object[]): string =>
    JSON.stringify(entries.map((entry) => ({ ...line, ...entry })));
  const two = { id: 'zwei', numbers: ['115'] };

  it.each<[string, string, string, string]>([
    [
      'an id twice',
      'lines.json',
      lines({}, { ...two, id: 'wedel' }),
      'lines.json, Leitung 2, id: „wedel“ ist schon vergeben (Eintrag 1)',
    ],
    [
      'a number of two lines',
      'lines.json',
      lines({}, { ...two, numbers: ['115', '+494066969530'] }),
      'Leitung 2, numbers 2: +494066969530 gehört schon zur Leitung „wedel“',
    ],
    [
      'an unknown topic',
      'lines.json',
      lines({ topics: ['hund', 'nix'] }),
      'Leitung 1, topics 2: den Artikel „nix“ gibt es nicht',
    ],
    [
      'an unknown article of a season',
      'lines.json',
      lines({ seasons: [{ article: 'nix', from: '11-01', until: '01-31' }] }),
      'Leitung 1, seasons 1: den Artikel „nix“ gibt es nicht',
    ],
    [
      'an unknown office',
      'lines.json',
      lines({ offices: ['nix'] }),
      'Leitung 1, offices 1: die Stelle „nix“ gibt es nicht',
    ],
    [
      'an unknown municipality',
      'lines.json',
      lines({ municipality: '010560099099' }),
      'Leitung 1, municipality: das Gebiet 010560099099 steht nicht in municipalities.json',
    ],
    [
      'an unknown area',
      'lines.json',
      lines({ area: '170000000000' }),
      'Leitung 1, area: das Gebiet 170000000000',
    ],
    [
      'an article twice',
      'articles/z.md',
      articleText('hund', '000000000000'),
      'articles/z.md, id: „hund“ ist schon vergeben (articles/wedel/hund.md)',
    ],
    [
      'two variants for one area',
      'articles/z.md',
      articleText('hund', wedel).replace('id: hund', 'id: hund2'),
      'articles/z.md, service: „hund“ gibt es für 010560050050 schon im Artikel „hund“',
    ],
    [
      'an unknown office of an article',
      'articles/z.md',
      articleText('z', wedel).replace('[rathaus]', '[amt]'),
      'articles/z.md, offices 1: die Stelle „amt“ gibt es nicht',
    ],
    [
      'a line of a notice',
      'notices.json',
      '[{"id":"n","title":"N","text":"N","severity":"info","lines":["nix"],"areas":[],"from":"2026-01-02","until":"2026-01-01"}]',
      'Hinweis 1, lines 1: die Leitung „nix“ gibt es nicht',
    ],
    [
      'a span that ends before it begins',
      'notices.json',
      '[{"id":"n","title":"N","text":"N","severity":"info","lines":[],"areas":[],"from":"2026-01-02","until":"2026-01-01"}]',
      'Hinweis 1, until: liegt vor dem Beginn 2026-01-02',
    ],
    [
      'hours that end before they begin',
      'offices.json',
      `[{"id":"rathaus","name":"R","area":"${wedel}","hours":[{"days":["mo"],"from":"12:00","until":"08:00"}]}]`,
      'Stelle 1, hours 1: endet um 08:00 vor 12:00',
    ],
  ])('%s is a failure', async (_, file, content, expected) => {
    expect((await failuresWith(file, content)).join('\n')).toContain(expected);
  });
});

describe('the demonstration pack', () => {
  it('is valid wherever it lies', async () => {
    const demo = join(import.meta.dirname, '../../../assets/demo-pack');
    const copy = await writeFolder(new Map());
    folders.push(copy);
    await cp(demo, copy, { recursive: true });
    expect(await failuresOf(copy)).toEqual([]);
    expect(await readdir(copy)).toContain('pack.json');
  });
});
