import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from './article-file.ts';
import { describeFailure } from './failure.ts';

const head = `id: hund
title: Hundesteuer
service: hund
area: 010560050050
synonyms: []
offices: []
source: Test
updated: 2026-11-24`;
const say = '## Sagen\n\nText';
const file = (front: string, body = say): string => `---\n${front}\n---\n\n${body}\n`;

function failuresOf(text: string): readonly string[] {
  const parsed = parseArticle('a.md', text);
  return parsed.ok ? [] : parsed.failure.failures.map(describeFailure);
}

describe('an article file', () => {
  it('gives front matter and sections', () => {
    const body = '## Sagen\n\nGuten **Tag**.\n\n## Wo und wann\n\n- hier\n\n### Mehr\n\nda\n';
    expect(parseArticle('a.md', file(head, body))).toMatchObject({
      ok: true,
      value: {
        id: 'hund',
        area: '010560050050',
        updated: '2026-11-24',
        links: [],
        modules: { say: 'Guten **Tag**.', whereAndWhen: '- hier\n\n### Mehr\n\nda' },
      },
    });
  });

  it.each<[string, string]>([
    ['Windows line ends', file(head).replaceAll('\n', '\r\n')],
    ['a combining umlaut in a heading', file(head, `${say}\n\n## Gebu\u0308hr\n\n5 €`)],
    ['headings within a fence', file(head, `${say}\n\n\`\`\`\n## Kein Abschnitt\n\`\`\``)],
    ['nested values', file(`${head}\nonlineService:\n  title: T\n  url: https://example.org/`)],
  ])('may have %s', (_, text) => {
    expect(failuresOf(text)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['no text', '', 'a.md: der Kopf fehlt'],
    ['no end of the head', '---\nid: x\n', 'a.md: der Kopf fehlt'],
    [
      'an unknown heading',
      file(head, `${say}\n\n## Kosten\n\nx`),
      'a.md, Zeile 16: unbekannter Abschnitt „Kosten“; erlaubt sind „Sagen“, „Hinweis für Agenten“',
    ],
    [
      'a section twice',
      file(head, `${say}\n\n${say}`),
      'Zeile 16: der Abschnitt „Sagen“ steht zweimal da',
    ],
    [
      'an empty section',
      file(head, '## Sagen\n\n## Frist\n\nx'),
      'Zeile 12: der Abschnitt „Sagen“ ist leer',
    ],
    ['no „Sagen“', file(head, '## Frist\n\nx'), 'der Abschnitt „Sagen“ fehlt'],
    [
      'text before the sections',
      file(head, `Hallo\n\n${say}`),
      'Zeile 12: vor dem ersten Abschnitt',
    ],
    ['a heading of level 1', file(head, `# Titel\n\n${say}`), 'Zeile 12: vor dem ersten Abschnitt'],
    ['a misspelt key', file(`${head}\nlaika: 99`), 'unbekannter Schlüssel „laika“'],
    ['modules in the head', file(`${head}\nmodules: {}`), 'modules: unbekannter Schlüssel'],
    ['a wrong LeiKa key', file(`${head}\nleika: 12`), 'leika: LeiKa-Schlüssel: 99 und 12 Ziffern'],
    [
      'a date that does not exist',
      file(head.replace('11-24', '02-30')),
      'updated: kein Datum der Form JJJJ-MM-TT',
    ],
    [
      'a list for a word',
      file(head.replace('Test', '[a]')),
      'source: hier steht kein Wert der Art Text',
    ],
    ['a key twice', file(`${head}\nid: x`), 'Zeile 10: derselbe Schlüssel steht zweimal im Kopf'],
    [
      'a tag',
      file(`${head}\nleika: !!js/function x`),
      'Zeile 10: Typangaben mit ! sind nicht erlaubt',
    ],
    ['an alias', file(`a: &a x\nb: *a`), 'der Kopf ist kein lesbares YAML'],
    ['a broken head', file('id: [x'), 'kein gültiges YAML'],
    ['a head without keys', file('x'), 'der Kopf besteht nicht aus Zeilen'],
  ])('with %s is a failure', (_, text, expected) => {
    expect(failuresOf(text).join('\n')).toContain(expected);
  });

  it('tells its id although something else is wrong', () => {
    expect(parseArticle('a.md', file(`${head}\nlaika: 99`))).toMatchObject({
      failure: { id: 'hund' },
    });
  });

  it('never throws, whatever the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '---',
        '## Sagen',
        '##',
        '```',
        '&a',
        '*a',
        '- x',
        '? [a]',
        'a: &x [*x]',
        '<<: *a',
      ),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.array(line).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((front) => file(front)),
        ),
        (content) => {
          for (const failure of failuresOf(content)) expect(failure).not.toBe('');
        },
      ),
    );
  });
});
