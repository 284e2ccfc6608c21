import { SessionState, type Session, type UserAgent } from 'sip.js';
import type { AudioDescriptionHandler } from './audio-description-handler.ts';
import { isLive, settle } from './bind-session.ts';
import type { CallEntry, CallList } from './call-list.ts';
import { pause } from './pause.ts';
import type { PhonePorts } from './ports.ts';
import { reinvite } from './reinvite.ts';
import { revivalPauseMs } from './retry-pause.ts';

/** What becomes of calls whose socket or media are lost (docs/decisions/0021). */
export class CallRecovery {
  readonly #calls: CallList;
  readonly #ports: PhonePorts;
  readonly #takingUp = new Set<CallEntry>();

  constructor(calls: CallList, ports: PhonePorts) {
    this.#calls = calls;
    this.#ports = ports;
  }

  /** The socket of these calls is gone: rings end, conversations go on without signalling. */
  signallingLost(entries: readonly CallEntry[]): void {
    for (const entry of entries) {
      if (entry.call.phase === 'connected') {
        this.#calls.apply(entry, { type: 'signallingLost' });
        continue;
      }
      // SIP.js leaves such sessions ringing for ever (trap 9, B1-6).
      entry.endReason ??= 'connectionLost';
      endHere(entry, this.#calls, this.#ports);
    }
  }

  /**
   * There is a new socket for this user agent: each of its conversations is taken up again by a re-INVITE
   * with an ICE restart, which also tells the exchange where we are now (B1-3). A BYE that could not be
   * said is said.
   */
  async signallingBack(userAgent: UserAgent): Promise<void> {
    for (const session of this.#calls.owedBy(userAgent)) this.#sayBye(session);
    const entries = this.#calls.entriesOf(userAgent);
    await Promise.all(entries.map((entry) => this.#takeUp(entry)));
  }

  /** The media of a call do not arrive although the exchange can be reached. */
  restartMedia(entry: CallEntry): void {
    settle(reinvite(entry, this.#ports, restartIce), this.#ports);
  }

  /** Ends a call that can neither be heard nor told anything. */
  giveUp(entry: CallEntry): void {
    entry.endReason ??= 'connectionLost';
    endHere(entry, this.#calls, this.#ports);
  }

  async #takeUp(entry: CallEntry): Promise<void> {
    if (this.#takingUp.has(entry)) return;
    this.#takingUp.add(entry);
    const { userAgent } = entry.session;
    for (let attempt = 0; isLost(entry); attempt += 1) {
      const status = await reinvite(entry, this.#ports, restartIce);
      if (isProof(status)) this.#calls.apply(entry, { type: 'signallingRestored' });
      // Gone again: the next socket brings us back here.
      if (isProof(status) || !userAgent.isConnected()) break;
      await pause(revivalPauseMs(attempt, this.#ports.random()));
    }
    this.#takingUp.delete(entry);
  }

  #sayBye(session: Session): void {
    const said = (): void => {
      this.#calls.paid(session);
    };
    if (session.state !== SessionState.Established) said();
    else
      settle(
        session.bye({ requestDelegate: { onAccept: said, onReject: said } }).catch(said),
        this.#ports,
      );
  }
}

function isLost({ call }: CallEntry): boolean {
  return call.signalling === 'lost' && call.phase === 'connected';
}

/**
 * Any answer of the exchange about this call proves the way. Silence does not, nor does 503: it is SIP.js's
 * own word for a dead socket, and what an exchange says about everything while it starts.
 */
function isProof(status: number): boolean {
  return status !== 0 && status !== 408 && status !== 503;
}

/** Ends a call on our side alone; the far end is told when there is a way to it. */
export function endHere(entry: CallEntry, calls: CallList, ports: PhonePorts): void {
  entry.media?.close();
  const reason = entry.endReason ?? 'connectionLost';
  const { session } = entry;
  if (session.state === SessionState.Established) calls.oweBye(session);
  else if (isLive(session)) settle(session.dispose(), ports);
  calls.apply(entry, { type: 'ended', reason, at: ports.now() });
}

function restartIce(media: AudioDescriptionHandler): void {
  media.restartIce();
}
