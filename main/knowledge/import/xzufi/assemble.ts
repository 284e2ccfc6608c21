import { areaPath } from '../../../../shared/knowledge/area.ts';
import {
  articleSchema,
  officeSchema,
  type Article,
  type KnowledgePack,
  type Office,
  type OnlineService,
  type Responsibility,
} from '../../../../shared/knowledge/pack.ts';
import { germanReason } from '../../pack/failure.ts';
import { groupBy } from '../../search/group-by.ts';
import { parseHours } from '../hours.ts';
import type { Place, ReportBuilder } from '../report.ts';
import type { Areas } from './areas.ts';
import type { Collection, Found } from './collect.ts';
import { packIdOf } from './ids.ts';
import { specialise } from './merge.ts';
import type { OfficeRecord } from './office.ts';
import type { ServiceRecord } from './service.ts';
import { hasTitle, toArticle, type Defaults } from './to-article.ts';

/** What XZuFi adds to a pack; everything by ids of the pack. */
export interface Assembled {
  readonly articles: readonly Article[];
  readonly offices: readonly Office[];
  readonly onlineServices: readonly OnlineService[];
  readonly responsibilities: readonly Responsibility[];
}

export interface AssembleOptions extends Defaults {
  /** Area of services that name none. */
  readonly defaultArea: string;
}

/** What an entry of the pack was made from; null where an editor wrote it. */
export function importedFrom(entry: {
  readonly id: string;
  readonly xzufiId?: string | undefined;
}): string | null {
  const { id, xzufiId } = entry;
  if (xzufiId === undefined) return null;
  const own = packIdOf(xzufiId);
  return id === own || (id.startsWith(own) && /^-\d{12}$/.test(id.slice(own.length)))
    ? xzufiId
    : null;
}

/**
 * Turns what was read into entries of a pack. What editors wrote by hand in the base pack is stronger: an
 * article for the same service and area, and every field of an office with the same xzufiId.
 */
export function assemble(
  collection: Collection,
  base: KnowledgePack,
  areas: Areas,
  options: AssembleOptions,
  report: ReportBuilder,
): Assembled {
  const assembler = new Assembler(collection, base, areas, options, report);
  const planned = assembler.plan();
  const onlineServices = assembler.onlineServices();
  const offices = assembler.offices();
  const responsibilities = assembler.responsibilities();
  const entries = groupBy(responsibilities, ({ service }) => service);
  const online = new Map(onlineServices.map((service) => [service.id, service]));
  const articles = planned.flatMap((plan) =>
    assembler.articles(plan, entries.get(plan.service) ?? [], online),
  );
  return { articles, offices, onlineServices, responsibilities };
}

interface Plan {
  readonly record: ServiceRecord;
  readonly place: Place;
  readonly service: string;
  readonly areas: readonly string[];
}

class Assembler {
  private readonly collection: Collection;
  private readonly areas: Areas;
  private readonly options: AssembleOptions;
  private readonly report: ReportBuilder;
  private readonly handMade: readonly Article[];
  private readonly handOffices: ReadonlyMap<string, Office>;
  private readonly county: string;
  /** Key of a leistung or spezialisierung → service of the pack, also where a hand-made article stands for it. */
  private readonly serviceOfKey = new Map<string, string>();
  /** Key of an office → areas it is responsible for. */
  private readonly served: ReadonlyMap<string, readonly string[]>;

  constructor(
    collection: Collection,
    base: KnowledgePack,
    areas: Areas,
    options: AssembleOptions,
    report: ReportBuilder,
  ) {
    this.collection = collection;
    this.areas = areas;
    this.options = options;
    this.report = report;
    this.county = base.manifest.area;
    const found = [...collection.responsibilities.values()].map(({ value }) => value);
    this.served = new Map(
      [...groupBy(found, ({ parentKey }) => parentKey)].map(([key, records]) => [
        key,
        records.flatMap((record) => record.areas),
      ]),
    );
    this.handMade = base.articles.filter((article) => importedFrom(article) === null);
    this.handOffices = new Map(
      base.offices.flatMap((office) =>
        office.xzufiId !== undefined && importedFrom(office) === null
          ? [[office.xzufiId, office]]
          : [],
      ),
    );
  }

  /** Services and specialisations with the areas and the service id they get. */
  plan(): readonly Plan[] {
    const taken = new Set(this.handMade.map(({ service, area }) => `${service}/${area}`));
    const handKeys = new Set(this.handMade.map(({ xzufiId }) => xzufiId));
    const plans: Plan[] = [];
    const add = (record: ServiceRecord, place: Place, wanted: string): void => {
      if (record.validUntil !== undefined && record.validUntil < this.options.updated) {
        this.report.skip('nicht mehr gültig', place);
        return;
      }
      const areas = this.areas
        .simplify(record.areas.length === 0 ? [this.options.defaultArea] : record.areas)
        .filter(
          (area) => !this.handMade.some((hand) => hand.service === wanted && hand.area === area),
        );
      if (areas.length === 0 || handKeys.has(record.key)) {
        // Who is responsible is still worth knowing.
        const own = this.handMade.find(({ xzufiId }) => xzufiId === record.key);
        this.name(record, own?.service ?? wanted);
        this.report.skip('ein von Hand gepflegter Artikel geht vor', place);
        return;
      }
      if (record.areas.length === 0)
        this.report.change('ohne Gebiet; gilt im ganzen eingelesenen Gebiet', place);
      const clashes = areas.some((area) => taken.has(`${wanted}/${area}`));
      if (clashes)
        this.report.change('derselbe LeiKa-Schlüssel für dasselbe Gebiet mehrfach', place);
      const service = clashes ? packIdOf(record.key) : wanted;
      for (const area of areas) taken.add(`${service}/${area}`);
      this.name(record, service);
      plans.push({ record, place, service, areas });
    };
    for (const { value, place } of this.collection.services.values())
      add(value, place, this.serviceIdOf(value));
    const services = aliases(this.collection.services);
    for (const { value, place } of this.collection.specialisations.values()) {
      const baseOf = value.baseKey === null ? undefined : services.get(value.baseKey);
      if (baseOf === undefined)
        this.report.skip('Spezialisierung, deren Leistung nicht dabei ist', place);
      else {
        const wanted = this.serviceOfKey.get(baseOf.key) ?? this.serviceIdOf(baseOf);
        add(specialise(baseOf, value), place, wanted);
      }
    }
    return plans;
  }

  private name(record: ServiceRecord, service: string): void {
    for (const key of record.keys) this.serviceOfKey.set(key, service);
  }

  /** Variants of a service in other areas find each other by the LeiKa key, also hand-made ones. */
  private serviceIdOf(record: ServiceRecord): string {
    const [leika] = record.leika;
    if (leika === undefined) return packIdOf(record.key);
    const hand = this.handMade.filter((article) => article.leika === leika);
    const here = hand.find(({ area }) => record.areas.includes(area)) ?? hand[0];
    return here?.service ?? `leika-${leika}`;
  }

  offices(): readonly Office[] {
    return [...this.collection.offices.values()].flatMap(({ value, place }) => {
      const hand = this.handOffices.get(value.key);
      const imported = this.toOffice(value);
      const parsed = officeSchema.safeParse(
        hand === undefined ? imported : { ...imported, ...hand },
        { error: germanReason },
      );
      if (parsed.success) return [parsed.data];
      this.report.skip(`Stelle: ${firstReason(parsed.error.issues)}`, place);
      return [];
    });
  }

  private toOffice(record: OfficeRecord): Office {
    const address =
      record.addresses.find(({ kind }) => kind === 'visitors') ??
      record.addresses.find(({ kind }) => kind === 'house') ??
      record.addresses[0];
    const line = [
      address?.street,
      [address?.postcode, address?.city].filter((part) => part !== undefined).join(' '),
    ].filter((part) => part !== undefined && part !== '');
    const { phone, email, hoursNote, website, note } = record;
    return {
      id: packIdOf(record.key),
      name: record.name,
      area: this.areaOfOffice(record),
      ...(line.length === 0 ? {} : { address: line.join(', ') }),
      ...(record.addresses.length === 0 ? {} : { addresses: [...record.addresses] }),
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
      ...(record.channels.length === 0 ? {} : { channels: [...record.channels] }),
      // Only text that is nothing but hours; it stays beside them as the sender wrote it.
      hours: parseHours((hoursNote ?? '').replace(/^- /gm, '').replace(/\\/g, '')) ?? [],
      closedOn: [],
      ...(hoursNote === undefined ? {} : { hoursNote }),
      ...(website === undefined ? {} : { website }),
      ...(note === undefined ? {} : { note }),
      xzufiId: record.key,
    };
  }

  /** Where it lies, else the one area it is responsible for, else the whole area of the pack. */
  private areaOfOffice(record: OfficeRecord): string {
    for (const text of record.places) {
      const judged = this.areas.judge(text);
      if (judged.kind === 'relevant') return judged.ars;
    }
    const served = this.areas.simplify(record.keys.flatMap((key) => this.served.get(key) ?? []));
    return served.length === 1 ? (served[0] ?? this.county) : this.county;
  }

  onlineServices(): readonly OnlineService[] {
    return [...this.collection.onlineServices.values()].map(({ value }) => {
      const { key, keys: _, ...rest } = value;
      return { ...rest, id: packIdOf(key), xzufiId: key };
    });
  }

  /** One entry per service and area; the responsible office (role 01 and 02) before others. */
  responsibilities(): readonly Responsibility[] {
    const offices = aliases(this.collection.offices);
    const online = aliases(this.collection.onlineServices);
    const found = new Map<string, Responsibility>();
    const byRole = [...this.collection.responsibilities.values()].sort(
      (left, right) => Number(isResponsible(right)) - Number(isResponsible(left)),
    );
    for (const { value, place } of byRole) {
      const service = this.serviceOfKey.get(value.serviceKey);
      const office = offices.get(value.parentKey);
      const dienst = online.get(value.parentKey);
      if (service === undefined || (office === undefined && dienst === undefined)) {
        const what = service === undefined ? 'Leistung' : 'Stelle';
        this.report.skip(`Zuständigkeit, deren ${what} nicht dabei ist`, place);
        continue;
      }
      for (const area of value.areas) {
        const entry = found.get(`${service}/${area}`) ?? {
          service,
          area,
          offices: [],
          onlineServices: [],
        };
        found.set(`${service}/${area}`, entry);
        if (office !== undefined) addOnce(entry.offices, this.officeIdOf(office));
        if (dienst !== undefined) addOnce(entry.onlineServices, packIdOf(dienst.key));
      }
    }
    return [...found.values()];
  }

  private officeIdOf({ key }: OfficeRecord): string {
    return this.handOffices.get(key)?.id ?? packIdOf(key);
  }

  /** One article per area; offices and online service as they are for the whole of it. */
  articles(
    { record, place, service, areas }: Plan,
    entries: readonly Responsibility[],
    onlineServices: ReadonlyMap<string, OnlineService>,
  ): readonly Article[] {
    if (!hasTitle(record)) this.report.change('ohne Bezeichnung (02 und 03 fehlen)', place);
    return areas.flatMap((area) => {
      const path = areaPath(area);
      const near = path.flatMap((ars) => entries.filter((entry) => entry.area === ars));
      const [online] = near.flatMap((entry) => entry.onlineServices);
      const article = toArticle(
        record,
        {
          id: packIdOf(record.key) + (areas.length === 1 ? '' : `-${area}`),
          service,
          area,
          offices: near.find((entry) => entry.offices.length > 0)?.offices ?? [],
          onlineService: linkTo(online === undefined ? undefined : onlineServices.get(online)),
        },
        this.options,
      );
      const parsed = articleSchema.safeParse(article, { error: germanReason });
      if (parsed.success) return [parsed.data];
      this.report.skip(`Artikel: ${firstReason(parsed.error.issues)}`, place);
      return [];
    });
  }
}

function linkTo(online: OnlineService | undefined): Article['onlineService'] {
  if (online === undefined) return undefined;
  const { title, url, trustLevel, needs } = online;
  return {
    title,
    url,
    ...(trustLevel === undefined ? {} : { trustLevel }),
    ...(needs === undefined ? {} : { needs }),
  };
}

const isResponsible = ({ value }: Found<{ readonly role: string }>): boolean =>
  value.role === '01' || value.role === '02' || value.role === '';

function addOnce(list: string[], id: string): void {
  if (!list.includes(id)) list.push(id);
}

/** Every key that a record is known under. */
function aliases<Value extends { readonly keys: readonly string[] }>(
  found: ReadonlyMap<string, Found<Value>>,
): ReadonlyMap<string, Value> {
  return new Map([...found.values()].flatMap(({ value }) => value.keys.map((key) => [key, value])));
}

function firstReason(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  const [issue] = issues;
  return issue === undefined ? 'ungültig' : `${issue.path.map(String).join('.')}: ${issue.message}`;
}
