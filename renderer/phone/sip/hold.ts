import { settle } from './bind-session.ts';
import type { CallEntry, CallList } from './call-list.ts';
import type { PhonePorts } from './ports.ts';

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
  const { session, media } = entry;
  const wanted = held ? 'active' : 'held';
  if (entry.call.phase !== 'connected' || entry.call.hold !== wanted || media === null)
    return false;
  calls.apply(entry, { type: held ? 'holdRequested' : 'resumeRequested' });
  media.setHold(held);
  const agreed = await new Promise<boolean>((resolve) => {
    session
      .invite({
        requestDelegate: {
          onAccept: () => {
            resolve(true);
          },
          onReject: ({ message }) => {
            resolve(false);
            // The exchange has forgotten the call (RFC 3261 12.2.1.2); SIP.js leaves it standing.
            if (message.statusCode === 481) {
              entry.endReason ??= 'connectionLost';
              settle(session.bye(), ports);
            }
          },
        },
      })
      .catch((error: unknown) => {
        ports.log('warn', `re-INVITE not sent: ${error instanceof Error ? error.message : ''}`);
        media.setHold(!held);
        resolve(false);
      });
  });
  if (held) calls.apply(entry, { type: agreed ? 'holdAccepted' : 'holdRejected' });
  else calls.apply(entry, { type: agreed ? 'resumeAccepted' : 'resumeRejected' });
  return agreed;
}
