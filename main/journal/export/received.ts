import { z } from 'zod';
import { readKept, writeKept } from '../../files/index.ts';
import type { Journal, PlacedEntry } from '../journal.ts';

/** The last entry that the centre has received. The id tells whether the place still holds it. */
const receivedSchema = z.strictObject({ day: z.string(), offset: z.int(), id: z.string() });
type ReceivedEntry = z.infer<typeof receivedSchema>;

/** As versions before wrote it: the number of the entry among those of its day that were readable then. */
const numberedSchema = z.strictObject({ day: z.string(), index: z.int() });

/**
 * Up to where the journal has been received, on the disk. Where a damaged file leaves that open, entries go
 * once more rather than not at all: the centre knows them by their ids.
 */
export class Received {
  readonly #file: string;
  readonly #journal: Journal;
  #last: ReceivedEntry | null;

  /** @param file `journal-export.json` of the profile */
  constructor(file: string, journal: Journal, now: number) {
    this.#file = file;
    this.#journal = journal;
    const kept = z.union([receivedSchema, numberedSchema]).nullable();
    const { content } = readKept(file, kept, null, now);
    this.#last = content === null || 'offset' in content ? content : this.#placed(content);
  }

  /** Entries that have not been received, oldest first. */
  waiting(): readonly PlacedEntry[] {
    const last = this.#last;
    const { entries } = this.#journal.read(last?.day);
    if (last === null) return entries;
    const ofDay = entries.filter(({ position }) => position.day === last.day);
    const rest = entries.slice(ofDay.length);
    // Cut off before the place: nobody knows what was received of what stands there now.
    const cut = ofDay.every(({ position }) => position.offset < last.offset);
    if (cut) return entries;
    return [
      ...ofDay.filter(
        ({ position: { offset }, entry }) =>
          offset > last.offset || (offset === last.offset && entry.id !== last.id),
      ),
      ...rest,
    ];
  }

  /** Everything up to this entry has been received. @throws when the disk does not take it */
  set({ position: { day, offset }, entry: { id } }: PlacedEntry): void {
    this.#last = { day, offset, id };
    writeKept(this.#file, this.#last);
  }

  /** Lines that are damaged since may have been counted: as many entries are sent once more. */
  #placed({ day, index }: z.infer<typeof numberedSchema>): ReceivedEntry {
    const { entries, damaged } = this.#journal.read(day);
    const ofDay = entries.filter(({ position }) => position.day === day);
    const known = ofDay[Math.min(index, ofDay.length - 1) - damaged];
    return { day, offset: known?.position.offset ?? -1, id: known?.entry.id ?? '' };
  }
}
