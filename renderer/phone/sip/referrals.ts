import type { Referral, URI } from 'sip.js';
import type { Call } from '../../../shared/call/call.ts';
import { settle } from './bind-session.ts';
import type { CallControl } from './call-control.ts';
import type { CallEntry, CallList } from './call-list.ts';
import { plain } from './incoming-headers.ts';
import type { PhonePorts } from './ports.ts';

/** A REFER that waits for the agent. */
interface Waiting {
  readonly uri: URI;
  /** Header lines that the new INVITE carries on (RFC 3891 3, RFC 3892 2.1). */
  readonly headers: readonly string[];
}

/**
 * REFERs that the far end of a call sends: somebody wants us to call somebody else. Refused, unless a
 * policy lets the agent be asked; nothing is ever dialled without the agent (trap 27). SIP.js would do
 * the calling and tell of it wrongly (trap 29), so both are done here.
 */
export class Referrals {
  readonly #calls: CallList;
  readonly #control: CallControl;
  readonly #ports: PhonePorts;
  readonly #asks: () => boolean;
  readonly #waiting = new Map<string, Waiting>();

  /** @param asks whether the policy lets the agent be asked */
  constructor(calls: CallList, control: CallControl, ports: PhonePorts, asks: () => boolean) {
    this.#calls = calls;
    this.#control = control;
    this.#ports = ports;
    this.#asks = asks;
  }

  /** Shows it to the agent, or refuses it. */
  received(entry: CallEntry, referral: Referral): void {
    const { call } = entry;
    const wanted = this.#asks() && call.referral === null ? wantedBy(referral) : null;
    if (wanted === null || call.phase !== 'connected') {
      this.#ports.log('warn', 'REFER refused');
      settle(referral.reject({ statusCode: 603 }), this.#ports);
      return;
    }
    settle(referral.accept({ statusCode: 202 }), this.#ports);
    this.#waiting.set(call.id, wanted);
    notify(entry, '100 Trying');
    const target = plain(wanted.uri.aor) ?? '';
    this.#calls.apply(entry, { type: 'referralReceived', target });
  }

  /** The agent agrees: the conversation waits, the target is called, and the far end told how it goes. */
  async follow(id: string): Promise<void> {
    const [entry, waiting] = this.#take(id);
    if (entry === undefined || waiting === undefined) return;
    const target = entry.call.referral ?? '';
    this.#calls.apply(entry, { type: 'referralSettled' });
    const placed = await this.#control.place(
      waiting.uri,
      { number: target, displayName: null },
      entry.session.userAgent,
      (begun) => {
        begun.onChange = (call) => {
          // The last NOTIFY ends the subscription: nothing may follow it.
          if (tell(entry, call)) begun.onChange = null;
        };
      },
      waiting.headers,
    );
    if (!placed) notify(entry, '480 Temporarily Unavailable');
  }

  refuse(id: string): void {
    const [entry] = this.#take(id);
    if (entry === undefined) return;
    notify(entry, '603 Decline');
    this.#calls.apply(entry, { type: 'referralSettled' });
  }

  #take(id: string): readonly [CallEntry | undefined, Waiting | undefined] {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting === undefined ? [undefined, undefined] : [this.#calls.entry(id), waiting];
  }
}

/** Where a REFER points; null when we cannot or do not want to go there. */
function wantedBy(referral: Referral): Waiting | null {
  let uri: URI;
  try {
    uri = referral.referTo.uri.clone();
  } catch {
    return null;
  }
  if (!/^sips?$/i.test(uri.scheme) || (uri.user ?? '') === '') return null;
  // SIP.js takes them apart, but leaves them escaped.
  const replaces = referral.replaces;
  uri.clearHeaders();
  const headers = [
    replaces === undefined ? null : `Replaces: ${unescaped(replaces)}`,
    referral.referredBy === undefined ? null : `Referred-By: ${referral.referredBy}`,
  ].filter((header) => header !== null);
  return headers.some((header) => /[\r\n]/.test(header)) ? null : { uri, headers };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @returns whether it was the last word */
function tell(entry: CallEntry, { phase, hold, connectedAt, endReason }: Call): boolean {
  if (phase === 'alerting') notify(entry, '180 Ringing');
  else if (phase === 'connected' && hold === 'active') notify(entry, '200 OK');
  else if (phase === 'ended' && connectedAt === null)
    notify(entry, endReason === 'busy' ? '486 Busy Here' : '480 Temporarily Unavailable');
  return (phase === 'connected' && hold === 'active') || phase === 'ended';
}

/** One NOTIFY (RFC 3515 2.4.5); the last one ends the subscription. */
function notify({ session: { dialog } }: CallEntry, status: string): void {
  const over = !status.startsWith('1');
  dialog?.notify(undefined, {
    extraHeaders: [
      'Event: refer',
      `Subscription-State: ${over ? 'terminated;reason=noresource' : 'active;expires=60'}`,
    ],
    body: {
      contentDisposition: 'render',
      contentType: 'message/sipfrag;version=2.0',
      content: `SIP/2.0 ${status}\r\n`,
    },
  });
}
