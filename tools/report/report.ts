import type { GapEntry, JournalEntry } from '../../shared/journal/entry.ts';
import { figuresOf, type Count, type Figures } from '../../shared/journal/figures.ts';
import { localTimeAt } from '../../shared/knowledge/local-time.ts';

/** A row of a table; `others` rows of too few calls are shown as one. */
export interface Row extends Count {
  readonly others: number;
}

/** What the centre may publish: no number is small enough to point at somebody. */
export interface Report {
  readonly from: string;
  readonly until: string;
  readonly threshold: number;
  readonly figures: Figures;
  readonly municipalities: readonly Row[];
  readonly lines: readonly Row[];
  readonly topics: readonly Row[];
  readonly gaps: readonly Count[];
}

const timeZone = 'Europe/Berlin';

/** @param period local days, both inclusive; `threshold`: fewer calls are not shown apart */
export function reportOf(
  entries: readonly JournalEntry[],
  period: { readonly from: string; readonly until: string; readonly threshold: number },
): Report {
  const { from, until, threshold } = period;
  const within = entries.filter(({ at }) => {
    const { day } = localTimeAt(at, timeZone);
    return from <= day && day <= until;
  });
  const days = within.map(({ at }) => localTimeAt(at, timeZone).day).toSorted();
  const figures = figuresOf(
    within,
    (at) => Math.floor(localTimeAt(at, timeZone).minutes / 60),
    'ohne Angabe',
  );
  return {
    from: days[0] ?? from,
    until: days.at(-1) ?? until,
    threshold,
    figures,
    municipalities: merged(figures.municipalities, threshold),
    lines: merged(figures.lines, threshold),
    topics: merged(figures.topics, threshold),
    gaps: gapCounts(within.filter((entry) => entry.type === 'gap')),
  };
}

/**
 * Rows with fewer than `threshold` become one row together. One such row alone would be the difference to
 * the sum, so the next larger one joins it; the same until the joined row has enough.
 * @param counts the most frequent first
 */
export function merged(counts: readonly Count[], threshold: number): readonly Row[] {
  const small = counts.filter(({ count }) => count < threshold);
  if (small.length === 0) return counts.map((row) => ({ ...row, others: 0 }));
  let from = counts.length - small.length;
  const sum = (): number => counts.slice(from).reduce((total, { count }) => total + count, 0);
  while (from > 0 && (counts.length - from < 2 || sum() < threshold)) from -= 1;
  const others = counts.length - from;
  return [
    ...counts.slice(0, from).map((row) => ({ ...row, others: 0 })),
    { name: `Übrige (${String(others)})`, count: sum(), others },
  ];
}

const gapNames = { missing: 'fehlt', wrong: 'falsch', outdated: 'veraltet' } as const;

/** What agents have missed: article or words searched for, and how often. */
function gapCounts(gaps: readonly GapEntry[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const { kind, article, query } of gaps) {
    const name = `${article?.title ?? `„${query ?? ''}“`} (${gapNames[kind]})`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name, 'de'));
}
