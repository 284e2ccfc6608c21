import type { OpeningState } from '../card.ts';
import { holidayOn } from './holidays.ts';
import { dayAfter, localTimeAt, weekdayOf } from './local-time.ts';
import type { Office } from './pack.ts';

/** How far ahead the next opening is looked for. */
const horizonDays = 14;

/** What an office says about its hours. */
type HoursOf = Pick<Office, 'hours' | 'closedOn' | 'specialDays'>;

interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * Whether an office is open, until when, or when it opens next.
 * Spans that touch or overlap count as one ("08:00–12:00", "12:00–16:00" is open until 16:00).
 * A special day replaces the hours of its weekday; a day of `closedOn` and a public holiday have none.
 * An office without hours is `unknown`, never closed.
 * @param at epoch milliseconds
 * @param timeZone of the hours
 */
export function openingStateAt(
  office: HoursOf,
  at: number,
  timeZone: string,
): OpeningState['state'] {
  if (office.hours.length === 0) return { kind: 'unknown' };
  const now = localTimeAt(at, timeZone);
  const current = spansOn(office, now.day).find(
    ({ from, until }) => from <= now.minutes && now.minutes < until,
  );
  if (current !== undefined) return { kind: 'open', until: clock(current.until) };
  for (let days = 0; days <= horizonDays; days += 1) {
    const day = dayAfter(now.day, days);
    const next = spansOn(office, day).find(({ from }) => days > 0 || from > now.minutes);
    if (next !== undefined)
      return { kind: 'closed', opens: { day, today: days === 0, from: clock(next.from) } };
  }
  return { kind: 'closed', opens: null };
}

/** Merged spans of one local date in order; none on a day of closure. */
function spansOn(office: HoursOf, day: string): readonly Span[] {
  if (office.closedOn.includes(day)) return [];
  const weekday = weekdayOf(day);
  const special = office.specialDays?.find(({ date }) => date === day)?.hours;
  if (special === undefined && holidayOn(day) !== null) return [];
  const spans = (special ?? office.hours.filter(({ days }) => days.includes(weekday)))
    .map(({ from, until }) => ({ from: minutesOf(from), until: minutesOf(until) }))
    .sort((left, right) => left.from - right.from);
  return spans.reduce<Span[]>((merged, span) => {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.until) return [...merged, span];
    return [...merged.slice(0, -1), { from: last.from, until: Math.max(last.until, span.until) }];
  }, []);
}

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The spans of one local date as they are said, `08:30–12:00`; empty when closed. */
export function hoursOn(office: HoursOf, day: string): readonly string[] {
  return spansOn(office, day).map(({ from, until }) => `${clock(from)}–${clock(until)}`);
}
