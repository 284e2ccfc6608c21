import { localTimeAt } from '../../../../shared/knowledge/local-time.ts';
import { childNamed, textOf, type XmlNode } from '../xml/node.ts';

/**
 * Local date of an XZuFi date or moment; undefined when it is none. Only a moment with a time zone can fall
 * on another local date than the one written.
 */
export function dayOf(text: string): string | undefined {
  const written = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:\d{2})?|Z|[+-]\d{2}:\d{2})?$/.exec(
    text,
  );
  if (written === null) return undefined;
  const [, day = '', , zone] = written;
  const midnight = new Date(`${day}T00:00:00Z`);
  // 30 February is a Date too, but another day.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return undefined;
  if (zone === undefined) return day;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : localTimeAt(at, 'Europe/Berlin').day;
}

/** Decimal text of the pack (`37.00`) for a number as XML or people write it; undefined when it is none. */
export function decimalOf(text: string): string | undefined {
  const plain = text
    .replace(/\s|€|EUR/g, '')
    .replace(/\.(?=\d{3},)/g, '')
    .replace(',', '.');
  if (!/^\d{1,12}(\.\d+)?$/.test(plain)) return undefined;
  const [whole = '', fraction = ''] = plain.split('.');
  const cents = fraction.replace(/0+$/, '').slice(0, 2);
  return cents === '' ? String(Number(whole)) : `${Number(whole)}.${cents.padEnd(2, '0')}`;
}

/** Validity of an object: the widest of its gueltigkeit elements, in local dates, both inclusive. */
export function validityOf(nodes: readonly XmlNode[]): {
  readonly from: string | undefined;
  readonly until: string | undefined;
} {
  const starts = nodes.map((node) => dayOf(textOf(childNamed(node, 'beginn'))));
  const ends = nodes.map((node) => dayOf(textOf(childNamed(node, 'ende'))));
  const known = (days: readonly (string | undefined)[]): readonly string[] =>
    days.filter((day) => day !== undefined).sort();
  return {
    from: starts.length === known(starts).length ? known(starts)[0] : undefined,
    until: ends.length === known(ends).length ? known(ends).at(-1) : undefined,
  };
}

/** An https address as the browser writes it; undefined for any other. */
export function httpsUrl(text: string): string | undefined {
  try {
    const url = new URL(text.trim());
    return url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
