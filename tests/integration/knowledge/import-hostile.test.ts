import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportBench } from './import-bench.ts';
import { wedel } from './small-pack.ts';
import { areaOf, service, text, transfer, write } from './xzufi-samples.ts';

let bench: Awaited<ReturnType<typeof createImportBench>>;

beforeAll(async () => {
  bench = await createImportBench();
});

afterAll(async () => {
  await bench.remove();
});

const good = transfer(write(service('1', areaOf(wedel))));
const withDoctype = (doctype: string): string => good.replace('?>', `?>\n${doctype}`);
const latin = (xml: string, encoding: string): Uint8Array =>
  Buffer.from(xml.replace('UTF-8', encoding), 'latin1');
const wide = (xml: string): Buffer =>
  Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');

describe('a hostile or broken file', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['with nothing in it', '', 'ist leer'],
    ['that is no XML', 'Guten Tag', 'Zeile 1: ist kein gültiges XML'],
    [
      'that is a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe),
      'ist nicht in UTF-8 gespeichert',
    ],
    ['cut off', good.slice(0, -40), 'ist kein vollständiges XML'],
    [
      'with tags in the wrong order',
      good.replace('</xzufi:leistung>', '</xzufi:id>'),
      'ist kein vollständiges XML',
    ],
    ['that is XML of another kind', '<rss><channel/></rss>', 'enthält nichts, was XZuFi wäre'],
    [
      'with a billion laughs',
      withDoctype(
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
      ).replace('Leistung 1', '&c;'),
      'Zeile 2: enthält eine Dokumenttyp-Deklaration',
    ],
    [
      'with an external entity',
      withDoctype('<!DOCTYPE x [<!ENTITY geheim SYSTEM "file:///etc/passwd">]>').replace(
        'Leistung 1',
        '&geheim;',
      ),
      'Dokumenttyp-Deklaration',
    ],
    [
      'with an external DTD',
      withDoctype('<!DOCTYPE x SYSTEM "https://boese.example/x.dtd">'),
      'Dokumenttyp-Deklaration',
    ],
    [
      'with a DTD that does not end',
      withDoctype(`<!DOCTYPE x [${'<!ENTITY a "a">'.repeat(9_000)}`),
      'Dokumenttyp-Deklaration',
    ],
    [
      'with an undeclared entity',
      good.replace('Leistung 1', '&geheim;'),
      'enthält ein unbekanntes Zeichenkürzel',
    ],
    [
      'with an entity named like a method',
      good.replace('Leistung 1', '&constructor;'),
      'unbekanntes Zeichenkürzel',
    ],
    [
      'nested ten thousand deep',
      good.replace('Leistung 1', '<a>'.repeat(10_000)),
      'tiefer als 64 verschachtelt',
    ],
    [
      'with ten thousand attributes',
      good.replace(
        '<xzufi:leistung>',
        `<xzufi:leistung ${Array.from({ length: 10_000 }, (_, n) => `a${n}=""`).join(' ')}>`,
      ),
      'mehr als 200 Attribute',
    ],
    [
      'with an endless attribute',
      good.replace('<xzufi:leistung>', `<xzufi:leistung a="${'x'.repeat(300_000)}">`),
      'länger als 64 KB',
    ],
    [
      'with a name of a megabyte',
      good.replace('<xzufi:leistung>', `<${'x'.repeat(1_000_000)}>`),
      'länger als 64 KB',
    ],
    [
      'in Latin-1 that says UTF-8',
      latin(good.replace('Leistung 1', 'Straße'), 'UTF-8'),
      'ist nicht in UTF-8 gespeichert',
    ],
    [
      'in an encoding nobody knows',
      good.replace('UTF-8', 'EBCDIC'),
      'die Zeichenkodierung „EBCDIC“ wird nicht unterstützt',
    ],
  ])('%s is refused, and nothing is written', async (_, content, expected) => {
    const before = await readdir(bench.folder);
    const result = await bench.run([content]);
    expect(result).toEqual(expect.stringContaining(expected));
    const after = await readdir(bench.folder);
    expect(after.filter((name) => !before.includes(name) && !name.endsWith('.xml'))).toEqual([]);
  });

  it('makes the whole import fail, also beside good ones', async () => {
    expect(await bench.run([good, good.slice(0, -40)])).toMatch(
      /^\d+-2\.xml, Zeile \d+: ist kein vollst/,
    );
  });

  it('with one text of five megabytes loses that service only', async () => {
    const file = transfer(
      write(service('1', text('06', 'x'.repeat(5_000_000)))) + write(service('2')),
    );
    const { report, pack } = await bench.importing(file);
    expect(pack.articles.map(({ id }) => id)).toContain('l1-2');
    expect(report.skipped).toMatchObject([{ reason: 'größer als 4 Millionen Zeichen', count: 1 }]);
  });

  it('that is missing or a folder says so', async () => {
    const { importKnowledge } = await import('../../../main/knowledge/import/index.ts');
    const options = {
      base: bench.base,
      out: join(bench.folder, 'nie'),
      replace: false,
      area: null,
      articles: [],
      offices: [],
      lines: [],
    };
    expect(
      await importKnowledge({
        ...options,
        xzufi: [join(bench.folder, 'fehlt.xml'), bench.folder],
        source: 'x',
        today: '2026-11-25',
      }),
    ).toMatchObject({ failure: [{ reason: 'fehlt' }, { reason: 'ist keine gewöhnliche Datei' }] });
  });
});

describe('encodings', () => {
  const umlauts = good.replace('Leistung 1', 'Straße für Ämter');
  it.each<[string, string | Uint8Array]>([
    ['UTF-8', umlauts],
    ['UTF-8 with a byte order mark', `\uFEFF${umlauts}`],
    ['UTF-16', wide(umlauts)],
    ['UTF-16, big-endian', wide(umlauts).swap16()],
    ['ISO-8859-1 that says so', latin(umlauts, 'ISO-8859-1')],
    ['Windows-1252 that says so', latin(umlauts, 'windows-1252')],
  ])('%s is read', async (_, content) => {
    const { pack } = await bench.importing(content);
    expect(pack.articles.map(({ title }) => title)).toContain('Straße für Ämter');
  });
});

describe('whatever the file', () => {
  const words = fc.oneof(
    fc.constantFrom(
      wedel,
      'de',
      '06',
      '2026-02-30',
      '-1',
      '99999999999999',
      '<br>',
      '__proto__',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const names = fc.constantFrom(
    ...`schreibe loesche leistung spezialisierung organisationseinheit onlinedienst zustaendigkeit
    zustaendigkeitTransferObjekt uebergeordnetesObjektID leistungID gebietID id name code modulText
    leikaTextmodul inhalt modulKosten kosten betrag modulFrist frist dauer einheit beschreibung
    gueltigkeit beginn ende gueltigkeitGebietID anschrift typ kommunikation kanal kennung link uri
    sprachversion languageCode __proto__ constructor`.split(/\s+/),
  );
  const clean = (value: string): string =>
    value
      .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD]/g, '')
      .replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        names,
        fc.constantFrom('', ' languageCode="en"', ' klasse="Leistung"', ' schemeAgencyID="L1"'),
        fc.oneof(
          { depthSize: 'small' },
          words.map(clean),
          fc.array(tie('element'), { maxLength: 5 }).map((all) => all.join('')),
        ),
      )
      .map(([name, attributes, content]) => `<${name}${attributes}>${content}</${name}>`),
  }));

  it('an import of well-formed XML gives a valid pack or a German reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(element, { maxLength: 6 }), async (elements) => {
        // `importing` loads what was written; an invalid pack is an error of the test.
        const result = await bench.run([`<r>${elements.join('')}</r>`]);
        if (typeof result === 'string')
          expect(result).toMatch(/xml(, Zeile \d+)?: (ist|enthält|ein|die) /);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('an import of anything ends the same way', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '<!--',
        ']]>',
        '<![CDATA[',
        '<?x',
        '<!DOCTYPE',
        '\0',
        '<r>',
        '</r>',
        '<leistung>',
        '"',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(piece).map((all) => all.join('')),
          fc.uint8Array({ maxLength: 600 }),
        ),
        async (content) => {
          const result = await bench.run([content]);
          if (typeof result === 'string') expect(result).toMatch(/: (ist|enthält|ein|die) /);
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});
