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
  { log }: PhonePorts,
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
          onReject: () => {
            resolve(false);
          },
        },
      })
      .catch((error: unknown) => {
        log('warn', `re-INVITE not sent: ${error instanceof Error ? error.message : ''}`);
        media.setHold(!held);
        resolve(false);
      });
  });
  if (held) calls.apply(entry, { type: agreed ? 'holdAccepted' : 'holdRejected' });
  else calls.apply(entry, { type: agreed ? 'resumeAccepted' : 'resumeRejected' });
  return agreed;
}
