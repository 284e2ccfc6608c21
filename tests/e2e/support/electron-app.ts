import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { sandboxArguments } from '../../../tools/setup/electron-arguments.ts';
import { electronRuntime } from '../../../tools/setup/electron-runtime.ts';
import { root } from '../../../tools/setup/paths.ts';

export type PageName = 'desk' | 'ring' | 'phone' | 'caller';

export interface LaunchOptions {
  /** Managed settings (contents of the policy file); none: practice mode. */
  policy?: object;
  /** Profile folder to use (and keep); default: a new one that is removed at the end. */
  userData?: string;
  /** SIP password of the account, handed over as AMTSDRAHT_SIP_PASSWORD. */
  password?: string;
  /** Wav file that the fake microphone plays; default: Chromium's beep once a second. */
  fakeMicrophone?: string;
  /** Starts as at the very first time, with the set-up of the workplace; default: that is done. */
  firstStart?: boolean;
  /** No microphone at all, whatever the machine has. */
  noMicrophone?: boolean;
  /** Stands in for /etc/hosts, for this app alone (Linux, root); what is written to it later counts as well. */
  hostsFile?: string;
  env?: Record<string, string>;
  args?: readonly string[];
  /** Folder of the app; default: the project. */
  app?: string;
}

export interface LaunchedApp {
  app: ElectronApplication;
  /** The window with this page, waiting up to 20 s for it to open and load. */
  page: (name: PageName) => Promise<Page>;
  desk: () => Promise<Page>;
  phone: () => Promise<Page>;
  /** stdout and stderr of all processes so far (Linux). Gone after `close`. */
  output: () => string;
  /** Profile folder, with settings and log. */
  userData: string;
  close: () => Promise<void>;
}

/** A simulated microphone, but no simulated consent: the app's own permission rules decide. */
const fakeDevices = ['--use-fake-device-for-media-stream'];
const pageLimit = 20_000;
const closeLimit = 8_000;

async function findPage(app: ElectronApplication, name: PageName): Promise<Page> {
  const isIt = (page: Page): boolean => !page.isClosed() && page.url().startsWith(`app://${name}/`);
  const until = Date.now() + pageLimit;
  for (;;) {
    const found = app.windows().find(isIt);
    if (found !== undefined) {
      await found.waitForLoadState('load', { timeout: pageLimit });
      return found;
    }
    if (Date.now() > until) {
      const urls = app.windows().map((page) => page.url());
      throw new Error(`no window app://${name}/, only: ${urls.join(', ') || 'none'}`);
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

/**
 * Playwright hands out the process only when the app already runs; what it wrote until then would be lost.
 * So a small script (Linux) starts Electron under the same process number with a copy of its output.
 */
async function withCopiedOutput(
  executable: string,
  folder: string,
  file: string,
  hostsFile: string | undefined,
): Promise<string> {
  if (process.platform !== 'linux') return executable;
  const script = join(folder, 'electron.sh');
  const own = `mount --bind "$0" /etc/hosts && exec "$@"`;
  const command =
    hostsFile === undefined
      ? `'${executable}'`
      : `unshare --mount sh -c '${own}' '${hostsFile}' '${executable}'`;
  const lines = [
    '#!/bin/bash',
    `exec ${command} "$@" > >(tee -a '${file}') 2> >(tee -a '${file}' >&2)`,
  ];
  await writeFile(script, `${lines.join('\n')}\n`, { mode: 0o755 });
  return script;
}

/** As the agent does it at the first start; what a profile has already stays. */
async function endSetup(profile: string): Promise<void> {
  await mkdir(profile, { recursive: true });
  await writeFile(join(profile, 'settings.json'), '{"setupAtStart":false}', { flag: 'wx' }).catch(
    () => undefined,
  );
}

/** Closes as a person would; what does not end within 8 s is killed, so that no test leaves an app behind. */
async function closeApp(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const late = setTimeout(() => child.kill('SIGKILL'), closeLimit);
  try {
    await app.close();
  } catch {
    child.kill('SIGKILL'); // it has crashed or was killed by the test
  } finally {
    clearTimeout(late);
  }
}

/**
 * Starts the built app in the real Electron with a fake microphone and a profile of its own.
 * Needs `prepareForElectron` before (Vitest's global set-up does it).
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const { executable } = await electronRuntime();
  const temporary = await mkdtemp(join(tmpdir(), 'amtsdraht-e2e-'));
  const outputFile = join(temporary, 'output.log');
  const userData = options.userData ?? join(temporary, 'profile');
  if (options.firstStart !== true) await endSetup(userData);
  const args = [
    ...sandboxArguments(),
    ...(options.noMicrophone === true ? ['--disable-audio-input'] : fakeDevices),
    '--autoplay-policy=no-user-gesture-required',
  ];
  if (options.fakeMicrophone !== undefined)
    args.push(`--use-file-for-fake-audio-capture=${options.fakeMicrophone}`);
  args.push(options.app ?? root, '--user-data', userData);
  if (options.policy !== undefined) {
    const file = join(temporary, 'policy.json');
    await writeFile(file, JSON.stringify(options.policy));
    args.push('--policy', file);
  }
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const password =
    options.password === undefined ? {} : { AMTSDRAHT_SIP_PASSWORD: options.password };
  const env: Record<string, string | undefined> = { ...inherited, ...password, ...options.env };
  const app = await _electron.launch({
    executablePath: await withCopiedOutput(executable, temporary, outputFile, options.hostsFile),
    args: [...args, ...(options.args ?? [])],
    cwd: root,
    env: Object.fromEntries(
      Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  });
  return {
    app,
    page: (name) => findPage(app, name),
    desk: () => findPage(app, 'desk'),
    phone: () => findPage(app, 'phone'),
    output: () => (existsSync(outputFile) ? readFileSync(outputFile, 'utf8') : ''),
    userData,
    close: async () => {
      await closeApp(app);
      await rm(temporary, { recursive: true, force: true });
    },
  };
}
