import type { ArticleModuleKey } from '../../../../shared/knowledge/pack.ts';
import type { ServiceRecord, ServiceTexts } from './service.ts';

/** Module whose text goes with each of the structured values. */
const textOfValues = {
  costs: 'fee',
  deadlines: 'deadline',
  durations: 'duration',
} as const satisfies Readonly<Record<string, ArticleModuleKey>>;

/**
 * A spezialisierung laid over its leistung: what it says replaces the same module of the base, what it does
 * not say stays, words and links are added.
 */
export function specialise(base: ServiceRecord, special: ServiceRecord): ServiceRecord {
  const texts = new Map(base.texts);
  for (const [language, own] of special.texts)
    texts.set(language, mergeTexts(texts.get(language), own));
  const german = special.texts.get('de')?.modules;
  const values = <Key extends keyof typeof textOfValues>(key: Key): ServiceRecord[Key] =>
    special[key].length > 0 || german?.has(textOfValues[key]) === true ? special[key] : base[key];
  const urls = new Set(special.links.map(({ url }) => url));
  return {
    ...special,
    leika: special.leika.length > 0 ? special.leika : base.leika,
    texts,
    languages: new Map([...base.languages, ...special.languages]),
    synonyms: [...new Set([...special.synonyms, ...base.synonyms])],
    links: [...special.links, ...base.links.filter(({ url }) => !urls.has(url))],
    costs: values('costs'),
    deadlines: values('deadlines'),
    durations: values('durations'),
    validFrom: special.validFrom ?? base.validFrom,
    validUntil: special.validUntil ?? base.validUntil,
    approval: special.approval ?? base.approval,
    origin: special.origin ?? base.origin,
    source: special.source ?? base.source,
    updated: special.updated ?? base.updated,
  };
}

function mergeTexts(base: ServiceTexts | undefined, own: ServiceTexts): ServiceTexts {
  if (base === undefined) return own;
  return {
    ...base,
    ...own,
    modules: new Map([...base.modules, ...own.modules]),
  };
}
