import { Invitation, SessionState, type Session } from 'sip.js';
import { AudioDescriptionHandler } from './audio-description-handler.ts';
import type { CallEntry, CallList } from './call-list.ts';
import type { PhonePorts } from './ports.ts';

/** Peer connections that are kept ready at the same time; each costs sockets and a microphone track. */
const maxPrepared = 2;

/**
 * The media of a session, for SIP.js's factory: what was made ready while it rang, otherwise new.
 * A forked early dialog of an outgoing call gets media of its own.
 */
export function mediaOf(
  session: Session,
  calls: CallList,
  ports: PhonePorts,
): AudioDescriptionHandler {
  const entry = calls.entryOf(session);
  if (entry?.media != null && session instanceof Invitation) return entry.media;
  const media = newMedia(entry, calls, ports);
  if (entry !== undefined) entry.media = media;
  return media;
}

/**
 * Makes the answer to a ringing call ready: microphone, peer connection, candidates and description.
 * A failure costs nothing: answering then does it all, and says what is wrong.
 */
export async function prepareAnswer(
  entry: CallEntry,
  calls: CallList,
  ports: PhonePorts,
): Promise<void> {
  const { session, call } = entry;
  const waiting = calls.entries.filter(
    ({ media, call: { phase } }) => media !== null && phase === 'ringing',
  );
  if (call.phase !== 'ringing' || entry.media !== null || waiting.length >= maxPrepared) return;
  if (!(session instanceof Invitation) || session.state !== SessionState.Initial) return;
  const { body } = session.request;
  if (body !== '' && session.request.getHeader('Content-Type') !== 'application/sdp') return;
  const media = newMedia(entry, calls, ports);
  entry.media = media;
  try {
    await media.prepare(body === '' ? null : body);
  } catch {
    media.close();
    // Whoever answers meanwhile hears of it from the media itself.
    // Another microphone may have brought other media in its place.
    if (entry.call.phase === 'ringing' && entry.media === media) entry.media = null;
  }
}

function newMedia(
  entry: CallEntry | undefined,
  calls: CallList,
  ports: PhonePorts,
): AudioDescriptionHandler {
  return new AudioDescriptionHandler({
    createPeerConnection: ports.createPeerConnection,
    // A session that is no call of the agent (a feature code) carries nothing of the room.
    microphone: entry === undefined ? () => Promise.resolve(null) : ports.microphone,
    mix: ports.mix,
    muted: entry?.call.muted ?? false,
    held: entry?.call.hold === 'held',
    onRemoteTrack: (track) => {
      if (entry !== undefined) ports.onRemoteTrack(entry.call.id, track);
    },
    onRemoteHold: (held) => {
      if (entry !== undefined) calls.apply(entry, { type: held ? 'remoteHeld' : 'remoteResumed' });
    },
  });
}
