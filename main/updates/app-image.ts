import { spawn } from 'node:child_process';
import {
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
} from 'node:fs';

/**
 * Puts a new AppImage in the place and under the name of the old one, so that links to it stay right. The old
 * one stays beside it as `NAME.vorige`; at no moment is there none.
 * @throws when the folder does not take it; the old one is in its place then
 */
export function replaceAppImage(current: string, next: string): void {
  const waiting = `${current}.neu`;
  const previous = `${current}.vorige`;
  try {
    copyFileSync(next, waiting);
    flush(waiting);
    rmSync(previous, { force: true });
    linkSync(current, previous);
    renameSync(waiting, current);
  } catch (error) {
    rmSync(waiting, { force: true });
    throw error;
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What the runtime of the old AppImage has set for its own processes. */
const ofTheOldOne = ['APPIMAGE', 'APPDIR', 'ARGV0', 'OWD'];

/**
 * Starts an AppImage as soon as this process is gone: before, it would be the second instance and give way.
 * @param args of the command line, without the program
 */
export function startAfterwards(file: string, args: readonly string[]): void {
  const wait = 'while kill -0 "$0" 2>/dev/null; do sleep 0.2; done; exec "$@"';
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ofTheOldOne.includes(name)),
  );
  spawn('/bin/sh', ['-c', wait, String(process.pid), file, ...args], {
    detached: true,
    stdio: 'ignore',
    env,
  }).unref();
}

/** What a start of the new version may take, in milliseconds: a slow disk and a virus scanner. */
const startMs = 60_000;

/**
 * Starts a downloaded version on the side, without a window and with a profile of its own. One that does not
 * start here must not replace one that does.
 * @returns null: it started; else what it said
 */
export function startFailure(
  file: string,
  version: string,
  profile: string,
): Promise<string | null> {
  return new Promise((resolve) => {
    const args = ['--check-start', '--user-data', profile];
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: startMs });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-4_000)));
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('close', (code, signal) => {
      const said = output.includes(startedLine(version));
      const end = output.trim().split('\n').at(-1) ?? '';
      resolve(said && code === 0 ? null : `${signal ?? String(code)} ${end}`.slice(0, 300));
    });
  });
}

/** What `--check-start` writes when everything that the window needs is there. */
export function startedLine(version: string): string {
  return `Amtsdraht ${version} startet.`;
}
