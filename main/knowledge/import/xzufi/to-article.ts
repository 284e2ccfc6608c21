import {
  articleModules,
  type Article,
  type ArticleModuleKey,
  type Translation,
} from '../../../../shared/knowledge/pack.ts';
import type { ServiceRecord, ServiceTexts } from './service.ts';

/** Where an article is put. */
export interface ArticlePlace {
  readonly id: string;
  readonly service: string;
  readonly area: string;
  readonly offices: readonly string[];
  readonly onlineService: Article['onlineService'];
}

/** What the file as a whole says, for services that do not say it themselves. */
export interface Defaults {
  readonly source: string;
  /** Local date. */
  readonly updated: string;
}

/** Characters of a paragraph that an agent can still read aloud in one go. */
const maxSayLength = 600;

/** Article of a pack for a service in one area. */
export function toArticle(record: ServiceRecord, place: ArticlePlace, defaults: Defaults): Article {
  const german = record.texts.get('de') ?? { modules: new Map<ArticleModuleKey, string>() };
  const title = titleOf(record);
  const [leika, ...otherLeika] = record.leika;
  const translations = translationsOf(record);
  const { officialTitle } = german;
  return {
    id: place.id,
    title,
    ...(officialTitle === undefined || officialTitle === title ? {} : { officialTitle }),
    ...(leika === undefined ? {} : { leika }),
    ...(otherLeika.length === 0 ? {} : { otherLeika }),
    service: place.service,
    area: place.area,
    synonyms: [...record.synonyms],
    offices: [...place.offices],
    ...(place.onlineService === undefined ? {} : { onlineService: place.onlineService }),
    links: [...record.links],
    ...(record.costs.length === 0 ? {} : { costs: [...record.costs] }),
    ...(record.deadlines.length === 0 ? {} : { deadlines: [...record.deadlines] }),
    ...(record.durations.length === 0 ? {} : { durations: [...record.durations] }),
    ...(record.validFrom === undefined ? {} : { validFrom: record.validFrom }),
    ...(record.validUntil === undefined ? {} : { validUntil: record.validUntil }),
    ...(record.approval === undefined ? {} : { approval: record.approval }),
    ...(record.origin === undefined ? {} : { origin: record.origin }),
    source: record.source ?? defaults.source,
    updated: record.updated ?? defaults.updated,
    xzufiId: record.key,
    ...(translations.length === 0 ? {} : { translations }),
    modules: modulesOf(german, title),
  };
}

/** Citizens' words (03) before the official ones (02): agents read them aloud. */
function titleOf(record: ServiceRecord): string {
  const german = record.texts.get('de');
  return german?.title ?? german?.officialTitle ?? missingTitle(record.key);
}

export const hasTitle = ({ texts }: ServiceRecord): boolean => {
  const german = texts.get('de');
  return german?.title !== undefined || german?.officialTitle !== undefined;
};

const missingTitle = (key: string): string => `Leistung ohne Bezeichnung (${key})`;

/** Modules in the order of the view; the first is made here, since XZuFi has none to be read aloud. */
function modulesOf(texts: ServiceTexts, title: string): Article['modules'] {
  const source = sayFrom(texts.modules);
  const modules: Partial<Record<ArticleModuleKey, string>> = {
    say: source?.text ?? `Zu „${title}“ ist kein Text hinterlegt.`,
  };
  for (const { key } of articleModules) {
    const text = texts.modules.get(key);
    // The same sentence twice below each other would be read twice.
    if (key !== 'say' && text !== undefined && key !== source?.replaces) modules[key] = text;
  }
  return modules;
}

function sayFrom(
  modules: ReadonlyMap<ArticleModuleKey, string>,
): { readonly text: string; readonly replaces: ArticleModuleKey | null } | null {
  for (const key of ['teaser', 'summary'] as const) {
    const text = modules.get(key);
    if (text !== undefined) return { text, replaces: key };
  }
  const paragraph = (modules.get('fullText') ?? '')
    .split('\n\n')
    .find((text) => text !== '' && !text.startsWith('#') && !/^(- |\d+\. )/.test(text));
  return paragraph === undefined || paragraph.length > maxSayLength
    ? null
    : { text: paragraph, replaces: null };
}

/** Languages that say something; a title is borrowed from the German one if a language has none. */
function translationsOf(record: ServiceRecord): Translation[] {
  return [...record.texts].flatMap(([language, texts]): Translation[] => {
    if (language === 'de') return [];
    if (texts.modules.size === 0 && texts.title === undefined && texts.officialTitle === undefined)
      return [];
    const version = record.languages.get(language);
    return [
      {
        language,
        ...(version?.name === undefined ? {} : { languageName: version.name }),
        title: texts.title ?? texts.officialTitle ?? titleOf(record),
        method: version?.machine === true ? 'machine' : 'human',
        modules: Object.fromEntries(texts.modules),
      },
    ];
  });
}
