import {
  addressKinds,
  type Address,
  type Channel,
  type Link,
} from '../../../../shared/knowledge/pack.ts';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import { readPhone } from '../read-phone.ts';
import {
  childNamed,
  childrenNamed,
  childrenOf,
  codeOf,
  descendantNamed,
  htmlOf,
  textOf,
  type XmlNode,
} from '../xml/node.ts';
import { keyOf } from './ids.ts';
import { languageOfNode, preferGerman, textsByLanguage } from './language.ts';
import { httpsUrl } from './values.ts';

/** An organisationseinheit, read but without an id of the pack. */
export interface OfficeRecord {
  readonly key: string;
  readonly keys: readonly string[];
  readonly name: string;
  /** Keys of areas that its addresses lie in, as sent. */
  readonly places: readonly string[];
  readonly addresses: readonly Address[];
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly channels: readonly Channel[];
  readonly hoursNote: string | undefined;
  readonly website: Link | undefined;
  readonly note: string | undefined;
}

/** @returns null without an id or a name: nobody could tell what it is */
export function officeOf(node: XmlNode): OfficeRecord | null {
  const key = keyOf(childNamed(node, 'id'));
  const name = nameOf(node);
  if (key === null || name === undefined) return null;
  const secondary = childrenNamed(node, 'idSekundaer').map(keyOf);
  const addresses = childrenNamed(node, 'anschrift');
  const channels = childrenNamed(node, 'kommunikation').flatMap(channelOf);
  const phone = channels.find(({ e164 }) => e164 !== undefined);
  const email = channels.find(({ kind }) => kind === 'email');
  return {
    key,
    keys: [key, ...secondary.filter((other) => other !== null)],
    name: name.replace(/\s+/g, ' '),
    places: addresses.flatMap(placesOf),
    addresses: addresses.map(addressOf).filter((address) => address !== null),
    phone: phone?.e164,
    email: email?.value,
    channels: channels
      .filter((channel) => (channel !== phone && channel !== email) || channel.note !== undefined)
      .map(({ kind, value, note }) => ({ kind, value, ...(note === undefined ? {} : { note }) })),
    hoursNote: germanTexts(node, /^infoOeffnungszeiten|oeffnungszeit/i),
    website: websiteOf(node),
    note: germanTexts(node, /^(infoSonstige|infoParkplatz|infoOepnv|infoAnfahrt|infoBarrierefrei)/),
  };
}

/** The name is an element within an element of the same name; older senders leave out the outer one. */
function nameOf(node: XmlNode): string | undefined {
  const inner = childrenNamed(node, 'name').map((name) => textsByLanguage(name, 'name'));
  const nested = inner.map(preferGerman).find((name) => name !== undefined);
  return nested ?? preferGerman(textsByLanguage(node, 'name'));
}

function addressOf(node: XmlNode): Address | null {
  const number = Number(codeOf(childNamed(node, 'typ')));
  const part = (name: string): string => textOf(childNamed(node, name)).replace(/\s+/g, ' ');
  const postbox = part('postfach');
  const street =
    [part('strasse'), part('hausnummer')].filter((text) => text !== '').join(' ') ||
    (postbox === '' ? '' : `Postfach ${postbox.replace(/^postfach\s*/i, '')}`);
  const postcode = part('postleitzahl');
  const city = part('ort');
  const note = part('zusatz');
  if (street === '' && city === '') return null;
  return {
    kind: addressKinds[number - 1] ?? 'house',
    ...(street === '' ? {} : { street }),
    ...(/^\d{5}$/.test(postcode) ? { postcode } : {}),
    ...(city === '' ? {} : { city }),
    ...(note === '' ? {} : { note }),
  };
}

function placesOf(address: XmlNode): readonly string[] {
  const coding = childNamed(address, 'verwaltungspolitischeKodierung');
  if (coding === undefined) return [];
  return ['regionalschluessel', 'gemeindeschluessel', 'kreis']
    .map((name) => codeOf(childNamed(coding, name)))
    .filter((code) => code !== '');
}

interface ReadChannel extends Channel {
  readonly e164: string | undefined;
}

/** The code says what it is where it is a word; numeric codes differ between versions, so the value does. */
function channelOf(node: XmlNode): readonly ReadChannel[] {
  const value = textOf(childNamed(node, 'kennung')).replace(/\s+/g, ' ');
  if (value === '') return [];
  const word = `${codeOf(childNamed(node, 'kanal'))} ${textOf(
    descendantNamed(childNamed(node, 'kanal') ?? node, 'name'),
  )}`.toLowerCase();
  const note = [
    textOf(childNamed(node, 'kennungzusatz')),
    textOf(childNamed(node, 'kanalzusatz')),
    textOf(childNamed(node, 'zusatz')),
  ].find((text) => text !== '');
  const kind = kindOf(word, value);
  const e164 = kind === 'phone' || kind === 'mobile' ? readPhone(value) : null;
  return [
    {
      kind,
      value,
      ...(note === undefined ? {} : { note }),
      e164: e164 === null || e164 === '' ? undefined : e164,
    },
  ];
}

function kindOf(word: string, value: string): Channel['kind'] {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return isMail(value) ? 'email' : 'other';
  if (word.includes('fax')) return 'fax';
  if (/handy|mobil/.test(word)) return 'mobile';
  if (/telefon|festnetz/.test(word)) return 'phone';
  if (/^https?:/i.test(value)) return 'web';
  return /^[+\d][\d\s()/.-]{2,}$/.test(value) && !/mail|web|internet/.test(word)
    ? 'phone'
    : 'other';
}

/** What the pack's schema takes for an address; the rest is shown as it is. */
function isMail(value: string): boolean {
  return /^[A-Za-z0-9_'+-]+(\.[A-Za-z0-9_'+-]+)*@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/.test(value);
}

/** All German texts of elements of that name, wherever a sender puts them. */
function germanTexts(node: XmlNode, name: RegExp): string | undefined {
  const texts = matching(node, name)
    .filter((child) => languageOfNode(child) === 'de')
    .map((child) => htmlToMarkdown(htmlOf(child)))
    .filter((text) => text !== '');
  return texts.length === 0 ? undefined : [...new Set(texts)].join('\n\n');
}

/** Outermost elements with that name; one that only wraps others counts by what is in it. */
function matching(node: XmlNode, name: RegExp): readonly XmlNode[] {
  return childrenOf(node).flatMap((child) => {
    if (!name.test(child.name)) return matching(child, name);
    const inner = childrenOf(child).filter((part) => name.test(part.name) || part.name === 'text');
    return inner.length === 0 ? [child] : inner;
  });
}

function websiteOf(node: XmlNode): Link | undefined {
  for (const site of childrenNamed(node, 'internetadresse')) {
    const url = httpsUrl(textOf(descendantNamed(site, 'uri')) || textOf(site));
    if (url !== undefined) return { title: textOf(descendantNamed(site, 'titel')) || url, url };
  }
  return undefined;
}

const knownElements: ReadonlySet<string> = new Set(
  `id idSekundaer name anschrift kommunikation zustaendigkeit internetadresse kategorie kurzbezeichnung
  beschreibung kurzbeschreibung uebergeordneteOrganisationseinheitID untergeordneteOrganisationseinheitID
  gueltigkeit versionsinformation versionsinformationen sprachversion herausgeber kontaktperson
  bankverbindung zahlungsweise kommunikationssystem synonym glaeubigeridentifikationsnummer
  empfaengerkennung`.split(/\s+/),
);

export function unknownInOffice(node: XmlNode): readonly string[] {
  return childrenOf(node)
    .map(({ name }) => name)
    .filter((name) => !knownElements.has(name) && !/^info|oeffnungszeit/i.test(name));
}
