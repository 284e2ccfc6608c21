import type { Call } from '../../../shared/call/call.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { callerOf } from './caller.ts';

/** How a transfer stands, or why the last one came to nothing; null: nothing to say. */
export function transferWords(
  { transfer, transferFailure, hold }: Pick<Call, 'transfer' | 'transferFailure' | 'hold'>,
  texts: Texts,
): string | null {
  switch (transfer.phase) {
    case 'none':
    case 'consulting':
      if (transferFailure !== null)
        return texts.transfer.failed(texts.call.endReasons[transferFailure], hold === 'active');
      // Whom the agent has taken back, or into a conference, does not wait.
      return transfer.phase === 'none' || hold === 'active' ? null : texts.transfer.consulting;
    case 'transferring': {
      const { title } = callerOf({ number: transfer.target, displayName: null }, texts);
      return texts.transfer.stages[transfer.stage](title);
    }
    default:
      return unreachable(transfer);
  }
}
