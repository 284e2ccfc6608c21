import type { GapEntry, JournalEntry } from '../../shared/journal/entry.ts';
import { counted, figuresOf, type Count, type Figures } from '../../shared/journal/figures.ts';
import { outcomes } from '../../shared/journal/outcome.ts';
import { localTimeAt } from '../../shared/knowledge/local-time.ts';
import { journalDe } from '../../shared/texts/journal.ts';

/** A row of a table; `others` rows of too few calls are shown as one. */
export interface Row extends Count {
  readonly others: number;
}

/** What the centre may publish: no number is small enough to point at somebody. */
export interface Report {
  readonly from: string;
  readonly until: string;
  readonly threshold: number;
  readonly calls: number;
  readonly gapCount: number;
  /** 0 to 1; null: no calls, or so few on one side that the share would tell their number. */
  readonly firstContactRate: number | null;
  /** Mean, in seconds; null: fewer calls than the threshold. */
  readonly talkSeconds: number | null;
  readonly municipalities: readonly Row[];
  readonly lines: readonly Row[];
  readonly topics: readonly Row[];
  /** In the order of the keys 1 to 5, what is joined last. */
  readonly outcomes: readonly Row[];
  /** Of the day, in their order, what is joined last; hours without a call are not there. */
  readonly hours: readonly Row[];
  readonly gaps: readonly Row[];
  /** Each gap as it was reported: for the editors, not to be published. */
  readonly allGaps: readonly Count[];
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
  const { calls } = figures;
  const enough = calls >= threshold;
  const rows = (counts: readonly Count[]): readonly Row[] =>
    enough ? inOrder(counts, threshold) : [];
  const allGaps = gapCounts(within.filter((entry) => entry.type === 'gap'));
  return {
    from: days[0] ?? from,
    until: days.at(-1) ?? until,
    threshold,
    calls,
    gapCount: figures.gaps,
    firstContactRate: publishableRate(figures, threshold),
    talkSeconds: enough ? figures.talkSeconds : null,
    municipalities: rows(figures.municipalities),
    lines: rows(figures.lines),
    topics: rows(withoutTopic(figures)),
    outcomes: rows([
      ...outcomes.map((outcome) => ({
        name: journalDe.outcomes[outcome],
        count: figures.outcomes[outcome],
      })),
      { name: journalDe.shift.unsaid, count: figures.unsaid },
    ]),
    hours: rows(
      figures.hours.map((count, hour) => ({
        name: `${String(hour)} bis ${String(hour + 1)} Uhr`,
        count,
      })),
    ),
    gaps: figures.gaps >= threshold ? merged(allGaps, threshold) : [],
    allGaps,
  };
}

/** The rest to the sum would be a group as well, and perhaps a small one. */
function withoutTopic({ calls, topics }: Figures): readonly Count[] {
  const known = topics.reduce((sum, { count }) => sum + count, 0);
  return [...topics, { name: 'ohne Artikel', count: calls - known }];
}

/** Neither the solved nor the unsolved calls may be few enough to be counted from the share. */
function publishableRate(
  { outcomes: count, firstContactRate }: Figures,
  threshold: number,
): number | null {
  const unsolved = count.forwarded + count.callback + count.notOurs;
  const few = [count.solved, unsolved].some((group) => group > 0 && group < threshold);
  return few ? null : firstContactRate;
}

/** Joined as {@link merged} does, but in the order given; rows without a call are left out. */
function inOrder(counts: readonly Count[], threshold: number): readonly Row[] {
  const present = counts.filter(({ count }) => count > 0);
  const rows = merged(
    present.toSorted((one, other) => other.count - one.count),
    threshold,
  );
  const place = ({ name, others }: Row): number =>
    others > 0 ? present.length : present.findIndex((row) => row.name === name);
  return rows.toSorted((one, other) => place(one) - place(other));
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
  return counted(
    gaps,
    ({ kind, article, query }) => `${article?.title ?? `„${query ?? ''}“`} (${gapNames[kind]})`,
  );
}
