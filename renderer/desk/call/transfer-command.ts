import type { Call } from '../../../shared/call/call.ts';
import { linkedCalls } from './linked-calls.ts';

/**
 * What can be done to pass a call on or to speak with two; `callId` is the caller's, for a conference
 * that of the call in view.
 */
export interface TransferCommand {
  readonly type: 'transfer' | 'consult' | 'complete' | 'back' | 'confer' | 'separate';
  readonly callId: string;
}

export const transferKeys = ['F4', 'F5', 'F6'] as const;

/**
 * What F4 (pass on), F5 (consult, come back) and F6 (conference) mean for a call: with a consultation they act on the
 * pair, whichever of the two is in view. null: nothing at this moment.
 */
export function transferCommand(
  key: (typeof transferKeys)[number],
  calls: readonly Call[],
  call: Call,
): TransferCommand | null {
  if (key === 'F6') {
    const talking = calls.filter(({ phase }) => phase === 'connected');
    if (call.phase !== 'connected' || talking.length < 2) return null;
    return { type: call.conference ? 'separate' : 'confer', callId: call.id };
  }
  const linked = linkedCalls(calls, call);
  if (linked !== null) {
    const { id: callId, transfer } = linked.caller;
    if (key === 'F5') return { type: 'back', callId };
    return transfer.phase === 'consulting' ? { type: 'complete', callId } : null;
  }
  if (call.phase !== 'connected' || call.transfer.phase !== 'none') return null;
  return { type: key === 'F4' ? 'transfer' : 'consult', callId: call.id };
}
