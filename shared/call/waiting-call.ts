import type { Call } from './call.ts';

/** The call that Makeln brings back, in the desk's offer and in the phone's deed; null: nobody waits. */
export function waitingCall(calls: readonly Call[]): Call | null {
  return calls.find(({ phase, hold }) => phase === 'connected' && hold === 'held') ?? null;
}
