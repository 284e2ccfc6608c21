import { Invitation, Inviter, SessionState, UserAgent, type URI } from 'sip.js';
import type { IncomingResponse, IncomingResponseMessage } from 'sip.js/lib/core/index.js';
import type { Connection } from '../../../shared/contract.ts';
import type { Party } from '../../../shared/call/call.ts';
import { newCall } from '../../../shared/call/transition.ts';
import { waitingCall } from '../../../shared/call/waiting-call.ts';
import { emergencyNumber } from '../../../shared/lines/emergency.ts';
import { bindSession, isLive, settle } from './bind-session.ts';
import { newEntry, type CallEntry, type CallList } from './call-list.ts';
import { prepareAnswer } from './call-media.ts';
import { endHere } from './call-recovery.ts';
import { endReasonOfStatus } from './end-reason.ts';
import { renegotiateHold } from './hold.ts';
import { callerOf, connectedParty } from './incoming-headers.ts';
import { guarded, type PhonePorts } from './ports.ts';
import { takeOver } from './replacement.ts';
import type { Destination } from './transfer-control.ts';

/** Two calls are what one person can keep apart; a third caller hears busy. */
const maxCalls = 2;

/** Address of a user or number at our exchange; undefined when it cannot be written as one. */
export function sipUri(target: string, { domain }: Connection): URI | undefined {
  return UserAgent.makeURI(`sip:${encodeURIComponent(target)}@${domain}`);
}

/** What an agent does with calls. Orders that do not fit the call's phase do nothing. */
export class CallControl {
  readonly #calls: CallList;
  readonly #ports: PhonePorts;
  /** The agent takes no calls: who calls hears busy. */
  refuse = false;

  constructor(calls: CallList, ports: PhonePorts) {
    this.#calls = calls;
    this.#ports = ports;
  }

  /**
   * Takes an INVITE: first the call is in the list, then the caller hears it ring (traps 9, 10).
   * @param announce told between the two, with the call's entry
   */
  receive(invitation: Invitation, announce: (entry: CallEntry) => void): void {
    const { replacee } = invitation;
    if (replacee !== undefined) {
      const entry = this.#calls.entryOf(replacee);
      settle(
        entry === undefined
          ? invitation.reject({ statusCode: 481 })
          : takeOver(entry, invitation, this.#calls, this.#ports),
        this.#ports,
      );
      return;
    }
    const live = this.#calls.calls.filter(({ phase }) => phase !== 'ended');
    if (this.refuse || live.length >= maxCalls) {
      settle(invitation.reject({ statusCode: 486 }), this.#ports);
      return;
    }
    const call = newCall({
      id: this.#ports.newId(),
      direction: 'incoming',
      party: callerOf(invitation.request),
      at: this.#ports.now(),
    });
    const entry = newEntry(call, invitation);
    bindSession(entry, this.#calls, this.#ports);
    announce(entry);
    this.#calls.add(entry);
    settle(invitation.progress({ statusCode: 180 }), this.#ports);
    settle(prepareAnswer(entry, this.#calls, this.#ports), this.#ports);
  }

  /**
   * Calls out.
   * @param begun told of the call before anything of it is on the wire
   */
  async dial(
    to: Destination,
    userAgent: UserAgent,
    connection: Connection,
    begun: (entry: CallEntry) => void = () => undefined,
  ): Promise<void> {
    const uri = sipUri(to.target, connection);
    if (uri === undefined) {
      this.#ports.log('warn', 'target cannot be written as a SIP URI');
      return;
    }
    const party = { number: to.target, displayName: to.name };
    await this.place(uri, party, userAgent, begun);
  }

  /**
   * Calls an address. @param party as the agent knows it
   * @param headers further lines of the INVITE
   * @returns false when a conversation could not be put on hold for it; an emergency call waits for none
   */
  async place(
    uri: URI,
    party: Party,
    userAgent: UserAgent,
    begun: (entry: CallEntry) => void,
    headers: readonly string[] = [],
  ): Promise<boolean> {
    if (emergencyNumber(party.number ?? '') !== null) this.#silenceOthers();
    else if (!(await this.#holdOthers(null))) return false;
    const inviter = new Inviter(userAgent, uri, { extraHeaders: [...headers] });
    const call = newCall({
      id: this.#ports.newId(),
      direction: 'outgoing',
      party,
      at: this.#ports.now(),
    });
    const entry = newEntry(call, inviter);
    bindSession(entry, this.#calls, this.#ports);
    this.#calls.add(entry);
    begun(entry);
    const { log } = this.#ports;
    const refused = ({ message }: IncomingResponse): void => {
      entry.endReason ??= endReasonOfStatus(message.statusCode ?? 0);
    };
    await inviter.invite({
      requestDelegate: {
        onProgress: guarded(log, ({ message }) => {
          if (message.statusCode === 100) return;
          this.#calls.apply(entry, { type: 'provisionalReceived' });
          this.#connectedTo(entry, message);
          settle(this.#hearEarlyMedia(entry, message), this.#ports);
        }),
        onAccept: guarded(log, ({ message }) => {
          this.#connectedTo(entry, message);
        }),
        onReject: guarded(log, refused),
        onRedirect: guarded(log, refused),
      },
    });
    return true;
  }

  /**
   * Announcements and foreign ringback before the answer (183 with a description). Taken as a provisional
   * answer, so that the final one may differ; only of the first branch of a fork (trap 22).
   */
  async #hearEarlyMedia(entry: CallEntry, { body }: IncomingResponseMessage): Promise<void> {
    if (body === '' || entry.media === null || entry.call.earlyMedia) return;
    await entry.media.setEarlyAnswer(body);
    this.#calls.apply(entry, { type: 'earlyMediaStarted' });
  }

  #connectedTo(entry: CallEntry, message: IncomingResponseMessage): void {
    const party = connectedParty(message, entry.call.party);
    if (party !== null) this.#calls.apply(entry, { type: 'partyChanged', party });
  }

  async answer(id: string): Promise<void> {
    const entry = this.#calls.entry(id);
    if (entry?.call.phase !== 'ringing' || !(entry.session instanceof Invitation)) return;
    if (!(await this.#holdOthers(id))) return;
    if (entry.session.state !== SessionState.Initial) return;
    this.#calls.apply(entry, { type: 'answerRequested' });
    try {
      await entry.session.accept();
    } catch (error) {
      this.#ports.log('error', `answer failed: ${String(error)}`);
    }
    // accept() resolves although a CANCEL came in between (trap 19, B1-7).
    if (!isLive(entry.session)) entry.media?.close();
  }

  decline(id: string): void {
    const entry = this.#calls.entry(id);
    if (entry?.call.phase !== 'ringing' || !(entry.session instanceof Invitation)) return;
    entry.endReason ??= 'declinedHere';
    settle(entry.session.reject({ statusCode: 603 }), this.#ports);
  }

  /** Ends a call in whatever phase it is: BYE, CANCEL or a final refusal. */
  hangUp(id: string): void {
    const entry = this.#calls.entry(id);
    if (entry === undefined || entry.call.phase === 'ended') return;
    const { session } = entry;
    const ringing = entry.call.phase === 'ringing';
    if (ringing) {
      this.decline(id);
      return;
    }
    entry.endReason ??= entry.call.connectedAt === null ? 'cancelledHere' : 'hungUpHere';
    this.#calls.apply(entry, { type: 'endRequested' });
    // Nobody will answer on a dead socket: the agent is free at once.
    if (entry.call.signalling === 'lost') endHere(entry, this.#calls, this.#ports);
    else if (session.state === SessionState.Established) settle(session.bye(), this.#ports);
    else if (session instanceof Inviter && isLive(session)) settle(session.cancel(), this.#ports);
    else if (session instanceof Invitation && isLive(session))
      settle(session.reject({ statusCode: 480 }), this.#ports);
  }

  mute(id: string, muted: boolean): void {
    const entry = this.#calls.entry(id);
    if (entry === undefined) return;
    entry.media?.setMuted(muted);
    this.#calls.apply(entry, { type: 'mutedChanged', muted });
  }

  async hold(id: string): Promise<void> {
    const entry = this.#calls.entry(id);
    if (entry !== undefined) await renegotiateHold(entry, true, this.#calls, this.#ports);
  }

  async resume(id: string): Promise<void> {
    const entry = this.#calls.entry(id);
    if (entry?.call.hold !== 'held' || !(await this.#holdOthers(id))) return;
    await renegotiateHold(entry, false, this.#calls, this.#ports);
  }

  /** Makeln: the call that waits talks, and the one that talks waits. */
  async swap(): Promise<void> {
    const waiting = waitingCall(this.#calls.calls);
    if (waiting !== null) await this.resume(waiting.id);
  }

  /** One digit, in the audio stream (RFC 4733) or by INFO (setting, or where the stream cannot). */
  sendDtmf(id: string, tone: string, method: Connection['dtmf']): void {
    const entry = this.#calls.entry(id);
    if (entry?.call.phase !== 'connected') return;
    if (method === 'rfc4733' && entry.media?.sendDtmf(tone) === true) return;
    const content = `Signal=${tone}\r\nDuration=160\r\n`;
    const body = {
      contentDisposition: 'render',
      contentType: 'application/dtmf-relay',
      content,
    };
    settle(entry.session.info({ requestOptions: { body } }), this.#ports);
  }

  /** Whoever is in distress does not wait for an answer to a re-INVITE: nothing of the room goes to the others. */
  #silenceOthers(): void {
    for (const { call, media } of this.#calls.entries)
      if (call.phase === 'connected') media?.setHold(true);
    settle(
      this.#holdOthers(null).then(() => undefined),
      this.#ports,
    );
  }

  /**
   * At most one call talks: the others are put on hold first. If one of them refuses, false; whoever
   * is on the line must not hear the next conversation.
   */
  async #holdOthers(id: string | null): Promise<boolean> {
    for (const entry of this.#calls.entries) {
      const { call } = entry;
      if (call.id === id || call.phase !== 'connected' || call.hold === 'held') continue;
      if (!(await renegotiateHold(entry, true, this.#calls, this.#ports))) return false;
    }
    return true;
  }
}
