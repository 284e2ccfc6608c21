import type { HidCollection, HidReport, HidReportItem } from './web-hid.ts';

/** Keys of a headset: HID Usage Tables 1.5, telephony page 0x0B. */
const keyUsages = {
  hook: 0x0b_0020,
  flash: 0x0b_0021,
  drop: 0x0b_0026,
  mute: 0x0b_002f,
} as const;
export type Key = keyof typeof keyUsages;

/** What a headset can show: LED page 0x08. */
const lampUsages = {
  mute: 0x08_0009,
  offHook: 0x08_0017,
  ring: 0x08_0018,
  hold: 0x08_0020,
} as const;
export type Lamp = keyof typeof lampUsages;

const telephonyPage = 0x0b;

/** Where one bit stands. */
interface Place {
  readonly reportId: number;
  readonly bit: number;
  /** A push button that springs back, not a switch. */
  readonly momentary: boolean;
}

/** Where the keys and lamps of one device stand in its reports. */
export interface Layout {
  readonly keys: Readonly<Partial<Record<Key, Place>>>;
  readonly lamps: Readonly<Partial<Record<Lamp, Place>>>;
  /** Length of each output report in bytes. */
  readonly outputBytes: ReadonlyMap<number, number>;
}

/** Reads the layout out of a device's collections; null: no telephone keys, not ours to open. */
export function layoutOf(collections: readonly HidCollection[]): Layout | null {
  if (!collections.some(({ usagePage }) => usagePage === telephonyPage)) return null;
  const all = collections.flatMap(withChildren);
  const inputs = mergedReports(all.flatMap(({ inputReports }) => inputReports ?? []));
  const outputs = mergedReports(all.flatMap(({ outputReports }) => outputReports ?? []));
  const keys = placesOf(inputs, keyUsages);
  if (keys.hook === undefined && keys.mute === undefined) return null;
  const outputBytes = new Map(
    [...outputs].map(([reportId, items]) => [reportId, Math.ceil(bitsOf(items) / 8)]),
  );
  return { keys, lamps: placesOf(outputs, lampUsages), outputBytes };
}

function withChildren(collection: HidCollection): readonly HidCollection[] {
  return [collection, ...(collection.children ?? []).flatMap(withChildren)];
}

/** Chromium lists a report in its collection and in the collections around it: one list of items each. */
function mergedReports(
  reports: readonly HidReport[],
): ReadonlyMap<number, readonly HidReportItem[]> {
  const merged = new Map<number, readonly HidReportItem[]>();
  for (const { reportId = 0, items = [] } of reports) {
    const known = merged.get(reportId) ?? [];
    if (bitsOf(items) > bitsOf(known)) merged.set(reportId, items);
  }
  return merged;
}

function bitsOf(items: readonly HidReportItem[]): number {
  return items.reduce(
    (sum, { reportSize = 0, reportCount = 0 }) => sum + reportSize * reportCount,
    0,
  );
}

function placesOf<Name extends string>(
  reports: ReadonlyMap<number, readonly HidReportItem[]>,
  usages: Readonly<Record<Name, number>>,
): Partial<Record<Name, Place>> {
  const places: Partial<Record<Name, Place>> = {};
  const names = Object.keys(usages) as Name[];
  for (const [reportId, items] of reports) {
    let bit = 0;
    for (const item of items) {
      const { reportSize = 0, reportCount = 0 } = item;
      for (const name of names) {
        const index = indexOf(item, usages[name]);
        if (index !== null && index < reportCount)
          places[name] ??= {
            reportId,
            bit: bit + index * reportSize,
            momentary: item.isAbsolute === false,
          };
      }
      bit += reportSize * reportCount;
    }
  }
  return places;
}

/** Which value of an item a usage is. Arrays (numbers of keys instead of bits) are not used by headsets. */
function indexOf(item: HidReportItem, usage: number): number | null {
  if (item.isConstant === true || item.isArray === true) return null;
  if (item.isRange === true) {
    const { usageMinimum = 0, usageMaximum = -1 } = item;
    return usage >= usageMinimum && usage <= usageMaximum ? usage - usageMinimum : null;
  }
  const index = item.usages?.indexOf(usage) ?? -1;
  return index === -1 ? null : index;
}

/** State of the keys that this report tells; keys of other reports are absent. */
export function pressedIn(
  layout: Layout,
  reportId: number,
  data: DataView,
): Partial<Record<Key, boolean>> {
  const pressed: Partial<Record<Key, boolean>> = {};
  for (const [key, place] of Object.entries(layout.keys) as [Key, Place][]) {
    const byte = place.bit >> 3;
    if (place.reportId !== reportId || byte >= data.byteLength) continue;
    pressed[key] = (data.getUint8(byte) & (1 << (place.bit & 7))) !== 0;
  }
  return pressed;
}

/** Output reports that show these lamps. Lamps that the device does not have are left out. */
export function lampReports(
  layout: Layout,
  lamps: Readonly<Record<Lamp, boolean>>,
): readonly { readonly reportId: number; readonly data: Uint8Array<ArrayBuffer> }[] {
  const reports = new Map<number, Uint8Array<ArrayBuffer>>();
  for (const [lamp, { reportId, bit }] of Object.entries(layout.lamps) as [Lamp, Place][]) {
    const data = reports.get(reportId) ?? new Uint8Array(layout.outputBytes.get(reportId) ?? 1);
    reports.set(reportId, data);
    if (lamps[lamp]) data[bit >> 3] = (data[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return [...reports].map(([reportId, data]) => ({ reportId, data }));
}
