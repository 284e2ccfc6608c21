import type { DialOutcome } from '../../../shared/contract.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';

/** Why nothing is dialled, in a sentence; null when it is. */
export function refusalOf(
  outcome: DialOutcome,
  texts: Texts['dial'],
  { otherPhone }: Settings['emergency'],
): string | null {
  switch (outcome) {
    case 'dialling':
      return null;
    case 'numberInvalid':
    case 'notRegistered':
    case 'callInProgress':
    case 'nothingToRedial':
      return texts[outcome];
    case 'emergencyRefused':
    case 'emergencyPractice':
    case 'emergencyNotRegistered':
      return `${texts[outcome]} ${
        otherPhone === null ? texts.emergencyAnyPhone : texts.emergencyOtherPhone(otherPhone)
      }`;
    default:
      return unreachable(outcome);
  }
}
