import type { EndReason, TransferStage } from '../../../shared/call/call.ts';
import { endReasonOfStatus } from './end-reason.ts';

/** What a NOTIFY about our REFER says (RFC 3515 2.4.5). */
export type TransferNews =
  | { readonly type: 'progressed'; readonly stage: TransferStage }
  | { readonly type: 'succeeded' }
  | { readonly type: 'failed'; readonly reason: EndReason }
  /** The subscription is over and nobody has said how the transfer went. */
  | { readonly type: 'unfinished' }
  | { readonly type: 'nothing' };

/** The parts of a NOTIFY that matter, as received. */
export interface TransferNotify {
  readonly event: string;
  readonly subscriptionState: string;
  readonly body: string;
}

/**
 * Reads a NOTIFY. The first line of the sipfrag decides; the subscription state counts only where there
 * is no final answer, because some agents write `terminated` into every NOTIFY (trap 29).
 */
export function transferNewsOf({ event, subscriptionState, body }: TransferNotify): TransferNews {
  if (!/^\s*refer\s*(;|$)/i.test(event)) return { type: 'nothing' };
  const status = Number(/^\s*SIP\/2\.0\s+([1-6]\d\d)(?!\d)/i.exec(body)?.[1] ?? 0);
  if (status >= 300) return { type: 'failed', reason: endReasonOfStatus(status) };
  if (status >= 200) return { type: 'succeeded' };
  if (/^\s*terminated\b/i.test(subscriptionState)) return { type: 'unfinished' };
  if (status === 0) return { type: 'nothing' };
  return { type: 'progressed', stage: status === 100 ? 'accepted' : 'ringing' };
}
