import { areaContains, areaLevel, areaPath } from './area.ts';
import type { Article, KnowledgePack, Office, OnlineService, Responsibility } from './pack.ts';

/** How sure it is that offices are responsible. */
export const responsibilityBases = ['responsibility', 'article', 'townHall'] as const;
export type ResponsibilityBasis = (typeof responsibilityBases)[number];

export interface Responsible {
  readonly offices: readonly Office[];
  /** `townHall`: nothing says who is responsible; the administration of the municipality will know. */
  readonly basis: ResponsibilityBasis;
}

type Content = Pick<KnowledgePack, 'offices' | 'responsibilities' | 'onlineServices'>;

/**
 * Offices for an article in an area, the transfer target first: by the most local entry of
 * `responsibilities.json`, else the article's own, else the administration of the municipality.
 */
export function responsibleOffices(pack: Content, article: Article, area: string): Responsible {
  const byIds = (ids: readonly string[]): readonly Office[] => officesByIds(pack, ids);
  const entry = responsibilityIn(pack, article, area, ({ offices }) => offices.length > 0);
  if (entry !== undefined) return { offices: byIds(entry.offices), basis: 'responsibility' };
  const own = byIds(article.offices).filter(
    (office) => areaContains(office.area, area) || areaContains(area, office.area),
  );
  if (own.length > 0) return { offices: own, basis: 'article' };
  return { offices: townHall(pack.offices, area), basis: 'townHall' };
}

/** Offices in the order of their ids; an id that no office has is passed over. */
export function officesByIds(
  { offices }: Pick<KnowledgePack, 'offices'>,
  ids: readonly string[],
): readonly Office[] {
  return ids.flatMap((id) => offices.find((office) => office.id === id) ?? []);
}

/** Online services for an article in an area, those of the area first. */
export function onlineServicesFor(
  pack: Content,
  article: Article,
  area: string,
): readonly Omit<OnlineService, 'id'>[] {
  const entry = responsibilityIn(
    pack,
    article,
    area,
    ({ onlineServices }) => onlineServices.length > 0,
  );
  const local = (entry?.onlineServices ?? []).flatMap(
    (id) => pack.onlineServices?.find((service) => service.id === id) ?? [],
  );
  const own = article.onlineService;
  if (own === undefined || local.some(({ url }) => url === own.url)) return local;
  return [...local, own];
}

function responsibilityIn(
  { responsibilities = [] }: Content,
  { service }: Article,
  area: string,
  says: (entry: Responsibility) => boolean,
): Responsibility | undefined {
  const entries = responsibilities.filter((entry) => entry.service === service && says(entry));
  return areaPath(area)
    .map((level) => entries.find((entry) => entry.area === level))
    .find((entry) => entry !== undefined);
}

function townHall(offices: readonly Office[], area: string): readonly Office[] {
  const levels = areaPath(area).filter((ars) => ['municipality', 'amt'].includes(areaLevel(ars)));
  const found = levels
    .map((level) => offices.find((office) => office.area === level))
    .find((office) => office !== undefined);
  return found === undefined ? [] : [found];
}
