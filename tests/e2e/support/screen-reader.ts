import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Orca, the screen reader of Debian's desktops, with a session bus of its own and a voice that writes. */
export interface ScreenReader {
  /** For the app, so that it meets the screen reader. */
  readonly env: Record<string, string>;
  /** Everything it has said so far, in order. */
  readonly said: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts Orca on the present screen. @throws when it or its bus does not come up within 20 s */
export async function startScreenReader(): Promise<ScreenReader> {
  const home = await mkdtemp(join(tmpdir(), 'amtsdraht-orca-'));
  const runtime = join(home, 'run');
  await mkdir(runtime, { mode: 0o700 });
  const paper = join(home, 'said.txt');
  const socket = join(runtime, 'speechd.sock');
  const base = { ...process.env, HOME: home, XDG_RUNTIME_DIR: runtime, LANG: 'C.UTF-8' };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nosyslog', '--print-address'], {
    env: base,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const env = { ...base, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus) };
  const voice = await startVoice(home, socket, paper, env);
  const orca = spawn('orca', ['--replace'], {
    env: { ...env, SPEECHD_ADDRESS: `unix_socket:${socket}` },
    stdio: 'ignore',
  });
  const said = (): string[] =>
    existsSync(paper)
      ? readFileSync(paper, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
  const until = Date.now() + 20_000;
  while (said().length === 0) {
    if (Date.now() > until) throw new Error('Orca says nothing');
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return {
    env: {
      DBUS_SESSION_BUS_ADDRESS: env.DBUS_SESSION_BUS_ADDRESS,
      XDG_RUNTIME_DIR: runtime,
      // Desktops tell Chromium over their own settings service that somebody listens.
      ACCESSIBILITY_ENABLED: '1',
    },
    said,
    stop: async () => {
      // Orca holds on to the bus, and the bus to what was started over it.
      for (const child of [orca, voice, bus]) await ended(child);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A voice that writes down what it is given, at once and in full. */
async function startVoice(
  home: string,
  socket: string,
  paper: string,
  env: NodeJS.ProcessEnv,
): Promise<ChildProcess> {
  const config = join(home, 'speech-dispatcher');
  await mkdir(join(config, 'modules'), { recursive: true });
  const settings = {
    'speechd.conf': [
      'AudioOutputMethod "alsa"',
      'AudioALSADevice "null"',
      'AddModule "writer" "sd_generic" "writer.conf"',
      'DefaultModule writer',
    ],
    'modules/writer.conf': [
      `GenericExecuteSynth "echo \\'$DATA\\' >> ${paper}"`,
      'GenericLanguage "en" "en" "utf-8"',
      'AddVoice "en" "MALE1" "writer"',
      'DefaultVoice "writer"',
    ],
  };
  for (const [name, lines] of Object.entries(settings))
    await writeFile(join(config, name), `${lines.join('\n')}\n`);
  const where = ['--communication-method', 'unix_socket', '--socket-path', socket];
  return spawn(
    'speech-dispatcher',
    ['--run-single', ...where, '--config-dir', config, '--log-dir', home],
    { env, stdio: 'ignore' },
  );
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error('the session bus did not come up within 10 s'));
    }, 10_000);
    child.once('error', reject);
    child.stdout?.once('data', (data: Buffer) => {
      clearTimeout(late);
      resolve(data.toString().split('\n')[0] ?? '');
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}
