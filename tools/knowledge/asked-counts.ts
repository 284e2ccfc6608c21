import type { JournalEntry } from '../../shared/journal/entry.ts';
import { counted } from '../../shared/journal/figures.ts';
import { localTimeAt } from '../../shared/knowledge/local-time.ts';
import type { Line } from '../../shared/knowledge/pack.ts';

/** As many as a line may have. */
const most = 20;

/**
 * What was asked on each line, from exported events: the first article of a call is what it was about.
 * @param period local days, both inclusive; `threshold`: fewer calls are not counted, so that no number
 * points at one caller
 * @param known articles that the pack has
 */
export function askedCounts(
  entries: readonly JournalEntry[],
  period: { readonly from: string; readonly until: string; readonly threshold: number },
  known: ReadonlySet<string>,
): ReadonlyMap<string, NonNullable<Line['asked']>['articles']> {
  const within = entries.flatMap((entry) => {
    if (entry.type !== 'call' || entry.line === null) return [];
    const { day } = localTimeAt(entry.startedAt, 'Europe/Berlin');
    const article = entry.topics[0]?.id;
    if (article === undefined || !known.has(article)) return [];
    return day < period.from || day > period.until ? [] : [{ line: entry.line.id, article }];
  });
  return new Map(
    [...new Set(within.map(({ line }) => line))].map((id) => [
      id,
      counted(
        within.filter(({ line }) => line === id),
        ({ article }) => article,
      )
        .filter(({ count }) => count >= period.threshold)
        .slice(0, most)
        .map(({ name, count }) => ({ article: name, count })),
    ]),
  );
}
