/** A wrong call of the tool (exit code 2) or something that cannot be done (exit code 1); German. */
export class ToolError extends Error {
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
