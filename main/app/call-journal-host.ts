import type { AppContext } from './context.ts';
import { CallJournal } from './call-journal.ts';

/** The retention is enforced this often, also while nobody calls, in milliseconds. */
const pruneMs = 10 * 60_000;

/** Opens the call list of the profile and keeps the desk's picture of it up to date. */
export function startCallJournal(
  { state, problems, log }: AppContext,
  folder: string,
  days: () => number,
): CallJournal {
  const show = (): void => {
    const version = state.current.callList.version + 1;
    state.set({ callList: { version, missed: journal.missed, days: days() } });
  };
  const journal: CallJournal = new CallJournal({
    folder,
    days,
    now: Date.now,
    onChange: show,
    onFailure: (message) => {
      log.warn('calls', 'call list not written', { message });
    },
  });
  if (journal.broken !== null) problems.add({ code: 'callListBroken', detail: journal.broken });
  show();
  setInterval(() => {
    journal.prune();
  }, pruneMs);
  return journal;
}
