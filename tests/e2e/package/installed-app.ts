import { spawn } from 'node:child_process';
import {
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { mustRun } from '../../../tools/setup/run-command.ts';
import { installedProgram } from './debian-package.ts';

interface StartOptions {
  /** Home folder to use; default: a new one. */
  readonly home?: string;
  /** Program file; default: the installed package's. */
  readonly program?: string;
  readonly policy?: object;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** The installed program, started as an ordinary user with the real sandbox. */
export interface InstalledApp {
  readonly pid: number;
  /** Number of the ordinary user. */
  readonly uid: number;
  readonly userData: string;
  /** stdout and stderr so far. */
  readonly output: () => string;
  /** The page app://NAME/, waiting up to 20 s for it. */
  readonly page: (name: 'desk' | 'phone' | 'caller') => Promise<Page>;
  /** Ends it as a session's end does (SIGTERM) and returns the exit code. The profile stays until `clean`. */
  readonly stop: () => Promise<number | null>;
  readonly clean: () => Promise<void>;
}

const limit = 20_000;

/** The account without rights that every system has. */
async function ordinaryUser(): Promise<{ uid: number; gid: number }> {
  const read = async (flag: string): Promise<number> =>
    Number((await mustRun('id', [flag, 'nobody'])).trim());
  return { uid: await read('-u'), gid: await read('-g') };
}

/**
 * A fully fused build has no inspector, so Playwright cannot start it; it is reached over the DevTools
 * protocol of Chromium instead (decision 0003).
 */
export async function startInstalledApp(options: StartOptions = {}): Promise<InstalledApp> {
  const { uid, gid } = await ordinaryUser();
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'amtsdraht-user-')));
  const userData = join(home, 'profile');
  const args = [
    '--remote-debugging-port=0',
    '--use-fake-device-for-media-stream',
    ...['--user-data', userData],
    ...(options.args ?? []),
  ];
  if (options.policy !== undefined) {
    await writeFile(join(home, 'policy.json'), JSON.stringify(options.policy));
    args.push('--policy', join(home, 'policy.json'));
  }
  await mkdir(join(home, 'run'), { recursive: true, mode: 0o700 });
  // The set-up of the workplace is done, or it would stand before what the tests press.
  await mkdir(userData, { recursive: true });
  await writeFile(join(userData, 'settings.json'), '{"setupAtStart":false}');
  for (const path of [home, join(home, 'run'), userData, join(userData, 'settings.json')])
    await chown(path, uid, gid);
  const child = spawn(options.program ?? installedProgram, args, {
    cwd: home,
    uid,
    gid,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/bin:/bin',
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'run'),
      LANG: 'C.UTF-8',
      DISPLAY: process.env['DISPLAY'],
      ...options.env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const gone = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const address = await until('the DevTools address', () => {
    if (child.exitCode !== null)
      throw new Error(`it ended with ${String(child.exitCode)}:\n${output}`);
    return /DevTools listening on (ws:\S+)/.exec(output)?.[1];
  });
  const pages = await pagesOf(address);
  return {
    pid: child.pid ?? 0,
    uid,
    userData,
    output: () => output,
    page: pages.page,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(kill, 8_000);
      const code = await gone;
      clearTimeout(late);
      process.off('exit', kill);
      await pages.close();
      return code;
    },
    clean: () => rm(home, { recursive: true, force: true }),
  };
}

/** The pages of a running program. @param address of its DevTools */
async function pagesOf(
  address: string,
): Promise<Pick<InstalledApp, 'page'> & { readonly close: () => Promise<void> }> {
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  return {
    page: async (name) => {
      const found = await until(`app://${name}/`, () =>
        browser
          .contexts()
          .flatMap((context) => context.pages())
          .find((page) => page.url().startsWith(`app://${name}/`)),
      );
      await found.waitForLoadState('load', { timeout: limit });
      return found;
    },
    close: () => browser.close().catch(() => undefined),
  };
}

/** The pages of a program that has started itself anew; Chromium leaves the address in the profile. */
export async function pagesOfProfile(userData: string): ReturnType<typeof pagesOf> {
  const text = await readFile(join(userData, 'DevToolsActivePort'), 'utf8');
  const [port = '', path = ''] = text.split('\n');
  return pagesOf(`ws://127.0.0.1:${port}${path}`);
}

async function until<Found>(what: string, look: () => Found | undefined): Promise<Found> {
  const end = Date.now() + limit;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} did not come within ${String(limit / 1000)} s`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

/** What the kernel says about one process of the program. */
export interface RunningProcess {
  readonly pid: number;
  readonly command: readonly string[];
  readonly uid: number;
  /** 2: system calls are filtered. */
  readonly seccomp: number;
  readonly noNewPrivileges: boolean;
  /** Name of its user namespace. */
  readonly namespace: string;
}

/** All processes that were started from the installed program. */
export async function runningProcesses(): Promise<RunningProcess[]> {
  const found: RunningProcess[] = [];
  for (const name of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const read = (file: string): Promise<string> => readFile(join('/proc', name, file), 'utf8');
    try {
      const command = (await read('cmdline')).split(/[\0 ]/);
      if (command[0] !== installedProgram && command[0] !== '/proc/self/exe') continue;
      const exe = await readlink(join('/proc', name, 'exe'));
      if (!exe.startsWith(installedProgram)) continue;
      const status = await read('status');
      const field = (key: string): number =>
        Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? -1);
      found.push({
        pid: Number(name),
        command,
        uid: field('Uid'),
        seccomp: field('Seccomp'),
        noNewPrivileges: field('NoNewPrivs') === 1,
        namespace: await readlink(join('/proc', name, 'ns', 'user')),
      });
    } catch {
      // ended while we looked
    }
  }
  return found;
}

/** Processes whose command line contains a text. */
export async function processesWith(text: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const command = await readFile(join('/proc', name, 'cmdline'), 'utf8').catch(() => '');
    if (command.includes(text)) found.push(Number(name));
  }
  return found;
}
