import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ReadAbort } from '../abort.ts';
import type { Place, ReportBuilder } from '../report.ts';
import { decodeXml } from '../xml/decode.ts';
import { childNamed, childrenNamed, type XmlNode } from '../xml/node.ts';
import { readObjects, type XmlObject } from '../xml/read-objects.ts';
import type { Areas } from './areas.ts';
import { keyOf } from './ids.ts';
import { officeOf, unknownInOffice, type OfficeRecord } from './office.ts';
import {
  onlineServiceOf,
  unknownInOnlineService,
  type OnlineServiceRecord,
} from './online-service.ts';
import {
  responsibilitiesWithin,
  transferredResponsibilities,
  type ResponsibilityRecord,
} from './responsibility.ts';
import { serviceOf, unknownInService, type ServiceRecord } from './service.ts';

/** A record with the place it was read from. */
export interface Found<Value> {
  readonly value: Value;
  readonly place: Place;
}

/** Everything of the files that concerns the area; keys as in XZuFi. */
export interface Collection {
  readonly services: ReadonlyMap<string, Found<ServiceRecord>>;
  readonly specialisations: ReadonlyMap<string, Found<ServiceRecord>>;
  readonly offices: ReadonlyMap<string, Found<OfficeRecord>>;
  readonly onlineServices: ReadonlyMap<string, Found<OnlineServiceRecord>>;
  readonly responsibilities: ReadonlyMap<string, Found<ResponsibilityRecord>>;
  /** Keys that `loesche` names and that were not written again: for a pack of an earlier import. */
  readonly deleted: ReadonlySet<string>;
}

/** A file that could not be read to its end; nothing of the import is used then. */
export class XzufiFileError extends Error {
  readonly file: string;
  readonly line: number | null;
  constructor(file: string, { message, line }: ReadAbort) {
    super(message);
    this.file = file;
    this.line = line;
  }
}

/**
 * Reads XZuFi files in the order given. Twice: the first time only who is responsible in the area (the PVOG
 * has millions of them for all others), the second time the services of the area and whoever was named. So
 * memory holds the area's part, whatever the size of the files.
 * @throws XzufiFileError
 */
export async function collect(
  files: readonly string[],
  areas: Areas,
  report: ReportBuilder,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Collection> {
  const collector = new Collector(areas, report);
  for (const file of files) await readFile(file, collector.responsibilityPass(file), onBytes);
  for (const file of files) {
    const pass = collector.mainPass(file);
    await readFile(file, pass, onBytes);
    report.file({ file, bytes: (await stat(file)).size, version: pass.version() });
  }
  return collector;
}

interface Pass {
  /** Objects that this pass looks at. */
  readonly wants: (name: string) => boolean;
  readonly visit: (object: XmlObject) => void;
  readonly tooLarge: (name: string, line: number) => void;
  readonly otherObject: (name: string) => void;
  readonly root: (name: string, attributes: ReadonlyMap<string, string>) => void;
}

const objectNames: ReadonlySet<string> = new Set([
  'leistung',
  'spezialisierung',
  'organisationseinheit',
  'zustaendigkeitTransferObjekt',
  'onlinedienst',
  'loesche',
]);
/** Elements that hold objects: `schreibe` of 2.2, answers of 2.1. */
const containers: ReadonlySet<string> = new Set([
  'schreibe',
  'antwort',
  'ergebnis',
  'leistungen',
  'organisationseinheiten',
]);
/** In reports of 2.1 the object itself has another name. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['ergebnisLeistung', 'leistung'],
  ['ergebnisOrganisationseinheit', 'organisationseinheit'],
]);
const heads: ReadonlySet<string> = new Set([
  'nachrichtenkopf',
  'transaktionID',
  'transaktionPosition',
  'antwortnummer',
  'antwortrueckgabecode',
]);

async function readFile(file: string, pass: Pass, onBytes: (bytes: number) => void): Promise<void> {
  let objects = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(file)) {
      const bytes = chunk as Uint8Array;
      onBytes(bytes.length);
      yield bytes;
    }
  }
  try {
    await readObjects(decodeXml(counted()), {
      onRoot: pass.root,
      choose: (name, parent) => {
        if (heads.has(name)) return 'ignore';
        if (containers.has(name)) return 'enter';
        const kind = renamed.get(name) ?? name;
        if (!objectNames.has(kind)) {
          pass.otherObject(`${parent}/${name}`);
          return 'ignore';
        }
        objects += 1;
        return pass.wants(kind) ? 'object' : 'ignore';
      },
      onObject: ({ node, line }) => {
        for (const inner of unwrapped(node)) pass.visit({ node: inner, line });
      },
      onTooLarge: pass.tooLarge,
    });
    if (objects === 0) throw new ReadAbort('enthält nichts, was XZuFi wäre (leistung, schreibe …)');
  } catch (error) {
    if (error instanceof ReadAbort) throw new XzufiFileError(file, error);
    throw error;
  }
}

/** `ergebnisLeistung` is the service itself or a wrapper around one. */
function unwrapped(node: XmlNode): readonly XmlNode[] {
  const name = renamed.get(node.name);
  if (name === undefined) return [node];
  const inner = childrenNamed(node, name);
  return inner.length > 0 ? inner : [{ ...node, name }];
}

class Collector implements Collection {
  readonly services = new Map<string, Found<ServiceRecord>>();
  readonly specialisations = new Map<string, Found<ServiceRecord>>();
  readonly offices = new Map<string, Found<OfficeRecord>>();
  readonly onlineServices = new Map<string, Found<OnlineServiceRecord>>();
  readonly responsibilities = new Map<string, Found<ResponsibilityRecord>>();
  readonly deleted = new Set<string>();
  private readonly named = new Set<string>();
  private readonly areas: Areas;
  private readonly report: ReportBuilder;

  constructor(areas: Areas, report: ReportBuilder) {
    this.areas = areas;
    this.report = report;
  }

  responsibilityPass(file: string): Pass {
    return {
      wants: (name) =>
        name === 'zustaendigkeitTransferObjekt' ||
        name === 'organisationseinheit' ||
        name === 'loesche',
      visit: ({ node, line }) => {
        const place = { file, line, what: 'Zuständigkeit' };
        if (node.name === 'loesche') this.deleteResponsibility(node);
        else {
          const parent = keyOf(childNamed(node, 'id'));
          const found =
            node.name === 'organisationseinheit'
              ? parent === null
                ? []
                : responsibilitiesWithin(node, parent)
              : transferredResponsibilities(node);
          for (const value of found) this.keepResponsibility({ value, place });
        }
      },
      tooLarge: () => undefined,
      otherObject: () => undefined,
      root: () => undefined,
    };
  }

  mainPass(file: string): Pass & { readonly version: () => string | null } {
    let version: string | null = null;
    for (const { value } of this.responsibilities.values()) this.named.add(value.parentKey);
    return {
      version: () => version,
      root: (_, attributes) => {
        version = versionOf(attributes);
      },
      wants: (name) => {
        this.report.read(name);
        return name !== 'zustaendigkeitTransferObjekt';
      },
      visit: (object) => {
        this.visit(object, file);
      },
      tooLarge: (name, line) => {
        this.report.skip('größer als 4 Millionen Zeichen', { file, line, what: name });
      },
      otherObject: (path) => {
        this.report.unknownElement(path);
      },
    };
  }

  private keepResponsibility(found: Found<ResponsibilityRecord>): void {
    const { value, place } = found;
    const judged = value.areas.map((text) => this.areas.judge(text));
    const areas = judged.flatMap((area) => (area.kind === 'relevant' ? [area.ars] : []));
    if (areas.length > 0)
      this.responsibilities.set(value.key, { value: { ...value, areas }, place });
    else {
      this.responsibilities.delete(value.key);
      const unknown = value.areas.length === 0 || judged.some(({ kind }) => kind === 'unknown');
      const reason = unknown ? 'Zuständigkeit mit unbekanntem Gebiet' : outside;
      this.report.skip(reason, { ...place, what: `Zuständigkeit ${value.key}` });
    }
  }

  private deleteResponsibility(node: XmlNode): void {
    const key = keyOf(childNamed(node, 'id'));
    if (key !== null && node.attributes.get('klasse') === 'Zustaendigkeit')
      this.responsibilities.delete(key);
  }

  private visit({ node, line }: XmlObject, file: string): void {
    const key = keyOf(childNamed(node, 'id'));
    const place = { file, line, what: `${node.name} ${key ?? 'ohne id'}` };
    switch (node.name) {
      case 'leistung':
        this.keepService(node, this.services, place);
        break;
      case 'spezialisierung':
        this.keepService(node, this.specialisations, place);
        break;
      case 'organisationseinheit':
        this.keepOffice(node, place);
        break;
      case 'onlinedienst':
        this.keepOnlineService(node, place);
        break;
      default:
        this.delete(key, node.attributes.get('klasse') ?? '', place);
    }
  }

  private keepService(
    node: XmlNode,
    target: Map<string, Found<ServiceRecord>>,
    place: Place,
  ): void {
    for (const name of unknownInService(node)) this.report.unknownElement(`${node.name}/${name}`);
    const value = serviceOf(node);
    if (value === null) {
      this.report.skip('ohne Kennung (id)', place);
      return;
    }
    const judged = value.areas.map((text) => this.areas.judge(text));
    const areas = judged.flatMap((area) => (area.kind === 'relevant' ? [area.ars] : []));
    // What was written before is not true any more, even if the new version is none of ours.
    target.delete(value.key);
    this.deleted.delete(value.key);
    if (value.areas.length > 0 && areas.length === 0) {
      const unknown = judged.some(({ kind }) => kind === 'unknown');
      this.report.skip(unknown ? 'Gebiet steht nicht in municipalities.json' : outside, place);
      this.deleted.add(value.key);
      return;
    }
    if (judged.some(({ kind }) => kind === 'unknown'))
      this.report.change('ein Gebiet steht nicht in municipalities.json und fehlt', place);
    for (const remark of new Set(value.remarks)) this.report.change(remark, place);
    target.set(value.key, { value: { ...value, areas }, place });
  }

  private keepOffice(node: XmlNode, place: Place): void {
    for (const name of unknownInOffice(node)) this.report.unknownElement(`${node.name}/${name}`);
    const value = officeOf(node);
    if (value === null) {
      this.report.skip('ohne Kennung (id) oder Namen', place);
      return;
    }
    this.offices.delete(value.key);
    this.deleted.delete(value.key);
    const lies = value.places.some((text) => this.areas.judge(text).kind === 'relevant');
    if (lies || value.keys.some((key) => this.named.has(key)))
      this.offices.set(value.key, { value, place });
    else this.report.skip('Stelle, die für kein Gebiet der Auswahl zuständig ist', place);
  }

  private keepOnlineService(node: XmlNode, place: Place): void {
    for (const name of unknownInOnlineService(node))
      this.report.unknownElement(`${node.name}/${name}`);
    const value = onlineServiceOf(node);
    if (typeof value === 'string') {
      this.report.skip(value, place);
      return;
    }
    this.onlineServices.delete(value.key);
    this.deleted.delete(value.key);
    if (value.keys.some((key) => this.named.has(key)))
      this.onlineServices.set(value.key, { value, place });
    else this.report.skip('Onlinedienst, der für kein Gebiet der Auswahl zuständig ist', place);
  }

  private delete(key: string | null, kind: string, place: Place): void {
    const targets: Readonly<Record<string, Map<string, unknown>>> = {
      Leistung: this.services,
      LeistungSpezialisierung: this.specialisations,
      Organisationseinheit: this.offices,
      Onlinedienst: this.onlineServices,
    };
    // Responsibilities went in the first pass.
    if (kind === 'Zustaendigkeit') return;
    const target = Object.hasOwn(targets, kind) ? targets[kind] : undefined;
    if (key === null || target === undefined) {
      this.report.skip(`loesche mit unbekannter Klasse oder ohne id`, place);
      return;
    }
    target.delete(key);
    this.deleted.add(key);
  }
}

const outside = 'außerhalb des Gebiets';

/** From the namespace; senders are known to put anything into the attribute xzufiVersion. */
function versionOf(attributes: ReadonlyMap<string, string>): string | null {
  for (const value of attributes.values()) {
    const version = /xoev\.de\/schemata\/xzufi\/(\d+_\d+_\d+)/.exec(value)?.[1];
    if (version !== undefined) return version.replaceAll('_', '.');
  }
  return null;
}
