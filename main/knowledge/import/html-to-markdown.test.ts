import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, htmlToMarkdown } from './html-to-markdown.ts';

describe('htmlToMarkdown', () => {
  it.each<[string, string, string]>([
    ['text', 'Guten Tag', 'Guten Tag'],
    ['paragraphs', '<p>Eins</p><p>Zwei</p>', 'Eins\n\nZwei'],
    ['a list', '<ul><li>Eins</li><li><p>Zwei</p></li></ul>', '- Eins\n- Zwei'],
    ['a numbered list', '<ol><li>Eins</li><li>Zwei</li></ol>', '1. Eins\n2. Zwei'],
    ['a nested list', '<ul><li>Eins<ul><li>Innen</li></ul></li></ul>', '- Eins\n   - Innen'],
    ['text around a list', '<p>Vor</p><ul><li>x</li></ul>nach', 'Vor\n\n- x\n\nnach'],
    ['headings', '<h1>Kopf</h1><h4>Klein</h4>', '### Kopf\n\n#### Klein'],
    ['bold and italic', '<b>a</b> <em>b</em>', '**a** *b*'],
    ['a line break', 'Eins<br/>Zwei', 'Eins  \nZwei'],
    ['nothing but a break', '<br>', ''],
    ['empty elements', '<p> </p><ul><li></li></ul><b></b>&nbsp;', ''],
    ['entities', 'Stra&szlig;e &amp; &uuml;', 'Straße & ü'],
    ['an escaped entity', '&amp;lt;b&amp;gt;', '\\&lt;b\\&gt;'],
    ['a link', '<a href="https://a.example/x">Satzung</a>', '[Satzung](https://a.example/x)'],
    [
      'an address with a bracket',
      '<a href="https://a.example/(x)">S</a>',
      '[S](https://a.example/%28x%29)',
    ],
    ['a link without protection', '<a href="http://a.example/">Alt</a>', 'Alt (http://a.example/)'],
    ['a script link', '<a href="javascript:alert(1)">Klick</a>', 'Klick'],
    ['a hidden script link', '<a href=" java\tscript:alert(1)">Klick</a>', 'Klick'],
    ['a script', 'vor<script>alert("x")</script>nach', 'vornach'],
    ['a script that is not closed', 'vor<script>alert(1)', 'vor'],
    ['a style and a frame', '<style>p{}</style><iframe src="x">y</iframe>da', 'da'],
    ['handlers and pictures', '<p onclick="x()">da<img src=x onerror=y></p>', 'da'],
    ['marks of Markdown', '# kein [Kopf](x) *', '\\# kein \\[Kopf\\](x) \\*'],
    [
      'a line that looks like an item',
      '<p>- kein Punkt</p><p>1. auch nicht</p>',
      '\\- kein Punkt\n\n1\\. auch nicht',
    ],
    ['unknown elements', '<span><font color=red>rot</font></span>', 'rot'],
    ['a table', '<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
  ])('turns %s into Markdown', (_, html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it('never makes HTML, a section or an address that is not allowed, whatever it is given', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<ul>',
        '<li>',
        '</ul>',
        '<script>',
        '</script>',
        '<a href="javascript:x">',
        '<a href="https://e.example">',
        '</a>',
        '<br>',
        '<b>',
        '## Sagen',
        '```',
        '~~~',
        '\n',
        '&lt;script&gt;',
        '<!--',
        ']]>',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const markdown = htmlToMarkdown(pieces.join(''));
        expect(markdown).not.toMatch(/^##(\s|$)/m);
        void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
          expect(token.type).not.toBe('html');
          expect(token.type).not.toBe('code');
          if (token.type === 'link') expect(token['href']).toMatch(/^(https:|mailto:)/);
        });
      }),
    );
  });

  it('keeps every letter of plain text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüß .,*_#[\]~|`-]{0,40}$/), (text) => {
        const shown = escapeMarkdown(text).replace(/\\([^a-z])/g, '$1');
        expect(shown).toBe(text);
      }),
    );
  });
});
