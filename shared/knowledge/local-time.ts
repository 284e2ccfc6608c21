import { weekdays } from './pack.ts';

export type Weekday = (typeof weekdays)[number];

/** A moment as clocks and calendars at a place show it. */
export interface LocalTime {
  /** Local date, `YYYY-MM-DD`. */
  readonly day: string;
  readonly weekday: Weekday;
  /** Minutes since local midnight. */
  readonly minutes: number;
}

const dayMs = 86_400_000;

/**
 * @param at epoch milliseconds
 * @param timeZone IANA name, such as `Europe/Berlin`; independent of the zone of the machine
 */
export function localTimeAt(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return {
    day,
    weekday: weekdayOf(day),
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** Weekday of a local date. */
export function weekdayOf(day: string): Weekday {
  // Monday first, as weekdays is; getUTCDay counts from Sunday.
  const index = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return weekdays[index] ?? 'mo';
}

/** The local date some days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make (about 0.1 ms) and a card needs several. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}
