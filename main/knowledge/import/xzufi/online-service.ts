import { trustLevelSchema, type OnlineService } from '../../../../shared/knowledge/pack.ts';
import {
  childNamed,
  childrenNamed,
  childrenOf,
  codeOf,
  descendantNamed,
  textOf,
  type XmlNode,
} from '../xml/node.ts';
import { keyOf } from './ids.ts';
import { languageOfNode, preferGerman, textsByLanguage } from './language.ts';
import { httpsUrl } from './values.ts';

/** An onlinedienst, read but without an id of the pack. */
export interface OnlineServiceRecord extends Omit<OnlineService, 'id' | 'xzufiId'> {
  readonly key: string;
  readonly keys: readonly string[];
}

/** @returns what is missing, German, where it cannot be offered to anybody */
export function onlineServiceOf(node: XmlNode): OnlineServiceRecord | string {
  const key = keyOf(childNamed(node, 'id'));
  if (key === null) return 'ohne Kennung (id)';
  const links = childrenNamed(node, 'link').flatMap((link) => {
    const url = httpsUrl(textOf(descendantNamed(link, 'link') ?? descendantNamed(link, 'uri')));
    if (url === undefined) return [];
    return [{ language: languageOfNode(link), title: textOf(childNamed(link, 'titel')), url }];
  });
  const german = links.find(({ language }) => language === 'de') ?? links[0];
  if (german === undefined) return 'Onlinedienst ohne Adresse, die mit https:// beginnt';
  const title = preferGerman(textsByLanguage(node, 'bezeichnung')) ?? german.title;
  if (title === '') return 'Onlinedienst ohne Bezeichnung';
  const level = trustLevelSchema.safeParse(codeOf(childNamed(node, 'vertrauensniveau')));
  const others = links
    .filter((link) => link !== german && link.language !== 'de')
    .map((link) => ({ ...link, title: link.title || title }));
  const secondary = childrenNamed(node, 'idSekundaer').map(keyOf);
  return {
    key,
    keys: [key, ...secondary.filter((other) => other !== null)],
    title,
    url: german.url,
    ...(level.success ? { trustLevel: level.data } : {}),
    ...(others.length === 0 ? {} : { otherLanguages: others }),
  };
}

const knownElements: ReadonlySet<string> = new Set(
  `id idSekundaer bezeichnung link vertrauensniveau sprachversion zustaendigkeit kurzbezeichnung teaser
  beschreibung logo gueltigkeit versionsinformation versionsinformationen zahlungsweise
  identifizierungsmittel parameter dynamischeParameter hilfetext herausgeber`.split(/\s+/),
);

export function unknownInOnlineService(node: XmlNode): readonly string[] {
  return childrenOf(node)
    .map(({ name }) => name)
    .filter((name) => !knownElements.has(name));
}
