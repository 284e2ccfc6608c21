import { spawn } from 'node:child_process';
import { findProgram } from './system-packages.ts';

export interface VirtualDisplay {
  name: string;
  stop: () => Promise<void>;
}

/** True where a window can be opened on the machine's own screen. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/**
 * Starts a screen of its own (Xvfb, 1440 × 900) that dies with `stop` or with this process.
 * @throws when Xvfb is not installed or does not come up within 10 s.
 */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const program = findProgram('Xvfb');
  if (program === undefined) throw new Error('Xvfb is not installed (Debian package xvfb)');
  const server = spawn(
    program,
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => {
    server.once('exit', () => {
      resolve();
    });
  });
  const kill = (): void => void server.kill('SIGTERM');
  process.once('exit', kill);
  const channel = server.stdio[3];
  if (channel == null || !('on' in channel)) throw new Error('no channel from Xvfb');
  const number = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
      kill();
      reject(new Error('Xvfb did not come up within 10 s'));
    }, 10_000);
    server.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`Xvfb ended with ${String(code)}`));
    });
    channel.once('data', (data: Buffer) => {
      clearTimeout(late);
      resolve(data.toString().trim());
    });
  });
  return {
    name: `:${number}`,
    stop: async () => {
      process.off('exit', kill);
      kill();
      await gone;
    },
  };
}
