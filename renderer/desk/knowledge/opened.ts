import type { SearchHit } from '../../../shared/knowledge/search.ts';
import type { LoadedArticle } from '../desk-store.ts';

/** What is open on the knowledge side: topics (nothing), the hits of a query, or one article. */
export interface Opened {
  readonly query: string;
  /** null while nothing was searched. */
  readonly hits: readonly SearchHit[] | null;
  /** null: no article is open; `loaded` null: it is on its way. */
  readonly article: { readonly id: string; readonly loaded: LoadedArticle | null } | null;
}

export const nothingOpen: Opened = { query: '', hits: null, article: null };

/** What is put aside with the other callers, by call. */
export type OpenedOfCalls = Readonly<Partial<Record<string, Opened>>>;

/**
 * The card of another caller comes into view: what was open for the one before is put aside with its call,
 * and what was open for the other comes back. Read to the wrong person, it would be a wrong answer.
 * @param from call whose card was in view; null: none was
 * @param calls ids of the calls that are still there
 */
export function switchOpened(
  aside: OpenedOfCalls,
  from: string | null,
  to: string,
  opened: Opened,
  calls: ReadonlySet<string>,
): Opened & { readonly opened: OpenedOfCalls } {
  const { query, hits, article } = opened;
  const all = from === null ? aside : { ...aside, [from]: { query, hits, article } };
  const kept = Object.entries(all).filter(([id]) => calls.has(id) && id !== to);
  return { ...(all[to] ?? nothingOpen), opened: Object.fromEntries(kept) };
}
