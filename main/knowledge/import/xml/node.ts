/**
 * A finished element. Names are local names: senders differ in prefixes, in default namespaces, and in
 * whether `code` and `name` have a namespace at all.
 */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and text in the order of the file. */
  readonly content: readonly (XmlNode | string)[];
}

export function childrenOf(node: XmlNode): readonly XmlNode[] {
  return node.content.filter((part) => typeof part !== 'string');
}

export function childrenNamed(node: XmlNode, ...names: readonly string[]): readonly XmlNode[] {
  return childrenOf(node).filter(({ name }) => names.includes(name));
}

export function childNamed(node: XmlNode, name: string): XmlNode | undefined {
  return childrenOf(node).find((child) => child.name === name);
}

/** The first element of that name anywhere below, whatever wraps it. */
export function descendantNamed(node: XmlNode, name: string): XmlNode | undefined {
  for (const child of childrenOf(node)) {
    if (child.name === name) return child;
    const deeper = descendantNamed(child, name);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** Own text without that of elements below, trimmed; '' when there is none. */
export function textOf(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return node.content
    .filter((part) => typeof part === 'string')
    .join('')
    .trim();
}

/** Value of a code: `<x><code>06</code></x>`, or the text itself where a sender leaves out the wrapper. */
export function codeOf(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  const code = childNamed(node, 'code');
  return code === undefined ? textOf(node) : textOf(code);
}

/**
 * HTML within an element. It should be escaped text; a sender that writes the tags as elements means the
 * same.
 */
export function htmlOf(node: XmlNode): string {
  if (node.content.every((part) => typeof part === 'string')) return textOf(node);
  return node.content
    .map((part) => (typeof part === 'string' ? escaped(part) : serialised(part)))
    .join('')
    .trim();
}

function serialised(node: XmlNode): string {
  const href = node.attributes.get('href');
  const attribute = href === undefined ? '' : ` href="${escaped(href)}"`;
  return `<${node.name}${attribute}>${htmlOf(node)}</${node.name}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
