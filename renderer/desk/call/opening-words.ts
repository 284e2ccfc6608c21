import type { OpeningState } from '../../../shared/card.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';

/** Whether an office is open, until when, or when it opens next, in words. */
export function openingWords(state: OpeningState['state'], texts: Texts): string {
  switch (state.kind) {
    case 'open':
      return texts.card.open(state.until);
    case 'closed': {
      if (state.opens === null) return texts.card.closed;
      if (state.opens.today) return texts.card.opensToday(state.opens.from);
      const day = new Date(`${state.opens.day}T12:00:00`).toLocaleDateString(texts.locale, {
        weekday: 'short',
        day: '2-digit',
        month: '2-digit',
      });
      return texts.card.opens(day, state.opens.from);
    }
    case 'unknown':
      return texts.card.openingUnknown;
    default:
      return unreachable(state);
  }
}
