import type { Call } from '../../../shared/call/call.ts';
import { linkedCalls } from './linked-calls.ts';

/** What can be done to pass a call on; `callId` is always the caller's. */
export interface TransferCommand {
  readonly type: 'transfer' | 'consult' | 'complete' | 'back';
  readonly callId: string;
}

/**
 * What F4 (pass on) and F5 (consult, come back) mean for a call: with a consultation they act on the
 * pair, whichever of the two is in view. null: nothing at this moment.
 */
export function transferCommand(
  key: 'F4' | 'F5',
  calls: readonly Call[],
  call: Call,
): TransferCommand | null {
  const linked = linkedCalls(calls, call);
  if (linked !== null) {
    const { id: callId, transfer } = linked.caller;
    if (key === 'F5') return { type: 'back', callId };
    return transfer.phase === 'consulting' ? { type: 'complete', callId } : null;
  }
  if (call.phase !== 'connected' || call.transfer.phase !== 'none') return null;
  return { type: key === 'F4' ? 'transfer' : 'consult', callId: call.id };
}
