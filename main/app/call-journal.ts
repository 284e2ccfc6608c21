import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Call } from '../../shared/call/call.ts';
import {
  callRecordSchema,
  missedCount,
  recordOf,
  retained,
  type CallRecord,
} from '../../shared/call-list/call-record.ts';
import { putAsideIfBroken } from '../files/index.ts';

const fileSchema = z.array(callRecordSchema);

export interface CallJournalOptions {
  /** Profile folder; the list is `call-list.json` in it, readable by its owner only. */
  readonly folder: string;
  /** Days that the file keeps a call; 0: memory only, and no file. */
  readonly days: () => number;
  readonly now: () => number;
  readonly onChange: () => void;
  /** The file cannot be written (full disk); the list goes on in memory. */
  readonly onFailure: (message: string) => void;
}

/** The call list: what came in, went out and was missed, for a day or as long as the settings allow. */
export class CallJournal {
  /** Where a broken file was put aside and why; null when all is well. */
  readonly broken: string | null;
  readonly #options: CallJournalOptions;
  readonly #file: string;
  #records: readonly CallRecord[] = [];

  constructor(options: CallJournalOptions) {
    this.#options = options;
    this.#file = join(options.folder, 'call-list.json');
    this.broken = putAsideIfBroken(this.#file, fileSchema, new Date(options.now()), false);
    const kept = options.days() > 0 ? readRecords(this.#file) : [];
    this.#records = retained(kept, options.days(), options.now());
    // Also without a change: a shorter retention or none has to show in the file.
    this.#write();
  }

  /** Newest first. */
  get records(): readonly CallRecord[] {
    return this.#records;
  }

  get missed(): number {
    return missedCount(this.#records);
  }

  /** Number that was called last; null when there is none. */
  get lastDialled(): string | null {
    return this.#records.find(({ direction }) => direction === 'outgoing')?.party.number ?? null;
  }

  /** Enters the calls that have ended between two pictures. */
  follow(
    before: readonly Call[],
    after: readonly Call[],
    lineNameOf: (callId: string) => string | null,
  ): void {
    const ended = after.filter(
      ({ id, phase }) =>
        phase === 'ended' && before.find((was) => was.id === id)?.phase !== 'ended',
    );
    const fresh = ended
      .filter(({ id }) => this.#records.every((record) => record.id !== id))
      .flatMap((call) => recordOf(call, lineNameOf(call.id)) ?? []);
    if (fresh.length > 0) this.#replace([...fresh, ...this.#records]);
  }

  /** "Alle gesehen": no missed call is left to be looked at. */
  markSeen(): void {
    if (this.missed > 0) this.#replace(this.#records.map((record) => ({ ...record, seen: true })));
  }

  clear(): void {
    this.#replace([]);
  }

  /** Deletes what is older than the retention; to be called now and then. */
  prune(): void {
    if (
      retained(this.#records, this.#options.days(), this.#options.now()).length <
      this.#records.length
    )
      this.#replace(this.#records);
  }

  /** Another retention was chosen: it holds at once, for the file as well. */
  retentionChanged(): void {
    this.#replace(this.#records);
  }

  #replace(records: readonly CallRecord[]): void {
    this.#records = retained(records, this.#options.days(), this.#options.now());
    this.#write();
    this.#options.onChange();
  }

  /** Writes beside the file and renames, so that a crash leaves the old list or the new one. */
  #write(): void {
    try {
      if (this.#options.days() === 0 || this.#records.length === 0) {
        rmSync(this.#file, { force: true });
        return;
      }
      writeFileSync(`${this.#file}.new`, JSON.stringify(this.#records), { mode: 0o600 });
      renameSync(`${this.#file}.new`, this.#file);
    } catch (error) {
      this.#options.onFailure(error instanceof Error ? error.message : String(error));
    }
  }
}

function readRecords(file: string): readonly CallRecord[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
