import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import type { UpdateState } from '../../../shared/updates/update-state.ts';

/** The state of updates by the program itself in one sentence. */
export function updateWords(update: UpdateState, texts: Texts): string {
  const { updates: words, locale } = texts;
  const time = (at: number): string =>
    new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  switch (update.phase) {
    case 'off':
      return words.off[update.reason];
    case 'idle':
      if (update.later !== null) return words.later(update.later);
      return update.checkedAt === null
        ? words.notYetChecked
        : words.upToDate(time(update.checkedAt));
    case 'checking':
      return words.checking;
    case 'loading':
      return words.loading(update.version, update.percent);
    case 'trying':
      return words.trying(update.version);
    case 'ready':
      return update.hold === 'window'
        ? words.readyAt(update.version, time(update.from))
        : words.readyAfter[update.hold](update.version);
    case 'installing':
      return words.installing(update.version);
    case 'failed':
      return [words.failures[update.failure], update.detail, words.retryAt(time(update.retryAt))]
        .filter((part) => part !== null)
        .join(' ');
    default:
      return unreachable(update);
  }
}
