import type { DialOutcome } from '../../../shared/contract.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';

/** Why nothing is dialled, in a sentence; null when it is. */
export function refusalOf(outcome: DialOutcome, texts: Texts['dial']): string | null {
  switch (outcome) {
    case 'dialling':
      return null;
    case 'numberInvalid':
    case 'notRegistered':
    case 'callInProgress':
    case 'nothingToRedial':
      return texts[outcome];
    default:
      return unreachable(outcome);
  }
}
