import { Inviter, SessionState, type Session } from 'sip.js';
import type { EndReason } from '../../../shared/call/call.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import type { CallEntry, CallList } from './call-list.ts';
import { endReasonOfCancel } from './end-reason.ts';
import { connectedParty } from './incoming-headers.ts';
import { guarded, type PhonePorts } from './ports.ts';

/** Turns what happens on one SIP.js session into facts about its call. */
export function bindSession(entry: CallEntry, calls: CallList, ports: PhonePorts): void {
  const { session } = entry;
  const { log, now } = ports;
  const end = (): void => {
    // Of a party whose place somebody else has taken, nothing counts any more.
    if (entry.session === session)
      calls.apply(entry, { type: 'ended', reason: reasonOf(entry), at: now() });
  };
  session.stateChange.addListener(
    guarded(log, (state: SessionState) => {
      switch (state) {
        case SessionState.Established:
          calls.apply(entry, { type: 'established', at: now() });
          return;
        case SessionState.Terminated:
          // What was made ready while it rang is unknown to SIP.js until the answer.
          if (entry.session === session) entry.media?.close();
          // SIP.js ends an outgoing call first and hands out the response that says why afterwards.
          if (session instanceof Inviter) queueMicrotask(end);
          else end();
          return;
        case SessionState.Initial:
        case SessionState.Establishing:
        case SessionState.Terminating:
          return;
        default:
          unreachable(state);
      }
    }),
  );
  session.delegate = {
    onBye: guarded(log, (bye) => {
      if (entry.session === session)
        entry.endReason ??= isHandedOver(entry, calls) ? 'transferred' : 'hungUpThere';
      settle(bye.accept(), ports);
    }),
    // Only the exchange's identity headers: From says who called first, not who is there now.
    onInvite: guarded(log, (request) => {
      const party = connectedParty(request, entry.call.party);
      if (party !== null) calls.apply(entry, { type: 'partyChanged', party });
    }),
    // SIP.js answers a NOTIFY only where nobody listens (trap 28).
    onNotify: guarded(log, (notification) => {
      settle(notification.accept(), ports);
      const { request } = notification;
      entry.onNotify?.({
        event: request.getHeader('Event') ?? '',
        subscriptionState: request.getHeader('Subscription-State') ?? '',
        body: request.body,
      });
    }),
    onCancel: guarded(log, (cancel) => {
      entry.endReason ??= endReasonOfCancel(cancel.request.getHeaders('Reason'));
    }),
    // Without this SIP.js accepts a REFER and dials wherever it points (trap 27).
    onRefer: guarded(log, (referral) => {
      calls.onRefer(entry, referral);
    }),
  };
}

/**
 * Why a session ended of which nobody said it. CANCEL, BYE and refusals leave their reason, so what is
 * left is a description that could not be made or understood.
 */
function reasonOf({ endReason, call }: CallEntry): EndReason {
  if (endReason !== null) return endReason;
  if (call.connectedAt !== null) return 'hungUpThere';
  return call.phase === 'ringing' ? 'callerCancelled' : 'mediaFailed';
}

/**
 * Many exchanges hang up without a word once they have taken on a transfer (RFC 5589 6.1), on the call
 * itself and on the consultation that it replaces. One that tells of the ringing tells of the answer too:
 * a BYE before that is a caller who has given up.
 */
function isHandedOver(entry: CallEntry, calls: CallList): boolean {
  const { id, transfer } = entry.call;
  if (transfer.phase === 'transferring') return entry.takenOn;
  return calls.entries.some(
    ({ call: { transfer: other }, onNotify }) =>
      onNotify !== null && other.phase === 'transferring' && other.consultation === id,
  );
}

/** Waits for nothing but loses no rejection. */
export function settle(promise: Promise<unknown>, { log }: PhonePorts): void {
  promise.catch((error: unknown) => {
    log('warn', error instanceof Error ? error.message : String(error));
  });
}

/** Whether SIP.js still lets this session be ended. */
export function isLive(session: Session): boolean {
  return session.state !== SessionState.Terminated && session.state !== SessionState.Terminating;
}
