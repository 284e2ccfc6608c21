/** XZuFi as senders write it: how names are qualified differs, the content is the same. */
export interface Style {
  /** `xzufi:` or '' for a default namespace. */
  readonly prefix: string;
  /** Version as in the namespace, `2_2_0`. */
  readonly version: string;
  /** Whether `code` and `name` of codes have the namespace of the rest. */
  readonly qualifiedCodes: boolean;
}

export const usualStyle: Style = { prefix: 'xzufi:', version: '2_2_0', qualifiedCodes: false };

/** Written with `x:` for every element and `c:` for code and name of codes. */
export function inStyle(xml: string, { prefix, qualifiedCodes }: Style): string {
  // With a default namespace an unqualified element has to leave it.
  const bare = prefix === '' && !qualifiedCodes;
  return xml
    .replace(/<c:(\w+)>/g, bare ? '<$1 xmlns="">' : `<${qualifiedCodes ? prefix : ''}$1>`)
    .replace(/<\/c:(\w+)>/g, `</${bare || !qualifiedCodes ? '' : prefix}$1>`)
    .replace(/<(\/?)x:/g, `<$1${prefix}`);
}

/** A transfer with these objects, each a `x:schreibe` or `x:loesche`. */
export function transfer(objects: string, style: Style = usualStyle): string {
  const namespace = `http://xoev.de/schemata/xzufi/${style.version}`;
  const declared = style.prefix === '' ? 'xmlns' : `xmlns:${style.prefix.slice(0, -1)}`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<x:transfer.operation.040502 ${declared}="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  produktbezeichnung="Test" xzufiVersion="String">
<x:nachrichtenkopf><x:sender>Test</x:sender></x:nachrichtenkopf>
${objects}
</x:transfer.operation.040502>`;
  return inStyle(xml, style);
}

export const write = (object: string): string => `<x:schreibe>${object}</x:schreibe>\n`;

export const remove = (kind: string, id: string): string =>
  `<x:loesche klasse="${kind}"><x:id schemeAgencyID="L1">${id}</x:id></x:loesche>\n`;

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export const id = (text: string, name = 'id'): string =>
  `<x:${name} schemeAgencyID="L1">${text}</x:${name}>`;

export function text(code: string, html: string, rest: Partial<TextOptions> = {}): string {
  const { language = 'de', position, links = '' } = rest;
  const order =
    position === undefined ? '' : `<x:positionDarstellung>${position}</x:positionDarstellung>`;
  return `<x:modulText>${order}
    <x:leikaTextmodul listURI="urn:de:xzufi:codeliste:leistungstextmodulleika"><c:code>${code}</c:code></x:leikaTextmodul>
    <x:inhalt languageCode="${language}">${escapeXml(html)}</x:inhalt>${links}</x:modulText>`;
}
interface TextOptions {
  readonly language: string;
  readonly position: number;
  readonly links: string;
}

export const link = (uri: string, title: string): string =>
  `<x:weiterfuehrenderLink languageCode="de"><x:uri>${uri}</x:uri><x:titel>${title}</x:titel></x:weiterfuehrenderLink>`;

export const areaOf = (ars: string): string =>
  `<x:gueltigkeitGebietID schemeID="urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs">${ars}</x:gueltigkeitGebietID>`;

export const leika = (key: string): string =>
  `<x:referenzLeiKa listURI="urn:de:fim:leika:leistung"><c:code>${key}</c:code></x:referenzLeiKa>`;

/** A service named after its id, with what a test is about. */
export const service = (key: string, rest = ''): string =>
  `<x:leistung>${id(key)}${text('03', `Leistung ${key}`)}${rest}</x:leistung>`;

export const office = (key: string, rest = ''): string =>
  `<x:organisationseinheit xsi:type="xzufi:OrganisationseinheitErweitert">${id(key)}
  <x:name><x:name languageCode="de">Stelle ${key}</x:name></x:name>${rest}</x:organisationseinheit>`;

export const onlineService = (key: string, rest = ''): string =>
  `<x:onlinedienst>${id(key)}<x:bezeichnung languageCode="de">Dienst ${key}</x:bezeichnung>
  <x:link languageCode="de"><x:typ><c:code>01</c:code></x:typ><x:link>https://dienst.example/${key}</x:link></x:link>
  ${rest}</x:onlinedienst>`;

export function responsibility(
  key: string,
  parent: string,
  serviceKey: string,
  areas: readonly string[],
  role = '01',
): string {
  return `<x:zustaendigkeitTransferObjekt>${id(parent, 'uebergeordnetesObjektID')}
  <x:zustaendigkeit>${id(key)}${id(serviceKey, 'leistungID')}
  ${areas.map((ars) => `<x:gebietID>${ars}</x:gebietID>`).join('')}
  <x:rolle><c:code>${role}</c:code><c:name>Stelle</c:name></x:rolle></x:zustaendigkeit></x:zustaendigkeitTransferObjekt>`;
}
