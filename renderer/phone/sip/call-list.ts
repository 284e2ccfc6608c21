import type { Referral, Session, UserAgent } from 'sip.js';
import type { Call, CallEvent, EndReason } from '../../../shared/call/call.ts';
import { transition } from '../../../shared/call/transition.ts';
import type { AudioDescriptionHandler } from './audio-description-handler.ts';
import type { TransferNotify } from './transfer-news.ts';

/** A call with what belongs to it on the wire. */
export interface CallEntry {
  call: Call;
  /** Another one takes its place when the far end was transferred to us (RFC 3891). */
  session: Session;
  /** Made ready while it rings, or created when the call is answered or dialled. */
  media: AudioDescriptionHandler | null;
  /** Why it ends, once something other than the far end's BYE has decided that. */
  endReason: EndReason | null;
  /** The far end has taken on a transfer and has not told since that the target only rings. */
  takenOn: boolean;
  /** Told of each NOTIFY within the call while a transfer is under way. */
  onNotify: ((notify: TransferNotify) => void) | null;
  /** Told of each new picture while a transfer waits for this call. */
  onChange: ((call: Call) => void) | null;
}

/** What belongs to a call that has just begun. */
export function newEntry(call: Call, session: Session): CallEntry {
  return {
    call,
    session,
    media: null,
    endReason: null,
    takenOn: false,
    onNotify: null,
    onChange: null,
  };
}

/** How long an ended call stays in the list so that the desk can say why, in milliseconds. */
const endedStaysMs = 4_000;
/** How long a BYE that could not be said is kept for a new socket, in milliseconds. */
const owedMs = 120_000;

/** All calls and their pictures. The only place where a picture changes. */
export class CallList {
  readonly #entries = new Map<string, CallEntry>();
  /** Sessions that are over here, but whose far end could not be told. */
  readonly #owed = new Map<Session, ReturnType<typeof setTimeout>>();
  /** Somebody has to take care of each REFER, or SIP.js follows it. */
  onRefer: (entry: CallEntry, referral: Referral) => void = (_entry, referral) => {
    void referral.reject({ statusCode: 603 });
  };
  readonly #onChange: (before: readonly Call[], after: readonly Call[]) => void;

  constructor(onChange: (before: readonly Call[], after: readonly Call[]) => void) {
    this.#onChange = onChange;
  }

  get calls(): readonly Call[] {
    return [...this.#entries.values()].map(({ call }) => call);
  }

  get entries(): readonly CallEntry[] {
    return [...this.#entries.values()];
  }

  entry(id: string): CallEntry | undefined {
    return this.#entries.get(id);
  }

  entryOf(session: Session): CallEntry | undefined {
    return this.entries.find((entry) => entry.session === session);
  }

  /** The calls of a user agent that are not over. */
  entriesOf(userAgent: UserAgent): readonly CallEntry[] {
    return this.entries.filter(
      ({ session, call }) => session.userAgent === userAgent && call.phase !== 'ended',
    );
  }

  /** Whether a user agent still has a call to carry, or a BYE to say. */
  needs(userAgent: UserAgent): boolean {
    const owes = [...this.#owed.keys()].some((session) => session.userAgent === userAgent);
    return owes || this.entriesOf(userAgent).length > 0;
  }

  /** Remembers that the far end of this session has still to be told of its end. */
  oweBye(session: Session): void {
    this.#owed.set(
      session,
      setTimeout(() => {
        this.paid(session);
      }, owedMs),
    );
  }

  /** Sessions of a user agent whose far end can be told now. */
  owedBy(userAgent: UserAgent): readonly Session[] {
    return [...this.#owed.keys()].filter((session) => session.userAgent === userAgent);
  }

  /** The far end of this session has been told. */
  paid(session: Session): void {
    clearTimeout(this.#owed.get(session));
    this.#change(() => this.#owed.delete(session));
  }

  add(entry: CallEntry): void {
    this.#change(() => this.#entries.set(entry.call.id, entry));
  }

  /** Applies a fact; tells listeners only if the picture changed. */
  apply(entry: CallEntry, event: CallEvent): void {
    const next = transition(entry.call, event);
    if (next === entry.call) return;
    this.#change(() => {
      entry.call = next;
    });
    if (next.phase === 'ended') {
      for (const other of this.entries)
        this.apply(other, { type: 'consultationEnded', consultation: next.id });
      setTimeout(() => {
        this.remove(next.id);
      }, endedStaysMs);
    }
    entry.onChange?.(next);
  }

  /** Takes an ended call off the list; others stay. */
  remove(id: string): void {
    if (this.#entries.get(id)?.call.phase !== 'ended') return;
    this.#change(() => this.#entries.delete(id));
  }

  #change(action: () => void): void {
    const before = this.calls;
    action();
    this.#onChange(before, this.calls);
  }
}
