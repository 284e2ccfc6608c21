import { areaLevel } from '../../../shared/knowledge/area.ts';
import type {
  Article,
  Line,
  Municipality,
  Notice,
  Office,
  OnlineService,
  PackManifest,
  Responsibility,
  Synonym,
} from '../../../shared/knowledge/pack.ts';
import type { PackFailure } from './failure.ts';

/** A valid entry with the place it was read from. */
export interface Entry<Value> {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly value: Value;
}

/** What is known about the ids of a file beside its valid entries. */
export interface KnownIds {
  /** Ids of entries that are reported already for another reason. */
  readonly brokenIds: readonly string[];
  /** false: ids are missing, so nothing can be said about references to them. */
  readonly complete: boolean;
}

interface List<Value> extends KnownIds {
  readonly entries: readonly Entry<Value>[];
}

/** The parts of a pack as far as they could be read. */
export interface ReadPack {
  readonly manifest: PackManifest | null;
  readonly municipalities: List<Municipality>;
  readonly lines: List<Line>;
  readonly offices: List<Office>;
  readonly notices: List<Notice>;
  readonly synonyms: List<Synonym>;
  readonly articles: List<Article>;
  readonly onlineServices: List<OnlineService>;
  readonly responsibilities: List<Responsibility>;
}

/** Everything that is wrong between the entries of a pack, each entry being valid by itself. */
export function referenceFailures(pack: ReadPack): readonly PackFailure[] {
  return [
    ...duplicates(pack.municipalities.entries, 'ars', ({ ars }) => ars),
    ...duplicates(pack.lines.entries, 'id', ({ id }) => id),
    ...duplicates(pack.offices.entries, 'id', ({ id }) => id),
    ...duplicates(pack.notices.entries, 'id', ({ id }) => id),
    ...duplicates(pack.articles.entries, 'id', ({ id }) => id),
    ...duplicates(pack.onlineServices.entries, 'id', ({ id }) => id),
    ...duplicates(
      pack.responsibilities.entries,
      'service',
      ({ service, area }) => `${service}/${area}`,
    ),
    ...sharedNumbers(pack.lines.entries),
    ...ambiguousVariants(pack.articles.entries),
    ...impossibleSpans(pack),
    ...unknownAreas(pack),
    ...unknownIds(pack),
  ];
}

const nameOf = ({ file, path }: Entry<unknown>): string => {
  const [index] = path;
  return typeof index === 'number' ? `Eintrag ${index + 1}` : file;
};

function duplicates<Value>(
  entries: readonly Entry<Value>[],
  key: string,
  idOf: (value: Value) => string,
): PackFailure[] {
  const first = new Map<string, Entry<Value>>();
  return entries.flatMap((entry) => {
    const id = idOf(entry.value);
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, entry);
      return [];
    }
    const reason = `„${id}“ ist schon vergeben (${nameOf(other)})`;
    return [{ file: entry.file, path: [...entry.path, key], reason }];
  });
}

function sharedNumbers(entries: readonly Entry<Line>[]): PackFailure[] {
  const owner = new Map<string, string>();
  return entries.flatMap(({ file, path, value }) =>
    value.numbers.flatMap((number, index) => {
      const other = owner.get(number);
      owner.set(number, other ?? value.id);
      if (other === undefined) return [];
      const reason = `${number} gehört schon zur Leitung „${other}“`;
      return [{ file, path: [...path, 'numbers', index], reason }];
    }),
  );
}

/** Of two variants for the same area the search could show only one, and nobody would know which. */
function ambiguousVariants(entries: readonly Entry<Article>[]): PackFailure[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ file, path, value }) => {
    const variant = `${value.service}/${value.area}`;
    const other = first.get(variant);
    first.set(variant, other ?? value.id);
    if (other === undefined || other === value.id) return [];
    const reason = `„${value.service}“ gibt es für ${value.area} schon im Artikel „${other}“`;
    return [{ file, path: [...path, 'service'], reason }];
  });
}

function impossibleSpans(pack: ReadPack): PackFailure[] {
  const notices = pack.notices.entries.flatMap(({ file, path, value }) =>
    value.until < value.from
      ? [{ file, path: [...path, 'until'], reason: `liegt vor dem Beginn ${value.from}` }]
      : [],
  );
  const hours = pack.offices.entries.flatMap(({ file, path, value }) =>
    value.hours.flatMap(({ from, until }, index) =>
      until <= from
        ? [{ file, path: [...path, 'hours', index], reason: `endet um ${until} vor ${from}` }]
        : [],
    ),
  );
  const validity = pack.articles.entries.flatMap(({ file, path, value }) =>
    value.validFrom !== undefined &&
    value.validUntil !== undefined &&
    value.validUntil < value.validFrom
      ? [{ file, path: [...path, 'validUntil'], reason: `liegt vor dem Beginn ${value.validFrom}` }]
      : [],
  );
  const specialDays = pack.offices.entries.flatMap(({ file, path, value }) =>
    (value.specialDays ?? []).flatMap(({ hours: spans }, index) =>
      spans.some(({ from, until }) => until <= from)
        ? [{ file, path: [...path, 'specialDays', index], reason: 'endet vor dem Beginn' }]
        : [],
    ),
  );
  return [...hours, ...specialDays, ...notices, ...validity];
}

function unknownAreas(pack: ReadPack): PackFailure[] {
  const { municipalities } = pack;
  const listed = new Set([
    ...municipalities.entries.map(({ value }) => value.ars),
    ...municipalities.brokenIds,
  ]);
  const check = (entry: Place, steps: readonly (string | number)[], ars: string): PackFailure[] => {
    if (!municipalities.complete || listed.has(ars) || isWholeState(ars)) return [];
    const reason = `das Gebiet ${ars} steht nicht in municipalities.json`;
    return [{ file: entry.file, path: [...entry.path, ...steps], reason }];
  };
  return [
    ...(pack.manifest === null
      ? []
      : check({ file: 'pack.json', path: [] }, ['area'], pack.manifest.area)),
    ...municipalities.entries.flatMap((entry) =>
      entry.value.administeredBy === undefined
        ? []
        : check(entry, ['administeredBy'], entry.value.administeredBy),
    ),
    ...pack.lines.entries.flatMap((entry) => [
      ...(entry.value.municipality === null
        ? []
        : check(entry, ['municipality'], entry.value.municipality)),
      ...check(entry, ['area'], entry.value.area),
    ]),
    ...pack.offices.entries.flatMap((entry) => check(entry, ['area'], entry.value.area)),
    ...pack.notices.entries.flatMap((entry) =>
      entry.value.areas.flatMap((ars, index) => check(entry, ['areas', index], ars)),
    ),
    ...pack.articles.entries.flatMap((entry) => check(entry, ['area'], entry.value.area)),
    ...pack.responsibilities.entries.flatMap((entry) => check(entry, ['area'], entry.value.area)),
  ];
}

type Place = Pick<Entry<unknown>, 'file' | 'path'>;

/** Federation and states need no entry: there are sixteen, and their keys do not change. */
function isWholeState(ars: string): boolean {
  const level = areaLevel(ars);
  return level === 'federation' || (level === 'state' && /^(0[1-9]|1[0-6])/.test(ars));
}

function unknownIds(pack: ReadPack): PackFailure[] {
  const articles = idCheck(pack.articles, 'den Artikel');
  const offices = idCheck(pack.offices, 'die Stelle');
  const lines = idCheck(pack.lines, 'die Leitung');
  const onlineServices = idCheck(pack.onlineServices, 'den Onlinedienst');
  const services = serviceCheck(pack.articles);
  return [
    ...pack.lines.entries.flatMap((entry) => [
      ...offices(entry, 'offices', entry.value.offices),
      ...articles(entry, 'topics', entry.value.topics),
      ...articles(
        entry,
        'seasons',
        (entry.value.seasons ?? []).map(({ article }) => article),
      ),
    ]),
    ...pack.notices.entries.flatMap((entry) => [
      ...lines(entry, 'lines', entry.value.lines),
      ...articles(entry, 'articles', entry.value.articles ?? []),
    ]),
    ...pack.articles.entries.flatMap((entry) => offices(entry, 'offices', entry.value.offices)),
    ...pack.responsibilities.entries.flatMap((entry) => [
      ...services(entry, entry.value.service),
      ...offices(entry, 'offices', entry.value.offices),
      ...onlineServices(entry, 'onlineServices', entry.value.onlineServices),
    ]),
  ];
}

/** A broken article hides its service as well, so then nothing can be said. */
function serviceCheck(articles: List<Article>): (entry: Place, service: string) => PackFailure[] {
  const known = new Set(articles.entries.map(({ value }) => value.service));
  const complete = articles.complete && articles.brokenIds.length === 0;
  return ({ file, path }, service) =>
    known.has(service) || !complete
      ? []
      : [{ file, path: [...path, 'service'], reason: `die Leistung „${service}“ gibt es nicht` }];
}

function idCheck(
  list: List<{ readonly id: string }>,
  noun: string,
): (entry: Place, key: string, ids: readonly string[]) => PackFailure[] {
  const known = new Set([...list.entries.map(({ value }) => value.id), ...list.brokenIds]);
  return ({ file, path }, key, ids) =>
    ids.flatMap((id, index) =>
      known.has(id) || !list.complete
        ? []
        : [{ file, path: [...path, key, index], reason: `${noun} „${id}“ gibt es nicht` }],
    );
}
