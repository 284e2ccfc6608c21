import { Parser } from 'htmlparser2';

/** What is allowed in XZuFi texts (PVOG's rules); everything else loses its tags and keeps its text. */
const headings: ReadonlyMap<string, string> = new Map([
  // `##` begins a text module of an article file.
  ['h1', '### '],
  ['h2', '### '],
  ['h3', '### '],
  ['h4', '#### '],
  ['h5', '##### '],
  ['h6', '###### '],
]);
const marks: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
]);
/** Elements of which not even the text is shown. */
const dropped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'embed',
  'noscript',
  'noembed',
  'noframes',
  'textarea',
  'select',
  'title',
  'head',
  'svg',
  'math',
]);
const breaks: ReadonlySet<string> = new Set([
  'p',
  'div',
  'section',
  'article',
  'blockquote',
  'table',
  'tr',
  'dl',
  'dt',
  'dd',
  'pre',
  'figure',
  'address',
]);
/** Deeper lists are shown on this level. */
const maxListDepth = 6;

interface OpenList {
  readonly ordered: boolean;
  count: number;
}

/**
 * Markdown of a pack for the HTML of an XZuFi text; '' when there is nothing to read in it (`<br>`).
 * Links keep https and mailto, others become text with the address behind it.
 */
export function htmlToMarkdown(html: string): string {
  const writer = new MarkdownWriter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        writer.open(name, attributes);
      },
      ontext: (text) => {
        writer.text(text);
      },
      onclosetag: (name) => {
        writer.close(name);
      },
    },
    { decodeEntities: true, recognizeCDATA: true },
  );
  parser.write(html);
  parser.end();
  return writer.finish();
}

/** Writes block by block; a block is one line or, with `<br>`, several. */
class MarkdownWriter {
  private readonly blocks: { readonly text: string; readonly isItem: boolean }[] = [];
  private readonly lists: OpenList[] = [];
  private line = '';
  private pending = '';
  private prefix = '';
  private hidden = 0;
  private readonly links: string[] = [];

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.flushText();
    if (dropped.has(name)) this.hidden += 1;
    if (this.hidden > 0) return;
    const heading = headings.get(name);
    if (heading !== undefined) this.startBlock(heading);
    else if (breaks.has(name)) {
      if (!this.startsItem()) this.startBlock('');
    } else if (name === 'ul' || name === 'ol') {
      this.startBlock('');
      this.lists.push({ ordered: name === 'ol', count: 0 });
    } else if (name === 'li') this.startBlock(this.itemPrefix());
    else if (name === 'br') this.line += '\n';
    else if (name === 'td' || name === 'th') this.line += ' ';
    else if (name === 'a') this.openLink(attributes['href'] ?? '');
    else this.line += marks.get(name) ?? '';
  }

  close(name: string): void {
    this.flushText();
    if (dropped.has(name)) {
      this.hidden = Math.max(0, this.hidden - 1);
      return;
    }
    if (this.hidden > 0) return;
    if (headings.has(name) || breaks.has(name) || name === 'li') this.endBlock();
    else if (name === 'ul' || name === 'ol') {
      this.endBlock();
      this.lists.pop();
    } else if (name === 'a') this.closeLink();
    else this.line += marks.get(name) ?? '';
  }

  text(text: string): void {
    if (this.hidden === 0) this.pending += text;
  }

  /** Text comes in pieces, cut at every entity: `&amp;lt;` must be seen as a whole. */
  private flushText(): void {
    this.line += escapeMarkdown(this.pending.replace(/[\s\u00a0]+/g, ' '));
    this.pending = '';
  }

  finish(): string {
    this.flushText();
    this.endBlock();
    return this.blocks
      .map(({ text, isItem }, index) => {
        const next = this.blocks[index + 1];
        return next === undefined ? text : `${text}${isItem && next.isItem ? '\n' : '\n\n'}`;
      })
      .join('');
  }

  private startBlock(prefix: string): void {
    this.endBlock();
    this.prefix = prefix;
  }

  /** `<li><p>…` is one block. */
  private startsItem(): boolean {
    return this.prefix !== '' && this.line.trim() === '';
  }

  private endBlock(): void {
    const text = tidy(this.line);
    if (text !== '') {
      const isItem = this.prefix !== '' && !this.prefix.startsWith('#');
      const indent = ' '.repeat(isItem ? this.prefix.length : 0);
      const lines = text.split('\n').map(protectStart);
      // Two blanks before the line break make it a break in Markdown.
      const body = this.prefix.startsWith('#') ? lines.join(' ') : lines.join(`  \n${indent}`);
      this.blocks.push({ text: `${this.prefix}${body}`, isItem });
    }
    this.line = '';
    this.prefix = '';
  }

  private itemPrefix(): string {
    const list = this.lists.at(-1);
    const depth = Math.min(Math.max(this.lists.length - 1, 0), maxListDepth);
    const indent = '   '.repeat(depth);
    if (list?.ordered !== true) return `${indent}- `;
    list.count += 1;
    return `${indent}${list.count}. `;
  }

  private openLink(href: string): void {
    const url = allowedUrl(href);
    this.links.push(url ?? `!${href}`);
    if (url !== null) this.line += '[';
  }

  private closeLink(): void {
    const url = this.links.pop();
    if (url === undefined) return;
    if (!url.startsWith('!')) this.line += `](${url})`;
    else if (/^!http:/i.test(url)) this.line += ` (${escapeMarkdown(url.slice(1).trim())})`;
  }
}

/** The address as the browser would write it, without characters that end a Markdown link. */
function allowedUrl(href: string): string | null {
  try {
    const url = new URL(href.trim());
    if (url.protocol !== 'https:' && url.protocol !== 'mailto:') return null;
    return url.href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20');
  } catch {
    return null;
  }
}

/** Marks without text between them, blanks at the ends of lines. */
function tidy(text: string): string {
  return text
    .replace(/\*\*\s*\*\*/g, '')
    .replace(/\[\s*\]\([^)]*\)/g, '')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .replace(/^[\s*]+$/, '')
    .trim();
}

/** Text stays text: whatever Markdown would read as a mark gets a backslash. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, (mark) => `\\${mark}`).replace(/&(?=[#a-zA-Z])/g, '\\&');
}

/** Marks that only count at the beginning of a line. */
function protectStart(line: string): string {
  return line.replace(/^([#+=-])/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
