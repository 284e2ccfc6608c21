import { weekdays, type Office } from '../../../shared/knowledge/pack.ts';

type Weekday = (typeof weekdays)[number];
type Hours = Office['hours'];

/** Names of a weekday by its first letters. */
const names: readonly (readonly [RegExp, Weekday])[] = [
  [/^mo(ntags?)?\.?$/, 'mo'],
  [/^di(enstags?)?\.?$/, 'di'],
  [/^mi(ttwochs?)?\.?$/, 'mi'],
  [/^do(nnerstags?)?\.?$/, 'do'],
  [/^fr(eitags?)?\.?$/, 'fr'],
  [/^(sa(mstags?)?|sonnabends?)\.?$/, 'sa'],
  [/^so(nntags?)?\.?$/, 'so'],
];

/**
 * Opening hours from text as people write it: `Mo–Do 8–12 Uhr und 14:00–16:00; Fr: 8.30 bis 12 Uhr`.
 * Strict: only if every word is understood, since a wrong hour is worse than none.
 * @returns null when it is not (only) opening hours
 */
export function parseHours(text: string): Hours | null {
  const parts = text
    .toLowerCase()
    .replace(/[–—−]/g, '-')
    .split(/[;|\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const hours: Hours = [];
  for (const part of parts) {
    const spans = parsePart(part);
    if (spans === null) return null;
    hours.push(...spans);
  }
  return hours.length === 0 ? null : hours;
}

function parsePart(part: string): Hours | null {
  const start = part.search(/\d/);
  if (start === -1) return null;
  const days = parseDays(part.slice(0, start).replace(/(:|\bvon|\bjeweils|\s)+$/, ''));
  const times = part
    .slice(start)
    .split(/,|\bund\b|\bsowie\b|\//)
    .map(parseSpan);
  if (days === null || times.some((time) => time === null)) return null;
  return times.flatMap((time) => (time === null ? [] : [{ days: [...days], ...time }]));
}

function parseDays(text: string): readonly Weekday[] | null {
  const days: Weekday[] = [];
  for (const part of text.split(/,|\bund\b|\s*\+\s*/)) {
    const [first = '', last, more] = part.split(/-|\bbis\b/).map((word) => word.trim());
    const from = indexOf(first);
    const until = last === undefined ? from : indexOf(last);
    if (from === -1 || until < from || more !== undefined) return null;
    days.push(...weekdays.slice(from, until + 1));
  }
  return new Set(days).size === days.length ? days : null;
}

function indexOf(word: string): number {
  const day = names.find(([pattern]) => pattern.test(word))?.[1];
  return day === undefined ? -1 : weekdays.indexOf(day);
}

const spanPattern =
  /^(?:von\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?\s*(?:-|bis)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?\.?$/;

function parseSpan(text: string): { readonly from: string; readonly until: string } | null {
  const match = spanPattern.exec(text.trim());
  if (match === null) return null;
  const from = clock(match[1], match[2]);
  const until = clock(match[3], match[4]);
  return from !== null && until !== null && from < until ? { from, until } : null;
}

function clock(hour = '', minute = '00'): string | null {
  const text = `${hour.padStart(2, '0')}:${minute}`;
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text) ? text : null;
}
