import type { JournalEntry } from '../../shared/journal/entry.ts';
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
  const counts = new Map<string, Map<string, number>>();
  for (const entry of entries) {
    if (entry.type !== 'call' || entry.line === null) continue;
    const { day } = localTimeAt(entry.startedAt, 'Europe/Berlin');
    const article = entry.topics[0]?.id;
    if (article === undefined || !known.has(article)) continue;
    if (day < period.from || day > period.until) continue;
    const ofLine = counts.get(entry.line.id) ?? new Map<string, number>();
    ofLine.set(article, (ofLine.get(article) ?? 0) + 1);
    counts.set(entry.line.id, ofLine);
  }
  return new Map(
    [...counts].map(([line, ofLine]) => [
      line,
      [...ofLine]
        .map(([article, count]) => ({ article, count }))
        .filter(({ count }) => count >= period.threshold)
        .toSorted(
          (one, other) => other.count - one.count || one.article.localeCompare(other.article),
        )
        .slice(0, most),
    ]),
  );
}
