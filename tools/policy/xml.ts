const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: readonly Element[] | string;
}

export function element(
  name: string,
  attributes: Element['attributes'] = {},
  content: Element['content'] = [],
): Element {
  return { name, attributes, content };
}

/** The element as indented XML; text stays on the line of its element, with its line breaks. */
export function xml({ name, attributes, content }: Element, indent = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value))}"`,
  );
  const head = `${indent}<${name}${written.join('')}`;
  if (typeof content === 'string') return `${head}>${escaped(content)}</${name}>`;
  if (content.length === 0) return `${head} />`;
  const inner = content.map((child) => xml(child, `${indent}  `));
  return [`${head}>`, ...inner, `${indent}</${name}>`].join('\n');
}

/** A whole document in UTF-8. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml(root)}\n`;
}
