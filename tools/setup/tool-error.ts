/** A wrong call of a tool (exit code 2) or something that cannot be read (exit code 1); `finish` tells it. */
export class ToolError extends Error {
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
