import { Inviter, SessionState, type Session } from 'sip.js';
import { settle } from './bind-session.ts';
import type { AudioDescriptionHandler } from './audio-description-handler.ts';
import type { CallEntry } from './call-list.ts';
import { pause } from './pause.ts';
import type { PhonePorts } from './ports.ts';

const glareAttempts = 3;
/** What `attempt` says when no request went out. */
const notSent = 0;

/** The last re-INVITE of each session; SIP.js refuses a second one meanwhile. */
const queues = new WeakMap<Session, Promise<number>>();

/**
 * Negotiates a call anew, one re-INVITE after the other. One that meets the far end's (491, or theirs is
 * being answered here) is repeated after a random pause, three times at most (RFC 3261 14.1, trap 12).
 * @param change what is to be different; done again before each attempt, because a refusal takes it back
 * @returns the final status; 0: none went out
 */
export async function reinvite(
  entry: CallEntry,
  ports: PhonePorts,
  change: (media: AudioDescriptionHandler) => void,
): Promise<number> {
  const { session } = entry;
  const before = queues.get(session);
  const own =
    before === undefined
      ? untilNoGlare(entry, ports, change)
      : before.then(() => untilNoGlare(entry, ports, change));
  queues.set(session, own);
  const status = await own;
  if (queues.get(session) === own) queues.delete(session);
  return status;
}

async function untilNoGlare(
  entry: CallEntry,
  ports: PhonePorts,
  change: (media: AudioDescriptionHandler) => void,
): Promise<number> {
  const { session, media } = entry;
  let status = notSent;
  for (let attempt = 0; attempt <= glareAttempts; attempt += 1) {
    if (media === null || session.state !== SessionState.Established) return notSent;
    if (attempt > 0) await pause(glarePauseMs(session instanceof Inviter, ports.random()));
    status = notSent;
    // SIP.js would take the answer that is being made for our offer.
    if (media.negotiating !== null) continue;
    change(media);
    status = await sendOne(session, media, ports);
    if (status !== 491 && status !== notSent) break;
    // Nobody will answer on a dead socket, however often it is tried.
    if (entry.call.signalling === 'lost') break;
  }
  // The exchange has forgotten the call (RFC 3261 12.2.1.2); SIP.js leaves it standing.
  if (status === 481 && session.state === SessionState.Established) {
    entry.endReason ??= 'connectionLost';
    settle(session.bye(), ports);
  }
  return status;
}

/**
 * How long to wait after a 491, in milliseconds (RFC 3261 14.1).
 * @param caller we made the call, so the Call-ID is ours
 * @param random 0 (inclusive) to 1 (exclusive)
 */
export function glarePauseMs(caller: boolean, random: number): number {
  const [least, most] = caller ? [2_100, 4_000] : [0, 2_000];
  return Math.round((least + (most - least) * random) / 10) * 10;
}

async function sendOne(
  session: Session,
  media: AudioDescriptionHandler,
  ports: PhonePorts,
): Promise<number> {
  return new Promise((resolve) => {
    session
      .invite({
        requestDelegate: {
          onAccept: ({ message }) => {
            resolve(message.statusCode ?? 200);
          },
          onReject: ({ message }) => {
            resolve(message.statusCode ?? 500);
          },
        },
      })
      .catch((error: unknown) => {
        ports.log('warn', `re-INVITE not sent: ${error instanceof Error ? error.message : ''}`);
        void media.withdrawOffer().then(() => {
          resolve(notSent);
        });
      });
  });
}
