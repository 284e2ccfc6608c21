import type { Call, EndReason } from '../../../shared/call/call.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import type { CallControl } from './call-control.ts';
import type { CallEntry, CallList } from './call-list.ts';
import { renegotiateHold } from './hold.ts';
import type { PhonePorts } from './ports.ts';
import { refer, replacing } from './refer.ts';

/** Whom a call goes to: SIP user or number, already normalised, and whose it is, if that is known. */
export interface Destination {
  readonly target: string;
  readonly name: string | null;
}

/** Places a second call; tells of it before anything is on the wire. */
export type Dial = (to: Destination, begun: (entry: CallEntry) => void) => Promise<void>;

/**
 * Passing a call on (RFC 5589). Whatever goes wrong, the caller is the agent's again: a transfer that
 * fails takes the call back from hold. Orders that do not fit the call do nothing.
 */
export class TransferControl {
  readonly #calls: CallList;
  readonly #control: CallControl;
  readonly #ports: PhonePorts;

  constructor(calls: CallList, control: CallControl, ports: PhonePorts) {
    this.#calls = calls;
    this.#control = control;
    this.#ports = ports;
  }

  /**
   * Weiterleiten by the exchange: it calls the target, and we are out as soon as it has taken on.
   * @param uri where to
   * @param target the same as the agent knows it: a name, or else the number
   */
  async handOff(id: string, uri: string, target: string): Promise<void> {
    const entry = this.#transferable(id);
    if (entry === null) return;
    this.#calls.apply(entry, { type: 'transferRequested', target });
    // The caller hears music instead of our keys; who refuses the hold is transferred all the same.
    await renegotiateHold(entry, true, this.#calls, this.#ports);
    await this.#refer(entry, uri, null);
  }

  /**
   * Sends all conversations to one place, a conference room of the exchange.
   * @returns whether anybody got there, so that the agent has to follow
   */
  async handOffAll(uri: string, target: string): Promise<boolean> {
    const parties = this.#calls.entries.filter(
      ({ call }) => call.phase === 'connected' && call.transfer.phase !== 'transferring',
    );
    if (parties.length < 2) return false;
    await Promise.all(
      parties.map(async (entry) => {
        this.#calls.apply(entry, { type: 'transferRequested', target });
        await renegotiateHold(entry, true, this.#calls, this.#ports);
        await this.#refer(entry, uri, null);
      }),
    );
    return parties.some(({ endReason }) => endReason === 'transferred');
  }

  /**
   * Weiterleiten with a net: we call the target ourselves while the caller waits, and connect the two
   * when it answers. Needs nothing of the exchange but the attended transfer, and a caller whose target
   * is busy never leaves us.
   */
  async handOver(id: string, to: Destination, dial: Dial): Promise<void> {
    const entry = this.#transferable(id);
    if (entry === null) return;
    await dial(to, (consultation) => {
      this.#link(entry, consultation);
      this.#calls.apply(entry, { type: 'transferRequested', target: to.name ?? to.target });
      this.#connectWhenAnswered(entry, consultation);
    });
  }

  /** Rückfrage: the caller waits, the agent speaks with somebody else. */
  async consult(id: string, to: Destination, dial: Dial): Promise<void> {
    const entry = this.#transferable(id);
    if (entry === null) return;
    await dial(to, (consultation) => {
      this.#link(entry, consultation);
    });
  }

  /** Übergeben: caller and consulted talk, we are out. While it still rings there: as soon as it is answered. */
  complete(id: string): void {
    const entry = this.#calls.entry(id);
    if (entry?.call.transfer.phase !== 'consulting') return;
    const consultation = this.#calls.entry(entry.call.transfer.consultation);
    if (consultation === undefined) return;
    const { number, displayName } = consultation.call.party;
    const target = displayName ?? number ?? '';
    this.#calls.apply(entry, { type: 'transferRequested', target });
    if (consultation.call.phase === 'connected') void this.#replace(entry, consultation);
    else this.#connectWhenAnswered(entry, consultation);
  }

  /** Ends the consultation (or the call of a transfer in progress) and takes the caller back. */
  async back(id: string): Promise<void> {
    const entry = this.#calls.entry(id);
    if (entry === undefined || entry.call.transfer.phase === 'none') return;
    const { consultation } = entry.call.transfer;
    if (consultation === null) return;
    this.#control.hangUp(consultation);
    await this.#takeBack(entry);
  }

  #transferable(id: string): CallEntry | null {
    const entry = this.#calls.entry(id);
    if (entry?.call.phase !== 'connected' || entry.call.transfer.phase !== 'none') return null;
    return entry;
  }

  #link(entry: CallEntry, { call }: CallEntry): void {
    this.#calls.apply(entry, { type: 'consultationBegun', consultation: call.id });
  }

  #connectWhenAnswered(entry: CallEntry, consultation: CallEntry): void {
    const { id } = consultation.call;
    const done = (): void => {
      entry.onChange = null;
      consultation.onChange = null;
    };
    // Nobody is left who wants to speak with the target.
    entry.onChange = ({ phase }) => {
      if (phase !== 'ended') return;
      done();
      this.#control.hangUp(id);
    };
    consultation.onChange = (call) => {
      switch (call.phase) {
        case 'alerting':
          this.#calls.apply(entry, { type: 'transferProgressed', stage: 'ringing' });
          return;
        case 'connected':
          done();
          void this.#replace(entry, consultation);
          return;
        case 'ended':
          done();
          void this.#failed(entry, call.endReason ?? 'failed');
          return;
        case 'ending':
          // The agent's own doing: nothing has failed.
          done();
          void this.#takeBack(entry);
          return;
        case 'ringing':
        case 'answering':
        case 'dialling':
          return;
        default:
          unreachable(call.phase);
      }
    };
    consultation.onChange(consultation.call);
  }

  async #replace(entry: CallEntry, consultation: CallEntry): Promise<void> {
    const uri = replacing(consultation.session);
    if (uri === null) await this.#failed(entry, 'failed');
    else await this.#refer(entry, uri, consultation);
  }

  async #refer(entry: CallEntry, uri: string, consultation: CallEntry | null): Promise<void> {
    const failure = await refer(entry, uri, this.#ports, (stage) => {
      this.#calls.apply(entry, { type: 'transferProgressed', stage });
      const { transfer } = entry.call;
      const rings = transfer.phase === 'transferring' && transfer.stage === 'ringing';
      // A target that we have spoken with, or that has answered us, does not ring any more.
      entry.takenOn = consultation !== null || !rings;
    });
    entry.takenOn = false;
    if (failure !== null) await this.#failed(entry, failure);
    // Our own hanging up, or the caller's, ends the waiting as well and is no transfer.
    else if (entry.endReason === null || entry.endReason === 'transferred')
      for (const done of consultation === null ? [entry] : [entry, consultation]) {
        done.endReason ??= 'transferred';
        this.#control.hangUp(done.call.id);
      }
  }

  /** The agent has changed his mind: the caller is with him again. */
  async #takeBack(entry: CallEntry): Promise<void> {
    this.#calls.apply(entry, { type: 'transferWithdrawn' });
    await this.#control.resume(entry.call.id);
  }

  /** The caller is back, at once if nobody else is talking; during a consultation he goes on waiting. */
  async #failed(entry: CallEntry, reason: EndReason): Promise<void> {
    this.#calls.apply(entry, { type: 'transferFailed', reason });
    const { transfer, id } = entry.call;
    if (transfer.phase === 'consulting' || this.#calls.calls.some(isTalking)) return;
    await this.#control.resume(id);
  }
}

function isTalking({ phase, hold }: Call): boolean {
  return phase === 'connected' && hold !== 'held';
}
