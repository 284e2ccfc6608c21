import { inspect, stripVTControlCharacters } from 'node:util';
import { ToolError } from './tool-error.ts';

/**
 * Runs a tool to its end and sets the exit code. An error is one message on stderr without a stack:
 * what reaches this place is addressed to the person at the keyboard (AMTSDRAHT_DEBUG=1 shows the stack).
 */
export async function finish(tool: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await tool();
  } catch (error) {
    const debug = process.env['AMTSDRAHT_DEBUG'] !== undefined;
    const text = error instanceof Error && !debug ? error.message : inspect(error);
    // Some tools colour their errors even for a file.
    console.error(process.stderr.isTTY ? text : stripVTControlCharacters(text));
    process.exitCode = error instanceof ToolError ? error.exitCode : 1;
  }
}
