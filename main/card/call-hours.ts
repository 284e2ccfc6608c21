import type { HourOfCalls } from '../../shared/card.ts';
import { localTimeAt } from '../../shared/knowledge/local-time.ts';
import type { Notice } from '../../shared/knowledge/pack.ts';

/** Hours of the picture, the current one with them: a shift. */
const shown = 8;
const hourMs = 3_600_000;

/** When calls came on which line, at this desk; about lines, not about callers. In memory only. */
export class CallHours {
  readonly #now: () => number;
  #calls: readonly { readonly line: string; readonly at: number }[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param at epoch milliseconds */
  add(line: string, at: number): void {
    const oldest = this.#now() - shown * hourMs;
    this.#calls = [...this.#calls, { line, at }].filter((call) => call.at > oldest);
  }

  /** Moments of the calls on a line, epoch milliseconds. */
  of(line: string): readonly number[] {
    return this.#calls.filter((call) => call.line === line).map(({ at }) => at);
  }
}

/**
 * The last hours of a line in a crisis, the current one last.
 * @param calls moments of calls at this desk; `centre`: counts of the publisher, by local hour
 */
export function lastHours(
  now: number,
  timeZone: string,
  calls: readonly number[],
  centre: NonNullable<Notice['calls']>,
): HourOfCalls[] {
  const hours = Array.from({ length: shown }, (_, index) =>
    localHour(now - (shown - 1 - index) * hourMs, timeZone),
  );
  const here = calls.map((at) => localHour(at, timeZone));
  return hours.map((hour) => ({
    hour: Number(hour.slice(-2)),
    here: here.filter((one) => one === hour).length,
    centre: centre.find((count) => count.hour === hour)?.count ?? null,
  }));
}

function localHour(at: number, timeZone: string): string {
  const { day, minutes } = localTimeAt(at, timeZone);
  return `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}`;
}
