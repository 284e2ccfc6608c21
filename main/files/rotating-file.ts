import { appendFileSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** When a file is full, and how many are kept, the current one included. */
export interface Rotation {
  readonly maxBytes: number;
  readonly files: number;
}

/** The current file and its predecessors, newest first: `name.log`, `name.1.log`, …; they need not exist. */
export function rotatedNames(file: string, { files }: Rotation): readonly string[] {
  const ending = extname(file);
  const stem = join(dirname(file), basename(file, ending));
  return [
    file,
    ...Array.from({ length: files - 1 }, (_, index) => `${stem}.${index + 1}${ending}`),
  ];
}

/**
 * Appends to a file; one that is full becomes `name.1.log`, that one `name.2.log`, and the oldest is dropped.
 * Synchronous, so that the last line before a crash is there.
 * @throws when the disk does not take it
 */
export function appendRotating(file: string, text: string, rotation: Rotation): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 0 && size + Buffer.byteLength(text) > rotation.maxBytes) {
    const names = rotatedNames(file, rotation);
    for (let index = names.length - 1; index > 0; index -= 1) {
      const [from = file, to = file] = [names[index - 1], names[index]];
      if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, to);
    }
  }
  appendFileSync(file, text);
}
