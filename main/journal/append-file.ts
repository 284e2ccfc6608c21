import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A whole line and the byte of the file at which it begins, which never changes. */
export interface PlacedLine {
  readonly offset: number;
  readonly text: string;
}

/** Lines of a file, and how many of them were damaged and left out. */
export interface ReadLines {
  readonly lines: readonly PlacedLine[];
  readonly damaged: number;
}

/**
 * A file to which lines are only added. Each line has a checksum before it and is on the disk when
 * `append` returns, so that a kill at any byte loses at most the line that was being written.
 */
export class AppendFile {
  readonly #file: string;
  #prepared = false;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * @param text one line, without a line break
   * @throws when the disk does not take it; what was there before stays as it was
   */
  append(text: string): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    const handle = openSync(this.#file, 'a+', 0o600);
    try {
      if (!this.#prepared) this.#cutTornLine(handle);
      this.#prepared = true;
      this.#write(handle, Buffer.from(`${checksum(text)} ${text}\n`));
      fsyncSync(handle);
    } catch (error) {
      this.#prepared = false;
      throw error;
    } finally {
      closeSync(handle);
    }
  }

  /** Every whole line; a file that is not there has none. @throws when it cannot be read */
  read(): ReadLines {
    let content: Buffer;
    try {
      content = readFileSync(this.#file);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return { lines: [], damaged: 0 };
      throw error;
    }
    const written = placedLines(content);
    const lines = written.flatMap(({ offset, text: line }) => {
      const text = line.slice(checksumLength + 1);
      return line.startsWith(`${checksum(text)} `) ? [{ offset, text }] : [];
    });
    return { lines, damaged: written.length - lines.length };
  }

  /** A line without its end was being written when the process died: nothing may be joined to it. */
  #cutTornLine(handle: number): void {
    const content = readFileSync(handle);
    const end = content.lastIndexOf('\n') + 1;
    if (end < content.length) ftruncateSync(handle, end);
  }

  #write(handle: number, bytes: Buffer): void {
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
  }
}

function placedLines(content: Buffer): PlacedLine[] {
  const lines: PlacedLine[] = [];
  for (let offset = 0; offset < content.length;) {
    const found = content.indexOf('\n', offset);
    const end = found === -1 ? content.length : found;
    if (end > offset) lines.push({ offset, text: content.toString('utf8', offset, end) });
    offset = end + 1;
  }
  return lines;
}

const checksumLength = 8;

/** Finds torn and flipped bytes; not a protection against anybody. */
function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, checksumLength);
}
