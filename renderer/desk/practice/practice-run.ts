import type { DeskState } from '../../../shared/contract.ts';
import type { PracticeScenario } from '../../../shared/practice-scenario.ts';

/** What the agent did in one practice call. Lives in this window only and is gone with it. */
export interface PracticeRun {
  readonly scenario: string;
  /** null: it does not ring yet. */
  readonly callId: string | null;
  readonly connectedAt: number | null;
  readonly endedAt: number | null;
  /** ARS on the card when it was last seen. */
  readonly municipality: string | null;
  readonly opened: readonly OpenedArticle[];
}

interface OpenedArticle {
  /** The article itself and its versions for other areas: any of them is the same service. */
  readonly ids: readonly string[];
  readonly title: string;
  readonly at: number;
}

export function newRun(scenario: string): PracticeRun {
  const nothing = { callId: null, connectedAt: null, endedAt: null, municipality: null };
  return { scenario, ...nothing, opened: [] };
}

/** The run after a new picture of the calls; null when its call is gone without an end. */
export function followRun(
  run: PracticeRun,
  { calls, cards }: Pick<DeskState, 'calls' | 'cards'>,
): PracticeRun | null {
  if (run.endedAt !== null) return run;
  if (run.callId === null) {
    const ringing = calls.find(({ phase }) => phase === 'ringing');
    return ringing === undefined
      ? run
      : followRun({ ...run, callId: ringing.id }, { calls, cards });
  }
  const call = calls.find(({ id }) => id === run.callId);
  if (call === undefined) return null;
  const card = cards.find(({ callId }) => callId === run.callId);
  const { connectedAt, endedAt } = call;
  const municipality = card === undefined ? run.municipality : (card.municipality?.ars ?? null);
  const same =
    connectedAt === run.connectedAt && endedAt === null && municipality === run.municipality;
  return same ? run : { ...run, connectedAt, endedAt, municipality };
}

/** The run after an article was opened; before the call and after it that does not count. */
export function noteArticle(run: PracticeRun, article: OpenedArticle): PracticeRun {
  if (run.callId === null || run.endedAt !== null) return run;
  const known = run.opened.some(({ ids }) => ids[0] === article.ids[0]);
  return known ? run : { ...run, opened: [...run.opened, article] };
}

/** What is shown afterwards. Times in whole seconds. */
export interface PracticeReview {
  /** null: the call was not answered. */
  readonly talkSeconds: number | null;
  /** From the answer (0 when it was opened while it rang) to the first article that was wanted; null: never. */
  readonly foundAfterSeconds: number | null;
  readonly municipalityRight: boolean;
  readonly articles: readonly { readonly title: string; readonly opened: boolean }[];
  /** Titles of what was opened besides. */
  readonly others: readonly string[];
}

export function reviewOf(run: PracticeRun, { good }: PracticeScenario): PracticeReview {
  const { connectedAt, endedAt, opened } = run;
  const wanted = (ids: readonly string[]): boolean =>
    good.articles.some(({ id }) => ids.includes(id));
  const found = opened.find(({ ids }) => wanted(ids));
  return {
    talkSeconds:
      connectedAt === null || endedAt === null ? null : Math.round((endedAt - connectedAt) / 1000),
    foundAfterSeconds:
      found === undefined || connectedAt === null
        ? null
        : Math.max(0, Math.round((found.at - connectedAt) / 1000)),
    municipalityRight: run.municipality === good.municipality,
    articles: good.articles.map(({ id, title }) => ({
      title,
      opened: opened.some(({ ids }) => ids.includes(id)),
    })),
    others: opened.filter(({ ids }) => !wanted(ids)).map(({ title }) => title),
  };
}
