import { eventOf, type JournalEvent } from '../../../shared/journal/cloud-event.ts';
import type { JournalEntry } from '../../../shared/journal/entry.ts';
import type { Journal } from '../journal.ts';
import { Received } from './received.ts';

/** How the export stands, as the desk shows it. */
export interface ExportState {
  /** Entries that have not been received yet. */
  readonly waiting: number;
  /** Epoch milliseconds of the last batch that was received; null: none since the start. */
  readonly sentAt: number | null;
  /** Why the last attempt failed, in German; null: it did not. */
  readonly failure: string | null;
}

export interface ExporterOptions {
  readonly journal: Journal;
  /** Remembers what has been received: `journal-export.json` of the profile. */
  readonly file: string;
  /** Place that sends, a URI reference. */
  readonly source: string;
  /** Endpoint of the centre; undefined: nothing leaves the machine. */
  readonly url: () => string | undefined;
  /** Pseudonym of the agent, where the policy wants one. */
  readonly agent: () => string | null;
  /** POSTs a batch. @returns HTTP status; rejects when there was no answer in time */
  readonly post: (url: string, body: string) => Promise<number>;
  readonly now: () => number;
  readonly random: () => number;
  /** Runs something later; returns what calls it off. */
  readonly later: (run: () => void, ms: number) => () => void;
  readonly onState: (state: ExportState) => void;
  readonly onFailure: (message: string) => void;
}

/** Events in one request at most. */
export const batchSize = 100;
const firstPauseMs = 30_000;
const longestPauseMs = 30 * 60_000;
/** Entries of a shift go together, not one by one. */
const gatherMs = 10_000;

/**
 * Sends the journal to the centre as CloudEvents batches, in order, each until it was received: after an
 * outage of any length nothing is missing, and what arrives twice has the same id.
 */
export class Exporter {
  readonly #options: ExporterOptions;
  readonly #received: Received;
  #pauseMs = firstPauseMs;
  #callOff: (() => void) | null = null;
  #sending = false;
  #state: ExportState = { waiting: 0, sentAt: null, failure: null };

  constructor(options: ExporterOptions) {
    this.#options = options;
    this.#received = new Received(options.file, options.journal, options.now());
  }

  get state(): ExportState {
    return this.#state;
  }

  /** Something was entered, or the settings changed: sends soon. */
  wake(): void {
    this.#tell({ waiting: this.#received.waiting().length });
    if (this.#options.url() === undefined || this.#sending) return;
    if (this.#state.failure === null) this.#plan(gatherMs);
  }

  /** Sends at once, whatever the pause. */
  async now(): Promise<void> {
    this.#callOff?.();
    this.#callOff = null;
    await this.#send();
  }

  stop(): void {
    this.#callOff?.();
  }

  /** What would be sent for this entry, to be shown before it is. */
  preview(entry: JournalEntry): JournalEvent {
    return eventOf(entry, this.#options.source, this.#options.agent());
  }

  async #send(): Promise<void> {
    const url = this.#options.url();
    if (url === undefined || this.#sending) return;
    this.#sending = true;
    try {
      for (;;) {
        const batch = this.#received.waiting().slice(0, batchSize);
        const last = batch.at(-1);
        if (last === undefined) break;
        const events = batch.map(({ entry }) => this.preview(entry));
        const failure = await this.#post(url, JSON.stringify(events));
        if (failure !== null) {
          this.#failed(failure);
          return;
        }
        this.#received.set(last);
        this.#pauseMs = firstPauseMs;
        const { length } = this.#received.waiting();
        this.#tell({ waiting: length, sentAt: this.#options.now(), failure: null });
      }
    } catch (error) {
      // The disk does not take the position: what was received is sent again, with the same ids.
      this.#failed(error instanceof Error ? error.message : String(error));
    } finally {
      this.#sending = false;
    }
  }

  async #post(url: string, body: string): Promise<string | null> {
    try {
      const status = await this.#options.post(url, body);
      return status >= 200 && status < 300 ? null : `Der Server antwortet mit ${String(status)}.`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  #failed(failure: string): void {
    if (this.#state.failure !== failure) this.#options.onFailure(failure);
    this.#tell({ waiting: this.#received.waiting().length, failure });
    // Half to one and a half times the pause: desks that failed together do not come back together.
    this.#plan(this.#pauseMs * (0.5 + this.#options.random()));
    this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs * 2);
  }

  #plan(ms: number): void {
    this.#callOff ??= this.#options.later(() => {
      this.#callOff = null;
      void this.#send();
    }, ms);
  }

  #tell(changes: Partial<ExportState>): void {
    const next = { ...this.#state, ...changes };
    const same =
      next.waiting === this.#state.waiting &&
      next.sentAt === this.#state.sentAt &&
      next.failure === this.#state.failure;
    this.#state = next;
    if (!same) this.#options.onState(next);
  }
}
