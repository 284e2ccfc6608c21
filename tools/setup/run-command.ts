import { spawn } from 'node:child_process';

export interface CommandResult {
  code: number;
  output: string;
  timedOut: boolean;
}

interface Options {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Milliseconds until the command is killed; default: none. */
  limit?: number;
  /** `show` sends output to our stderr (stdout belongs to JSON), `keep` returns it; default `keep`. */
  output?: 'show' | 'keep';
}

/**
 * Runs a command to its end. Never rejects: a command that cannot be started has code 127 and the reason
 * as output.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, limit, output = 'keep' }: Options = {},
): Promise<CommandResult> {
  return new Promise((finish) => {
    const sink = output === 'show' ? 2 : 'pipe';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', sink, sink] });
    let text = '';
    let timedOut = false;
    const collect = (chunk: Buffer): void => {
      text += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const timer =
      limit === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, limit);
    child.on('error', (error) => {
      clearTimeout(timer);
      finish({ code: 127, output: error.message, timedOut });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      finish({ code: code ?? 1, output: text, timedOut });
    });
  });
}

/** Like {@link runCommand}, but a failure is an error that carries the end of the output. */
export async function mustRun(
  command: string,
  args: readonly string[],
  options: Options = {},
): Promise<string> {
  const { code, output } = await runCommand(command, args, options);
  if (code !== 0) {
    const end = output.trim().split('\n').slice(-15).join('\n');
    throw new Error(`${[command, ...args].join(' ')} failed with ${String(code)}\n${end}`);
  }
  return output;
}
