import { SessionState, type Invitation } from 'sip.js';
import { bindSession, isLive } from './bind-session.ts';
import type { CallEntry, CallList } from './call-list.ts';
import { callerOf } from './incoming-headers.ts';
import type { PhonePorts } from './ports.ts';

/**
 * Somebody takes the place of the party of a call, because that party has transferred him to us: an
 * INVITE with Replaces (RFC 3891), which SIP.js has matched with the call. For the agent it stays the
 * same call with the same card, on hold and muted as before; nothing rings (trap 30). SIP.js hangs up on
 * the old party. If the new one cannot be answered, the old conversation goes on.
 */
export async function takeOver(
  entry: CallEntry,
  invitation: Invitation,
  calls: CallList,
  ports: PhonePorts,
): Promise<void> {
  const { session, media, call } = entry;
  // RFC 3891 3: a call that only rings here is not to be taken over; and one re-INVITE at a time.
  const statusCode = call.hold === 'holding' || call.hold === 'resuming' ? 491 : 481;
  if (call.phase !== 'connected' || statusCode === 491) {
    await invitation.reject({ statusCode });
    return;
  }
  entry.session = invitation;
  entry.media = null;
  try {
    await invitation.accept();
  } catch (error) {
    ports.log('warn', `replacing a party: ${String(error)}`);
  }
  if (invitation.state === SessionState.Established) {
    bindSession(entry, calls, ports);
    calls.apply(entry, { type: 'remoteResumed' });
    calls.apply(entry, { type: 'partyChanged', party: callerOf(invitation.request) });
    return;
  }
  entry.session = session;
  entry.media = media;
  // It has ended in the meantime, and nobody was listening.
  if (!isLive(session))
    calls.apply(entry, { type: 'ended', reason: 'hungUpThere', at: ports.now() });
}
