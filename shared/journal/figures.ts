import type { JournalEntry } from './entry.ts';
import { outcomes, type Outcome } from './outcome.ts';

export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Sums over journal entries; about calls, never about persons. */
export interface Figures {
  readonly calls: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Without an outcome: the agent has not said. */
  readonly unsaid: number;
  /**
   * Share of the calls answered for good: solved among all with an outcome but the aborted ones; null: none.
   */
  readonly firstContactRate: number | null;
  /** Mean of the time talked, in seconds; null: no calls. */
  readonly talkSeconds: number | null;
  /** The most frequent first. */
  readonly lines: readonly Count[];
  readonly municipalities: readonly Count[];
  /** First article of each call: what it was about. */
  readonly topics: readonly Count[];
  /** Calls by the hour they began, 0 to 23, at the place of the centre. */
  readonly hours: readonly number[];
  readonly gaps: number;
}

/**
 * @param hourOf local hour of a moment, 0 to 23
 * @param nowhere name for calls without a line or municipality
 */
export function figuresOf(
  entries: readonly JournalEntry[],
  hourOf: (at: number) => number,
  nowhere: string,
): Figures {
  const calls = entries.filter((entry) => entry.type === 'call');
  const count = Object.fromEntries(
    outcomes.map((outcome) => [outcome, calls.filter((call) => call.outcome === outcome).length]),
  ) as Record<Outcome, number>;
  const unsaid = calls.filter(({ outcome }) => outcome === null).length;
  const told = calls.length - unsaid - count.aborted;
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { startedAt } of calls) {
    const hour = hourOf(startedAt);
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  const seconds = calls.reduce((sum, { talkSeconds }) => sum + talkSeconds, 0);
  return {
    calls: calls.length,
    outcomes: count,
    unsaid,
    firstContactRate: told === 0 ? null : count.solved / told,
    talkSeconds: calls.length === 0 ? null : seconds / calls.length,
    lines: counted(calls, ({ line }) => line?.name ?? nowhere),
    municipalities: counted(calls, ({ municipality }) => municipality?.name ?? nowhere),
    topics: counted(calls, ({ topics }) => topics[0]?.title),
    hours,
    gaps: entries.length - calls.length,
  };
}

/**
 * How often each name occurs, the most frequent first, then by name.
 * @param nameOf undefined: this one is not counted
 */
export function counted<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string | undefined,
): readonly Count[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = nameOf(item);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name, 'de'));
}

/** Each entry once: one that was entered again after a crash counts as it was entered last. */
export function latestOfEach(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
