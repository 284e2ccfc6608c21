/**
 * Ends the reading of a file from deep within a parser's callbacks. Caught at the door of the import and
 * turned into an ImportFailure; never leaves this folder.
 */
export class ReadAbort extends Error {
  /** Line in the file, from 1; null where there are no lines (wrong bytes). */
  readonly line: number | null;
  /** @param reason German, without a full stop */
  constructor(reason: string, line: number | null = null) {
    super(reason);
    this.line = line;
  }
}
