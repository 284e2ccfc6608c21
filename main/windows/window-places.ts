import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bounds } from '../../shared/windows/place.ts';

const boundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
});
const placeSchema = z.strictObject({ bounds: boundsSchema, maximized: z.boolean() });
/** Where the desk was left, and whether it filled the screen. */
export type WindowPlace = z.infer<typeof placeSchema>;
/** The desk has two places: as a whole, and as the narrow strip of the compact mode. */
export type WindowForm = 'whole' | 'compact';

const fileSchema = z.array(
  z.strictObject({ monitors: z.string().max(1000), form: z.string(), place: placeSchema }),
);
type Row = z.infer<typeof fileSchema>[number];

/** Docking stations, home office, meeting rooms: older sets than these are forgotten. */
const maxRows = 24;

/**
 * Places of the desk by set of monitors, in `windows.json` of the profile. Only comfort: a file that cannot
 * be read or written costs a window in the middle of the screen and no message.
 */
export class WindowPlaces {
  readonly #file: string;
  #rows: readonly Row[];

  constructor(folder: string) {
    this.#file = join(folder, 'windows.json');
    this.#rows = readRows(this.#file);
  }

  find(monitors: string, form: WindowForm): (WindowPlace & { readonly bounds: Bounds }) | null {
    return this.#rows.find((row) => row.monitors === monitors && row.form === form)?.place ?? null;
  }

  keep(monitors: string, form: WindowForm, place: WindowPlace): void {
    const others = this.#rows.filter((row) => row.monitors !== monitors || row.form !== form);
    this.#rows = [{ monitors, form, place }, ...others].slice(0, maxRows);
    try {
      writeFileSync(`${this.#file}.new`, JSON.stringify(this.#rows));
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // A full disk must not disturb a call for the sake of a position.
    }
  }
}

function readRows(file: string): readonly Row[] {
  try {
    return fileSchema.catch([]).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
