import type { ConnectionId } from './action.ts';
import { firstOf, serialise, type Header, type Headers } from './headers.ts';
import { forwardHeaders, type Destination } from './hop.ts';
import type { SipRequest, SipResponse } from './message.ts';

/** No provisional answer for this long: nobody there (RFC 3261 §17.1.1.2, timer B). */
export const noAnswerMs = 32_000;
/** Ringing for longer than this is cut off (RFC 3261 §16.6, timer C: more than three minutes). */
export const longestRingMs = 185_000;

/**
 * One copy of an INVITE on its way to one contact.
 *
 * ```
 * calling ──1xx──▶ ringing ──cancel──▶ cancelling ──▶ done
 *    └──cancel──▶ cancelWanted ──1xx──▶ ┘
 * ```
 * Every state but `done` has a deadline; a final response or a lost socket ends it from anywhere.
 */
export interface Leg {
  readonly branch: string;
  readonly connection: ConnectionId;
  readonly uri: string;
  /** Headers of the INVITE on this hop, for the CANCEL and the ACK that must match it. */
  readonly headers: Headers;
  phase: 'calling' | 'cancelWanted' | 'ringing' | 'cancelling' | 'done';
  /** Value of the Reason header of a CANCEL that still has to wait (RFC 3326). */
  cancelReason: string | null;
  deadline: number;
  /** Final response other than 2xx; null while none, or when the contact was lost. */
  refusal: SipResponse | null;
}

export function openLeg(
  request: SipRequest,
  hop: { readonly branch: string; readonly via: Header },
  destination: Destination,
  now: number,
): Leg {
  return {
    branch: hop.branch,
    connection: destination.connection,
    uri: destination.uri,
    headers: forwardHeaders(request, hop.via, destination),
    phase: 'calling',
    cancelReason: null,
    deadline: now + noAnswerMs,
    refusal: null,
  };
}

/** CANCEL of the INVITE of this leg (RFC 3261 §9.1). */
export function cancelText(leg: Leg, reason: string | null): string {
  const extra = reason === null ? [] : [{ name: 'reason', value: reason }];
  return hopByHop('CANCEL', leg, firstOf(leg.headers, 'to') ?? '', extra);
}

/** ACK of a refusal; it goes this hop only (RFC 3261 §17.1.1.3). */
export function ackText(leg: Leg, refusal: SipResponse): string {
  return hopByHop('ACK', leg, firstOf(refusal.headers, 'to') ?? '', []);
}

/** A request that shares branch, Call-ID, From, Route and CSeq number with the INVITE. */
function hopByHop(method: string, leg: Leg, to: string, extra: readonly Header[]): string {
  const number = (firstOf(leg.headers, 'cseq') ?? '').split(/\s+/)[0] ?? '';
  const headers = leg.headers.filter(({ name }) => ['from', 'call-id', 'route'].includes(name));
  const top = leg.headers.slice(0, 1);
  const own = [
    { name: 'to', value: to },
    { name: 'cseq', value: `${number} ${method}` },
    { name: 'max-forwards', value: '70' },
  ];
  return serialise(`${method} ${leg.uri} SIP/2.0`, [...top, ...headers, ...own, ...extra], '');
}
