import type { Call } from '../../shared/call/call.ts';
import type { Callback, CallbackOrder } from '../../shared/journal/callback.ts';
import type { JournalEvent } from '../../shared/journal/cloud-event.ts';
import type { GapEntry, JournalEntry } from '../../shared/journal/entry.ts';
import { latestOfEach } from '../../shared/journal/figures.ts';
import { entryOf } from '../../shared/journal/wrap-up.ts';
import {
  utcDay,
  type CallbackList,
  type Exporter,
  type Journal,
  type WrapUps,
} from '../journal/index.ts';
import type { DeskStateHolder } from './desk-state.ts';

export interface AfterCallOptions {
  readonly wrapUps: WrapUps;
  readonly callbacks: CallbackList;
  readonly journal: Journal;
  readonly exporter: Exporter;
  readonly state: DeskStateHolder;
  readonly onFailure: (message: string) => void;
  readonly onWritten: () => void;
  readonly now: () => number;
  readonly newId: () => string;
}

type Written = 'saved' | 'diskFull';
const dayMs = 86_400_000;

/** What happens with a call when it is over: wrap-up, journal, call-backs. */
export class AfterCall {
  readonly wrapUps: WrapUps;
  readonly callbacks: CallbackList;
  readonly exporter: Exporter;
  readonly #options: AfterCallOptions;

  constructor(options: AfterCallOptions) {
    this.#options = options;
    this.wrapUps = options.wrapUps;
    this.callbacks = options.callbacks;
    this.exporter = options.exporter;
  }

  /** Follows the calls; whoever lost the connection before being helped goes on the call-back list. */
  follow(before: readonly Call[], after: readonly Call[]): void {
    const { state } = this.#options;
    const practice = state.current.mode === 'practice';
    this.wrapUps.follow(after, (id) => state.card(id), practice);
    // Whoever calls in practice waits for nobody.
    if (practice) return;
    for (const call of after) {
      const { number } = call.party;
      const lost =
        call.phase === 'ended' &&
        call.direction === 'incoming' &&
        call.endReason === 'connectionLost' &&
        before.some(({ id, phase }) => id === call.id && phase !== 'ended');
      if (!lost || number === null) continue;
      const card = state.card(call.id);
      this.#write(() => {
        this.callbacks.add({
          id: this.#options.newId(),
          reason: 'lost',
          createdAt: this.#options.now(),
          dueAt: this.#options.now(),
          number,
          name: call.party.displayName,
          lineName: card?.line?.name ?? null,
          municipality: card?.municipality ?? null,
          subject: null,
          doneAt: null,
        });
      });
    }
  }

  /** Enters a wrap-up in the journal, and a promised call-back; nothing is entered of a practice call. */
  save(callId: string, callback: CallbackOrder | null): Written | 'gone' {
    const wrapUp = this.wrapUps.find(callId);
    if (wrapUp === undefined) return 'gone';
    const written = this.#write(() => {
      // The call's own id: entered twice after a crash or a full disk, it is one entry.
      if (!wrapUp.practice)
        this.#options.journal.append(entryOf(wrapUp, callId, this.#options.now()));
      if (callback !== null && !wrapUp.practice)
        this.callbacks.add({
          ...callback,
          ...this.#newCallback(),
          lineName: wrapUp.line?.name ?? null,
          municipality: wrapUp.municipality,
        });
    });
    if (written === 'diskFull') return written;
    this.wrapUps.remove(callId);
    this.exporter.wake();
    return written;
  }

  /** Enters a gap in the journal; in practice mode nothing is entered. */
  reportGap(gap: Omit<GapEntry, 'type' | 'id' | 'at'>): Written {
    const entry = {
      ...gap,
      type: 'gap' as const,
      id: this.#options.newId(),
      at: this.#options.now(),
    };
    const practice = this.#options.state.current.mode === 'practice';
    const written = this.#write(() => {
      if (!practice) this.#options.journal.append(entry);
    });
    this.exporter.wake();
    return written;
  }

  addCallback(order: CallbackOrder): Written {
    return this.#write(() => {
      this.callbacks.add({ ...order, ...this.#newCallback(), lineName: null, municipality: null });
    });
  }

  changeCallback(id: string, to: 'done' | 'open' | 'removed'): void {
    this.#write(() => {
      if (to === 'removed') this.callbacks.remove(id);
      else this.callbacks.setDone(id, to === 'done');
    });
  }

  /**
   * Entries of a time, and the events they become.
   * @param since epoch milliseconds; default: half a day ago, a shift is no longer
   */
  shift(since = this.#options.now() - dayMs / 2): {
    readonly entries: JournalEntry[];
    readonly events: JournalEvent[];
  } {
    const { entries } = this.#options.journal.read(utcDay(since));
    const recent = latestOfEach(
      entries.filter(({ entry }) => entry.at >= since).map(({ entry }) => entry),
    );
    return {
      entries: [...recent],
      events: recent.map((entry) => this.exporter.preview(entry)),
    };
  }

  #newCallback(): Pick<Callback, 'id' | 'reason' | 'createdAt' | 'doneAt'> {
    return {
      id: this.#options.newId(),
      reason: 'promised',
      createdAt: this.#options.now(),
      doneAt: null,
    };
  }

  #write(write: () => void): Written {
    try {
      write();
      this.#options.onWritten();
      return 'saved';
    } catch (error) {
      this.#options.onFailure(error instanceof Error ? error.message : String(error));
      return 'diskFull';
    }
  }
}
