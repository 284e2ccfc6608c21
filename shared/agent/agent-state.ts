import { z } from 'zod';
import { unreachable } from '../unreachable.ts';

/** What an agent is doing, as far as the PBX is concerned. `unknown`: nobody has confirmed anything yet. */
export const agentStatusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('ready') }),
  /** `reason` is one of the names in the setting `pauseReasons`. */
  z.strictObject({ kind: z.literal('pause'), reason: z.string().max(60).nullable() }),
  z.strictObject({ kind: z.literal('wrapUp') }),
  z.strictObject({ kind: z.literal('off') }),
]);
export type AgentStatus = z.infer<typeof agentStatusSchema>;
/** What an agent may ask for. */
export const agentWishSchema = agentStatusSchema.refine(({ kind }) => kind !== 'unknown');

/** Why the PBX is not in the state that was asked for. */
export const agentFailures = ['refused', 'codeUnknown', 'noAnswer', 'notConnected'] as const;
export type AgentFailure = (typeof agentFailures)[number];

/**
 * State of the agent (Bereit, Pause, Nachbearbeitung, Abgemeldet). `status` is what has been confirmed;
 * what was asked for stands in `pending` until then.
 *
 * ```
 *            requested            confirmed
 *  status ───────────▶ + pending ───────────▶ status := pending
 *    ▲                     │ refused
 *    └──── + failure ◀─────┘
 *
 *  lost (connection, phone): status := unknown, pending := what was wanted, to be asked for again
 * ```
 */
export const agentStateSchema = z.strictObject({
  status: agentStatusSchema,
  /** Epoch milliseconds of the confirmation of `status`. */
  since: z.number(),
  pending: agentStatusSchema.nullable(),
  failure: z.strictObject({ wanted: agentStatusSchema, cause: z.enum(agentFailures) }).nullable(),
  /** End of a wrap-up with a countdown, epoch milliseconds. */
  endsAt: z.number().nullable(),
});
export type AgentState = z.infer<typeof agentStateSchema>;

/** Facts about the agent, in the past tense. */
export type AgentEvent =
  | { readonly type: 'requested'; readonly status: AgentStatus }
  | {
      readonly type: 'confirmed';
      readonly status: AgentStatus;
      readonly at: number;
      readonly endsAt: number | null;
    }
  | { readonly type: 'refused'; readonly status: AgentStatus; readonly cause: AgentFailure }
  | { readonly type: 'lost'; readonly at: number }
  | { readonly type: 'failureSeen' };

/** Before anybody has said anything. @param wanted what is asked for as soon as there is a connection */
export function newAgentState(at: number, wanted: AgentStatus | null): AgentState {
  return { status: { kind: 'unknown' }, since: at, pending: wanted, failure: null, endsAt: null };
}

/**
 * The state after a fact. Pure; a fact that changes nothing gives back the very same object. A
 * confirmation counts even if something else is asked for by now: the PBX is in that state.
 */
export function agentTransition(state: AgentState, event: AgentEvent): AgentState {
  switch (event.type) {
    case 'requested':
      if (state.pending === null && sameStatus(state.status, event.status)) return state;
      if (state.pending !== null && sameStatus(state.pending, event.status)) return state;
      return { ...state, pending: event.status, failure: null };
    case 'confirmed':
      return {
        status: event.status,
        since: sameStatus(state.status, event.status) ? state.since : event.at,
        pending:
          state.pending !== null && sameStatus(state.pending, event.status) ? null : state.pending,
        failure: null,
        endsAt: event.endsAt,
      };
    case 'refused':
      if (state.pending === null || !sameStatus(state.pending, event.status)) return state;
      return { ...state, pending: null, failure: { wanted: event.status, cause: event.cause } };
    case 'lost': {
      if (state.status.kind === 'unknown') return state;
      const pending = state.pending ?? state.status;
      return { ...state, status: { kind: 'unknown' }, since: event.at, pending, endsAt: null };
    }
    case 'failureSeen':
      return state.failure === null ? state : { ...state, failure: null };
    default:
      return unreachable(event);
  }
}

/** Whether two states are one and the same for the PBX and for the eye. */
export function sameStatus(left: AgentStatus, right: AgentStatus): boolean {
  if (left.kind !== right.kind) return false;
  return left.kind !== 'pause' || right.kind !== 'pause' || left.reason === right.reason;
}
