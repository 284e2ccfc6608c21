import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { journalEntrySchema, type JournalEntry } from '../../shared/journal/entry.ts';
import { AppendFile } from './append-file.ts';

/** Where an entry stands: its day and the byte of that day's file at which it begins. Never changes. */
export interface Position {
  /** UTC date, `YYYY-MM-DD`. */
  readonly day: string;
  readonly offset: number;
}

export interface PlacedEntry {
  readonly position: Position;
  readonly entry: JournalEntry;
}

const dayMs = 86_400_000;
const fileName = /^(\d{4}-\d{2}-\d{2})\.log$/;

/**
 * What agents have entered about calls and gaps, one file a day in UTC, only ever added to. Holds no caller.
 */
export class Journal {
  readonly #folder: string;
  readonly #files = new Map<string, AppendFile>();

  /** @param folder made when the first entry is written */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The entry is on the disk when this returns. @throws when the disk does not take it */
  append(entry: JournalEntry): void {
    this.#file(utcDay(entry.at)).append(JSON.stringify(entry));
  }

  /**
   * Entries from a day on, oldest first; lines that are damaged are counted and left out.
   * @param from UTC date; default: all
   */
  read(from = ''): { readonly entries: readonly PlacedEntry[]; readonly damaged: number } {
    const entries: PlacedEntry[] = [];
    let damaged = 0;
    for (const day of this.#days().filter((candidate) => candidate >= from)) {
      const read = this.#file(day).read();
      damaged += read.damaged;
      for (const { offset, text } of read.lines) {
        const parsed = parse(text);
        if (parsed === null) damaged += 1;
        else entries.push({ position: { day, offset }, entry: parsed });
      }
    }
    return { entries, damaged };
  }

  /** Deletes the days that are older than the retention. @param days how long an entry is kept */
  prune(days: number, now: number): void {
    const oldest = utcDay(now - days * dayMs);
    for (const day of this.#days().filter((candidate) => candidate < oldest)) {
      rmSync(join(this.#folder, `${day}.log`), { force: true });
      this.#files.delete(day);
    }
  }

  #file(day: string): AppendFile {
    const known = this.#files.get(day) ?? new AppendFile(join(this.#folder, `${day}.log`));
    this.#files.set(day, known);
    return known;
  }

  #days(): string[] {
    try {
      return readdirSync(this.#folder)
        .flatMap((name) => fileName.exec(name)?.[1] ?? [])
        .toSorted();
    } catch {
      return [];
    }
  }
}

/** UTC date of a moment, `YYYY-MM-DD`. @param at epoch milliseconds */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function parse(line: string): JournalEntry | null {
  try {
    return journalEntrySchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
