import type { Call } from '../../../shared/call/call.ts';

/** A caller who waits and the call that the agent makes for him. */
export interface LinkedCalls {
  readonly caller: Call;
  readonly consultation: Call;
}

/** The pair to which a call belongs, whichever of the two it is; null: it stands alone. */
export function linkedCalls(calls: readonly Call[], call: Call): LinkedCalls | null {
  for (const caller of calls) {
    const { transfer } = caller;
    if (transfer.phase === 'none' || transfer.consultation === null) continue;
    const consultation = calls.find(({ id }) => id === transfer.consultation);
    if (consultation !== undefined && (caller.id === call.id || consultation.id === call.id))
      return { caller, consultation };
  }
  return null;
}

/** The call whose card stands on the screen: during a consultation still the caller's. */
export function callOfCard(calls: readonly Call[], inFocus: Call): Call {
  return linkedCalls(calls, inFocus)?.caller ?? inFocus;
}
