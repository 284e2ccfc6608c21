import type { Call } from '../../../shared/call/call.ts';

/**
 * The call whose card stands on the screen: the one that the agent chose, else the one that talks, else
 * the newest that is alive, else the one that ended last. A second caller does not push away the card
 * of the conversation.
 */
export function callInFocus(calls: readonly Call[], chosen: string | null): Call | undefined {
  return (
    calls.find(({ id, phase }) => id === chosen && phase !== 'ended') ??
    calls.find(({ phase, hold }) => phase === 'connected' && hold !== 'held') ??
    calls.findLast(({ phase }) => phase !== 'ended') ??
    calls.at(-1)
  );
}

/** The call that Enter answers and Esc declines: the one that rings longest. */
export function ringingCall(calls: readonly Call[]): Call | undefined {
  return calls.find(({ phase }) => phase === 'ringing');
}
