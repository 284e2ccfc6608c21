import { parser } from 'sax';

/** An element of a document, in the order of its beginnings. */
export interface Found {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
  /** Names of the elements right below, in order. */
  readonly children: string[];
  text: string;
}

/** All elements of a document, which has to be well-formed. */
export function elementsOf(text: string): readonly Found[] {
  const found: Found[] = [];
  const open: Found[] = [];
  const reader = parser(true);
  reader.onerror = (error) => {
    throw error;
  };
  reader.onopentag = ({ name, attributes }) => {
    const parents = open.map((parent) => parent.name);
    const element: Found = {
      name,
      attributes: attributes as Record<string, string>,
      parents,
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(name);
    found.push(element);
    open.push(element);
  };
  reader.ontext = (content) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += content;
  };
  reader.onclosetag = () => {
    open.pop();
  };
  reader.write(text).close();
  return found;
}
