import type { CallEntry, CallList } from './call-list.ts';
import type { PhonePorts } from './ports.ts';
import { reinvite } from './reinvite.ts';

/**
 * Puts a call on hold or takes it back by a re-INVITE with the new direction (RFC 3264 8.4). The picture
 * says `held` only after the 2xx; a refusal goes back to where it was, on our side and in the media
 * engine.
 * @returns whether the far end agreed
 */
export async function renegotiateHold(
  entry: CallEntry,
  held: boolean,
  calls: CallList,
  ports: PhonePorts,
): Promise<boolean> {
  const wanted = held ? 'active' : 'held';
  if (entry.call.phase !== 'connected' || entry.call.hold !== wanted || entry.media === null)
    return false;
  calls.apply(entry, { type: held ? 'holdRequested' : 'resumeRequested' });
  // The room is silent at once, whatever else is being negotiated before.
  if (held) entry.media.setHold(true);
  const status = await reinvite(entry, ports, (media) => {
    media.setHold(held);
  });
  const agreed = status >= 200 && status < 300;
  if (held) calls.apply(entry, { type: agreed ? 'holdAccepted' : 'holdRejected' });
  else calls.apply(entry, { type: agreed ? 'resumeAccepted' : 'resumeRejected' });
  return agreed;
}
