import sax from 'sax';
import { ReadAbort } from '../abort.ts';
import type { XmlNode } from './node.ts';

/** Limits that no honest file comes near; what goes beyond is an attack or a broken export. */
const maxDepth = 64;
const maxAttributes = 200;
/** Characters of one object, each element counted as `elementCost` more. */
const maxObjectSize = 4_000_000;
const elementCost = 64;

/** A finished object with the line on which it begins. */
export interface XmlObject {
  readonly node: XmlNode;
  readonly line: number;
}

export interface ObjectReader {
  /** Attributes of the root element, once. */
  readonly onRoot: (name: string, attributes: ReadonlyMap<string, string>) => void;
  /**
   * What to do with an element that is not within an object: build it and hand it over, look into it for
   * objects, or leave it out with everything below it.
   */
  readonly choose: (name: string, parent: string) => 'object' | 'enter' | 'ignore';
  readonly onObject: (object: XmlObject) => void;
  /** An object that is beyond every limit and was left out. */
  readonly onTooLarge: (name: string, line: number) => void;
}

interface OpenNode extends XmlNode {
  readonly attributes: Map<string, string>;
  readonly content: (XmlNode | string)[];
}

/**
 * Reads an XML document object by object; only the current one is in memory. Document type declarations
 * are refused, so there are no entities but the five of XML itself.
 * @throws ReadAbort when it is not well-formed or beyond the limits
 */
export async function readObjects(
  text: AsyncIterable<string>,
  reader: ObjectReader,
): Promise<void> {
  const parser = createParser(reader);
  for await (const piece of text) parser.write(piece);
  parser.end();
}

function createParser(reader: ObjectReader) {
  // `strictEntities` and the table below: only the entities of XML, nothing inherited from Object.
  const options = { position: true, strictEntities: true };
  const parser = sax.parser(true, options);
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
  });
  const names: string[] = [];
  const open: OpenNode[] = [];
  let ignoredFrom: number | null = null;
  let attributes = 0;
  let size = 0;
  let line = 0;
  let failure: ReadAbort | null = null;

  /** The parser goes on to the end of a piece whatever happens, so the first failure is kept. */
  const fail = (reason: string): void => {
    failure ??= new ReadAbort(reason, parser.line + 1);
  };
  const idle = (): boolean => failure !== null || ignoredFrom !== null;

  parser.onerror = (error) => {
    fail(isDoctype(parser) ? refusedDoctype : xmlReason(error.message));
  };
  parser.ondoctype = () => {
    fail(refusedDoctype);
  };
  parser.onattribute = () => {
    attributes += 1;
    if (attributes > maxAttributes) fail(`ein Element hat mehr als ${maxAttributes} Attribute`);
  };
  parser.onopentag = (tag) => {
    attributes = 0;
    const name = localName(tag.name);
    const parent = names.at(-1) ?? '';
    names.push(name);
    if (names.length > maxDepth) fail(`die Elemente sind tiefer als ${maxDepth} verschachtelt`);
    if (idle()) return;
    const values = new Map(
      Object.entries(tag.attributes).map(([key, value]) => [localName(key), String(value)]),
    );
    if (names.length === 1) {
      const declared = Object.entries(tag.attributes).map(([key, value]): [string, string] => [
        key,
        String(value),
      ]);
      reader.onRoot(name, new Map(declared));
    }
    const choice = open.length > 0 || names.length === 1 ? null : reader.choose(name, parent);
    if (choice === 'ignore') ignoredFrom = names.length;
    if (open.length === 0 && choice !== 'object') return;
    if (open.length === 0) {
      size = 0;
      line = parser.line + 1;
    }
    open.push({ name, attributes: values, content: [] });
    grow(elementCost);
  };
  const grow = (by: number): void => {
    size += by;
    if (size <= maxObjectSize) return;
    const object = open[0];
    if (object === undefined) return;
    reader.onTooLarge(object.name, line);
    ignoredFrom = names.length - open.length + 1;
    open.length = 0;
  };
  const addText = (text: string): void => {
    if (idle()) return;
    const node = open.at(-1);
    if (node === undefined) return;
    node.content.push(text);
    grow(text.length);
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onclosetag = () => {
    const depth = names.length;
    names.pop();
    if (failure !== null) return;
    if (ignoredFrom !== null) {
      if (depth === ignoredFrom) ignoredFrom = null;
      return;
    }
    const node = open.pop();
    if (node === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) reader.onObject({ node, line });
    else parent.content.push(node);
  };

  const check = (): void => {
    if (failure !== null) throw failure;
  };
  return {
    write: (piece: string): void => {
      parser.write(piece);
      check();
    },
    end: (): void => {
      if (names.length === 0 && parser.position === 0) throw new ReadAbort('ist leer');
      parser.close();
      check();
    },
  };
}

const refusedDoctype =
  'enthält eine Dokumenttyp-Deklaration (<!DOCTYPE); solche Dateien werden nicht gelesen';

/** A declaration that is still open when the parser gives up on its length. */
function isDoctype(parser: object): boolean {
  return 'doctype' in parser && parser.doctype !== '' && parser.doctype !== undefined;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** sax explains in English and over several lines. */
function xmlReason(message: string): string {
  const [first = ''] = message.split('\n');
  if (first.includes('Max buffer length'))
    return 'ein Name, Attribut oder Kommentar ist länger als 64 KB';
  if (/entity/i.test(first)) return 'enthält ein unbekanntes Zeichenkürzel (&…;)';
  if (/clos(e|ing) tag|Unclosed root/i.test(first))
    return 'ist kein vollständiges XML: ein Element wird nicht oder falsch geschlossen';
  return `ist kein gültiges XML (${first})`;
}
