import {
  articleModules,
  type ArticleModuleKey,
  type Cost,
  type Deadline,
  type Duration,
  type Link,
} from '../../../../shared/knowledge/pack.ts';
import { escapeMarkdown, htmlToMarkdown } from '../html-to-markdown.ts';
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
import {
  languageOfNode,
  languageVersions,
  preferGerman,
  textsByLanguage,
  type LanguageVersion,
} from './language.ts';
import {
  costText,
  costsOf,
  deadlineText,
  deadlinesOf,
  durationText,
  durationsOf,
} from './quantities.ts';
import { dayOf, httpsUrl, validityOf } from './values.ts';

/** Texts of one language. */
export interface ServiceTexts {
  /** LeiKa text modules 02 and 03, plain text. */
  officialTitle?: string;
  title?: string;
  /** Markdown per module. */
  readonly modules: Map<ArticleModuleKey, string>;
}

/** A leistung or spezialisierung, read but not yet placed into areas. */
export interface ServiceRecord {
  readonly key: string;
  /** All keys it is known under. */
  readonly keys: readonly string[];
  /** Key of the leistung that a spezialisierung is laid over. */
  readonly baseKey: string | null;
  readonly leika: readonly string[];
  readonly texts: ReadonlyMap<string, ServiceTexts>;
  readonly languages: ReadonlyMap<string, LanguageVersion>;
  readonly synonyms: readonly string[];
  readonly links: readonly Link[];
  readonly costs: readonly Cost[];
  readonly deadlines: readonly Deadline[];
  readonly durations: readonly Duration[];
  /** gueltigkeitGebietID as sent. */
  readonly areas: readonly string[];
  readonly validFrom: string | undefined;
  readonly validUntil: string | undefined;
  readonly approval: { readonly on?: string; readonly by?: string } | undefined;
  readonly origin: Link | undefined;
  readonly source: string | undefined;
  readonly updated: string | undefined;
  /** What had to be changed, German, for the report. */
  readonly remarks: readonly string[];
}

const keyOfCode = new Map<string, ArticleModuleKey>(
  articleModules.flatMap(({ code, key }) => (code === null ? [] : [[code, key]])),
);

/** Reads a leistung or spezialisierung; null without an id. */
export function serviceOf(node: XmlNode): ServiceRecord | null {
  const key = keyOf(childNamed(node, 'id'));
  if (key === null) return null;
  const reader = new ServiceReader(node);
  reader.readTexts();
  reader.readStructured();
  const validity = validityOf(childrenNamed(node, 'gueltigkeit'));
  const approval = childNamed(node, 'modulFachlicheFreigabe');
  const approvedOn = dayOf(textOf(approval && descendantNamed(approval, 'fachlichFreigegebenAm')));
  const approvedBy =
    approval && preferGerman(textsByLanguage(approval, 'fachlichFreigegebenDurch'));
  const publisher = childNamed(node, 'herausgeber');
  const version =
    childNamed(node, 'versionsinformation') ?? childNamed(node, 'versionsinformationen');
  const changed = version && descendantNamed(version, 'geaendertDatumZeit');
  const created = version && descendantNamed(version, 'erstelltDatumZeit');
  const secondary = childrenNamed(node, 'idSekundaer').map(keyOf);
  return {
    key,
    keys: [key, ...secondary.filter((other) => other !== null)],
    baseKey: keyOf(childNamed(node, 'leistungID') ?? childNamed(node, 'idLeistung')),
    leika: leikaOf(node),
    texts: reader.texts,
    languages: languageVersions(node),
    synonyms: synonymsOf(node),
    links: [...reader.links].map(([url, title]) => ({ title, url })),
    costs: reader.costs,
    deadlines: reader.deadlines,
    durations: reader.durations,
    areas: childrenNamed(node, 'gueltigkeitGebietID').map(textOf),
    validFrom: validity.from,
    validUntil: validity.until,
    approval:
      approvedOn === undefined && approvedBy === undefined
        ? undefined
        : {
            ...(approvedOn === undefined ? {} : { on: approvedOn }),
            ...(approvedBy === undefined ? {} : { by: approvedBy }),
          },
    origin: originOf(node),
    source: publisher && preferGerman(textsByLanguage(publisher, 'bezeichnung')),
    updated: dayOf(textOf(changed)) ?? dayOf(textOf(created)),
    remarks: reader.remarks,
  };
}

/** Keys of referenzLeiKa (a code) and, since 2.3, referenzLeistungsschluessel (an id); valid ones only. */
function leikaOf(node: XmlNode): readonly string[] {
  const found = childrenNamed(node, 'referenzLeiKa', 'referenzLeistungsschluessel').map((child) =>
    codeOf(child).replace(/^.*:/, '').replace(/\s/g, ''),
  );
  return [...new Set(found.filter((key) => /^99\d{12}$/.test(key)))];
}

function synonymsOf(node: XmlNode): readonly string[] {
  const found = childrenNamed(node, 'modulBegriffImKontext')
    .flatMap((module) => childrenNamed(module, 'begriffImKontext'))
    .flatMap((term) => childrenNamed(term, 'begriff'))
    .filter((term) => languageOfNode(term) === 'de')
    .map((term) => textOf(term).replace(/\s+/g, ' '));
  return [...new Set(found.filter((word) => word !== ''))];
}

function originOf(node: XmlNode): Link | undefined {
  const links = childrenNamed(node, 'modulUrsprungsportal').flatMap((portal) => {
    const url = httpsUrl(textOf(descendantNamed(portal, 'uri')));
    const title = textOf(descendantNamed(portal, 'titel'));
    return url === undefined
      ? []
      : [{ language: languageOfNode(portal), link: { title: title || 'Ursprungsportal', url } }];
  });
  return (links.find(({ language }) => language === 'de') ?? links[0])?.link;
}

/** Collects the texts of a service, module by module in the order given by positionDarstellung. */
class ServiceReader {
  readonly texts = new Map<string, ServiceTexts>();
  /** Address → title. */
  readonly links = new Map<string, string>();
  readonly remarks: string[] = [];
  costs: readonly Cost[] = [];
  deadlines: readonly Deadline[] = [];
  durations: readonly Duration[] = [];
  private readonly node: XmlNode;

  constructor(node: XmlNode) {
    this.node = node;
  }

  readTexts(): void {
    for (const module of inOrder(childrenNamed(this.node, 'modulText'))) {
      const code = codeOf(childNamed(module, 'leikaTextmodul')).padStart(2, '0');
      const key = keyOfCode.get(code);
      if (code === '02' || code === '03') this.readTitle(module, code);
      else if (key === undefined) {
        this.remarks.push(
          `Textbaustein ${code || 'ohne Code'} ist unbekannt, steht bei Einzelheiten`,
        );
        this.readModule(module, 'fullText', 'inhalt');
      } else this.readModule(module, key, 'inhalt');
    }
    for (const module of inOrder(childrenNamed(this.node, 'modulTextIndividuell')))
      this.readModule(module, 'fullText', 'inhalt');
    for (const module of childrenNamed(this.node, 'modulAuskunftshinweis'))
      this.readModule(module, 'agentHint', 'inhalt');
  }

  readStructured(): void {
    const read = <Value>(
      name: string,
      key: ArticleModuleKey,
      valuesOf: (module: XmlNode) => readonly Value[],
      textOfValue: (value: Value) => string,
    ): readonly Value[] => {
      const modules = childrenNamed(this.node, name);
      for (const module of modules) this.readModule(module, key, 'beschreibung');
      const values = modules.flatMap(valuesOf);
      const german = this.textsIn('de').modules;
      if (values.length > 0 && !german.has(key))
        german.set(key, values.map((value) => `- ${textOfValue(value)}`).join('\n'));
      return values;
    };
    this.costs = read('modulKosten', 'fee', costsOf, costText);
    this.deadlines = read('modulFrist', 'deadline', deadlinesOf, deadlineText);
    this.durations = read('modulBearbeitungsdauer', 'duration', durationsOf, durationText);
    for (const module of childrenNamed(this.node, 'modulDokument')) this.readDocuments(module);
  }

  private textsIn(language: string): ServiceTexts {
    const known = this.texts.get(language);
    if (known !== undefined) return known;
    const texts: ServiceTexts = { modules: new Map() };
    this.texts.set(language, texts);
    return texts;
  }

  private readTitle(module: XmlNode, code: '02' | '03'): void {
    for (const content of childrenNamed(module, 'inhalt')) {
      const title = plainTitle(content);
      if (title === '') continue;
      const texts = this.textsIn(languageOfNode(content));
      const key = code === '02' ? 'officialTitle' : 'title';
      if (texts[key] === undefined) texts[key] = title;
      else if (texts[key] !== title)
        this.remarks.push(`mehrere Bezeichnungen ${code}; die erste gilt`);
    }
  }

  private readModule(module: XmlNode, key: ArticleModuleKey, element: string): void {
    const heading = preferGerman(textsByLanguage(module, 'leikaTextmodulAbweichendeBezeichnung'));
    for (const content of childrenNamed(module, element)) {
      const language = languageOfNode(content);
      const markdown = htmlToMarkdown(htmlOf(content));
      if (markdown === '') continue;
      const title =
        heading === undefined || language !== 'de' ? '' : `### ${escapeMarkdown(heading)}\n\n`;
      this.append(language, key, `${title}${markdown}`);
    }
    this.readLinks(module, key);
  }

  /** The same text again (2.3 sends one per zugangskanal) is said once. */
  private append(language: string, key: ArticleModuleKey, markdown: string): void {
    const { modules } = this.textsIn(language);
    const before = modules.get(key);
    if (before === undefined) modules.set(key, markdown);
    else if (!before.split('\n\n').includes(markdown) && before !== markdown)
      modules.set(key, `${before}\n\n${markdown}`);
  }

  private readLinks(module: XmlNode, key: ArticleModuleKey): void {
    const titles: string[] = [];
    for (const link of inOrder(childrenNamed(module, 'weiterfuehrenderLink'))) {
      const written = textOf(childNamed(link, 'uri'));
      const url = httpsUrl(written);
      const title = textOf(childNamed(link, 'titel')).replace(/\s+/g, ' ');
      if (url !== undefined && !this.links.has(url)) this.links.set(url, title || url);
      if (url === undefined && written !== '') {
        this.remarks.push('Link ohne https steht nur als Text da');
        this.append('de', key, `- ${escapeMarkdown(`${title} ${written}`.trim())}`);
      }
      if (title !== '' && languageOfNode(link) === 'de') titles.push(title);
    }
    // A legal basis is often nothing but links.
    const { modules } = this.textsIn('de');
    if (!modules.has(key) && titles.length > 0)
      modules.set(key, titles.map((title) => `- ${escapeMarkdown(title)}`).join('\n'));
  }

  /** modulDokument lists what module 08 tells in words; it is added where 08 is empty. */
  private readDocuments(module: XmlNode): void {
    const { modules } = this.textsIn('de');
    const wanted = childrenNamed(module, 'dokumentEingehend')
      .map((document) => preferGerman(textsByLanguage(document, 'bezeichnung')))
      .filter((name) => name !== undefined);
    if (!modules.has('documents') && wanted.length > 0)
      modules.set('documents', wanted.map((name) => `- ${escapeMarkdown(name)}`).join('\n'));
    this.readModule(module, 'documents', 'beschreibung');
  }
}

/** A title is one line without marks, whatever HTML a sender put there. */
function plainTitle(node: XmlNode): string {
  return htmlToMarkdown(htmlOf(node))
    .replace(/\\(?=[^a-z0-9])/g, '')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Stable: elements without a position keep their place after those with one. */
function inOrder(nodes: readonly XmlNode[]): readonly XmlNode[] {
  const position = (node: XmlNode): number => {
    const value = Number.parseInt(textOf(childNamed(node, 'positionDarstellung')), 10);
    return Number.isNaN(value) ? Number.MAX_SAFE_INTEGER : value;
  };
  return [...nodes].sort((left, right) => position(left) - position(right));
}

/** Direct children that are known, used or not. */
const knownElements: ReadonlySet<string> = new Set(
  `id idSekundaer struktur referenzLeiKa referenzLeistungsschluessel modulText modulTextIndividuell
  modulFrist modulKosten modulBearbeitungsdauer modulBegriffImKontext modulFachlicheFreigabe
  modulAuskunftshinweis modulDokument modulUrsprungsportal typisierung vertrauensniveau leistungsadressat
  kennzeichenSchriftformerfordernis kategorie klassifizierung informationsbereichSDG
  informationsbereicheSDG idLeistungImKontext leistungImKontextID idProzess prozessID herausgeber
  gueltigkeitGebietID kennzeichenEA durchfuehrbarEinheitlicheStelle relevantFuerWirtschaftszweig
  relevantFuerRechtsform relevantFuerStaatsangehoerigkeit versionsinformation versionsinformationen
  sprachversion gueltigkeit statusKatalog statusBibliothek detailstufe bezugsortTyp leistungID idLeistung`.split(
    /\s+/,
  ),
);

export function unknownInService(node: XmlNode): readonly string[] {
  return childrenOf(node)
    .map(({ name }) => name)
    .filter((name) => !knownElements.has(name) && !name.startsWith('kennzeichenFormular'));
}
