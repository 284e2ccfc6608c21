import { childrenNamed, childNamed, textOf, type XmlNode } from '../xml/node.ts';

/**
 * Language of an XZuFi languageCode. Some senders write `de`, some `de-DE`, so only the language counts;
 * but `de-x-…` (leichte Sprache) is another text, not another spelling of the code.
 * @returns `de` where nothing is said
 */
export function languageOf(code: string | undefined): string {
  const [language = '', ...rest] = (code ?? '').trim().toLowerCase().split(/[-_]/);
  if (!/^[a-z]{2,3}$/.test(language)) return 'de';
  const special = rest.filter((part) => /^[a-z0-9]{1,8}$/.test(part));
  const isEasy = special.some((part) => ['x', 'ls', 'simple', 'leicht', '1996'].includes(part));
  return isEasy && special[0] !== '1996' ? [language, ...special].join('-') : language;
}

export const languageOfNode = (node: XmlNode): string =>
  languageOf(node.attributes.get('languageCode'));

/** Texts of the children of that name, first one per language. */
export function textsByLanguage(node: XmlNode, name: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const child of childrenNamed(node, name)) {
    const language = languageOfNode(child);
    const text = textOf(child);
    if (text !== '' && !texts.has(language)) texts.set(language, text);
  }
  return texts;
}

/** German text, else the first one there is. */
export function preferGerman(texts: ReadonlyMap<string, string>): string | undefined {
  return texts.get('de') ?? [...texts.values()][0];
}

export interface LanguageVersion {
  readonly name: string | undefined;
  readonly machine: boolean;
}

/** XZuFi sprachversion: here languageCode is an element. */
export function languageVersions(node: XmlNode): ReadonlyMap<string, LanguageVersion> {
  return new Map(
    childrenNamed(node, 'sprachversion').map((version) => [
      languageOf(textOf(childNamed(version, 'languageCode'))),
      {
        name: textOf(childNamed(version, 'sprachbezeichnungDeutsch')) || undefined,
        machine: /^(true|1)$/.test(
          textOf(childNamed(version, 'kennzeichenMaschinelleUebersetzung')),
        ),
      },
    ]),
  );
}
