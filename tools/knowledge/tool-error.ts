/** A wrong call of the tool (exit code 2) or something that cannot be read (exit code 1). */
export class ToolError extends Error {
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** parseArgs explains in English and at length. */
export function argumentReason(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? '';
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Die Angabe ${option} gibt es nicht.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `Zu ${option} fehlt der Wert, oder es verträgt keinen.`;
  return `Die Angaben sind nicht lesbar: ${error.message}`;
}
