import { dayAfter } from '../../shared/knowledge/local-time.ts';
import type { Line } from '../../shared/knowledge/pack.ts';
import type { Candidate } from '../../shared/knowledge/variants.ts';

/** More would push the season and the line's own topics off the nine digits. */
const most = 4;
/** Counts that nobody has renewed for so long say nothing about the next call, in days. */
const validDays = 14;

/**
 * What the whole centre was asked lately on a line, as the knowledge pack says, the most frequent first.
 * @param today local date
 */
export function askedOf({ asked }: Line, today: string): readonly Candidate[] {
  if (asked === undefined || today > dayAfter(asked.until, validDays)) return [];
  return asked.articles
    .slice(0, most)
    .map(({ article, count }) => ({ article, reason: { kind: 'asked', count } }));
}
