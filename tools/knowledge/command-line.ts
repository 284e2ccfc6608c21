import { parseArgs, type ParseArgsConfig } from 'node:util';
import { describeFailure, loadPack } from '../../main/knowledge/index.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { ToolError } from '../setup/tool-error.ts';

/** One command of `npm run knowledge`. */
export interface Command {
  /** Lines for the help, without `npm run knowledge --`. */
  readonly usage: readonly string[];
  /** @returns the exit code */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Arguments of a command. @throws ToolError in German; the entry adds how to call it */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: Options }>> {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw wrongCall(argumentReason(error));
  }
}

/** parseArgs explains in English and at length. */
function argumentReason(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? '';
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Die Angabe ${option} gibt es nicht.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `Zu ${option} fehlt der Wert, oder es verträgt keinen.`;
  return `Die Angaben sind nicht lesbar: ${error.message}`;
}

export function wrongCall(message: string): ToolError {
  return new ToolError(message, 2);
}

/** Value of an option that a command cannot do without. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw wrongCall(`${option} fehlt.`);
  return value;
}

/** A pack folder, checked. */
export async function packAt(folder: string): Promise<KnowledgePack> {
  const pack = await loadPack(folder);
  if (!pack.ok) throw new ToolError(pack.failure.map(describeFailure).join('\n'), 1);
  return pack.value;
}
