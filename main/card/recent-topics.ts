/** What was asked longer ago says nothing about the next call, in milliseconds. */
const windowMs = 4 * 60 * 60_000;
/** Once is chance. */
const fewest = 2;

interface Opened {
  readonly line: string;
  readonly article: string;
  readonly at: number;
}

/** Which articles were opened on which line of late, at this desk; about lines, not about callers. */
export class RecentTopics {
  readonly #now: () => number;
  #opened: readonly Opened[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** An article was opened in a call on a line. @param at epoch milliseconds; default: now */
  add(line: string, article: string, at = this.#now()): void {
    this.#opened = [...this.#opened, { line, article, at }].filter(
      (one) => one.at > this.#now() - windowMs,
    );
  }

  /** The most frequent first; the later one where two are equal. */
  of(line: string): readonly { readonly article: string; readonly count: number }[] {
    const counts = new Map<string, { count: number; last: number }>();
    for (const one of this.#opened) {
      if (one.line !== line || one.at <= this.#now() - windowMs) continue;
      const before = counts.get(one.article) ?? { count: 0, last: 0 };
      counts.set(one.article, { count: before.count + 1, last: Math.max(before.last, one.at) });
    }
    return [...counts]
      .filter(([, { count }]) => count >= fewest)
      .toSorted(([, one], [, other]) => other.count - one.count || other.last - one.last)
      .map(([article, { count }]) => ({ article, count }));
  }
}
