import { Invitation, Inviter, SessionState, type Session, type UserAgent } from 'sip.js';
import { Dialog, IncomingRequestMessage, Parser, type URI } from 'sip.js/lib/core/index.js';
import { AllowedMethods } from 'sip.js/lib/core/user-agent-core/allowed-methods.js';
import type { CallEntry, CallList } from './call-list.ts';
import { connectedParty } from './incoming-headers.ts';
import { guarded, type PhonePorts } from './ports.ts';
import { withStrongestChallenge } from './sha256-digest.ts';

// SIP.js says 405 to UPDATE and does not list it in Allow (trap 24). Here it is answered.
if (!AllowedMethods.includes('UPDATE')) AllowedMethods.push('UPDATE');

/**
 * Looks at every message before SIP.js does, for what SIP.js cannot: UPDATE, a re-INVITE that meets an
 * offer which is only being made, challenges in any order. Whatever a message does, the next is heard.
 */
export function watchGate(userAgent: UserAgent, calls: CallList, ports: PhonePorts): void {
  const { transport } = userAgent;
  const deliver = transport.onMessage;
  transport.onMessage = guarded(ports.log, (text: string) => {
    const request = /^(UPDATE|INVITE) /.test(text) ? requestOf(text, userAgent) : null;
    if (request !== null && tookCareOf(request, userAgent, calls, ports)) return;
    deliver?.(withStrongestChallenge(text));
  });
}

function requestOf(text: string, userAgent: UserAgent): IncomingRequestMessage | null {
  const message = Parser.parseMessage(text, userAgent.getLogger('sip.Parser'));
  return message instanceof IncomingRequestMessage ? message : null;
}

/** @returns whether SIP.js must not see it any more */
function tookCareOf(
  message: IncomingRequestMessage,
  userAgent: UserAgent,
  calls: CallList,
  ports: PhonePorts,
): boolean {
  const core = userAgent.userAgentCore;
  const dialog = core.dialogs.get(message.callId + message.toTag + message.fromTag);
  const entry = calls
    .entriesOf(userAgent)
    .find(({ session }) => callIdOf(session) === message.callId);
  if (dialog === undefined || entry === undefined) {
    if (message.method !== 'UPDATE') return false;
    core.replyStateless(message, { statusCode: 481 });
    return true;
  }
  if (message.method === 'INVITE') {
    // SIP.js notices a collision only once our INVITE is out; until then it would take their offer (12).
    if (entry.media?.negotiating !== 'offer') return false;
    core.replyStateless(message, { statusCode: 491 });
    return true;
  }
  answerUpdate(message, dialog, entry, userAgent, calls, ports).catch((error: unknown) => {
    ports.log('error', `UPDATE: ${String(error)}`);
  });
  return true;
}

function callIdOf(session: Session): string | null {
  return session instanceof Invitation || session instanceof Inviter
    ? session.request.callId
    : null;
}

/** RFC 3311 5.2, as far as a phone without own UPDATEs needs it; without session timers (RFC 4028 9). */
async function answerUpdate(
  message: IncomingRequestMessage,
  dialog: Dialog,
  entry: CallEntry,
  userAgent: UserAgent,
  calls: CallList,
  ports: PhonePorts,
): Promise<void> {
  const core = userAgent.userAgentCore;
  const { remoteSequenceNumber } = dialog;
  if (remoteSequenceNumber !== undefined && message.cseq <= remoteSequenceNumber) {
    core.replyStateless(message, { statusCode: 500 });
    return;
  }
  Dialog.prototype.receiveRequest.call(dialog, message);
  refreshTarget(message, dialog);
  const party = connectedParty(message, entry.call.party);
  if (party !== null) calls.apply(entry, { type: 'partyChanged', party });
  const extraHeaders = [
    `Contact: ${userAgent.contact.toString()}`,
    `Allow: ${String(AllowedMethods)}`,
  ];
  if (message.body === '') {
    core.replyStateless(message, { statusCode: 200, extraHeaders });
    return;
  }
  const { media, session } = entry;
  if (media === null || session.state !== SessionState.Established) {
    // The offer of the INVITE has not been answered yet.
    const retryAfter = `Retry-After: ${String(Math.floor(ports.random() * 10))}`;
    core.replyStateless(message, { statusCode: 500, extraHeaders: [retryAfter] });
    return;
  }
  if (media.negotiating !== null || media.peerConnection.signalingState !== 'stable') {
    core.replyStateless(message, { statusCode: 491 });
    return;
  }
  try {
    await media.setDescription(message.body);
    const { body } = await media.getDescription();
    const answer = { contentDisposition: 'session', contentType: 'application/sdp', content: body };
    core.replyStateless(message, { statusCode: 200, extraHeaders, body: answer });
  } catch {
    await media.rollbackDescription();
    core.replyStateless(message, { statusCode: 488 });
  }
}

/** UPDATE refreshes the remote target like a re-INVITE (RFC 3311 5.2); SIP.js keeps it to itself. */
function refreshTarget(message: IncomingRequestMessage, dialog: Dialog): void {
  const contact: unknown = message.parseHeader('contact');
  if (typeof contact !== 'object' || contact === null || !('uri' in contact)) return;
  const state = (dialog as unknown as { readonly dialogState: { remoteTarget: URI } }).dialogState;
  state.remoteTarget = contact.uri as URI;
}
