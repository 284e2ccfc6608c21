import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pbx } from '../pbx/asterisk.ts';

/** Debian's linphone-desktop, registered as agent2, answering by itself what is dialled as `outside`. */
export interface Linphone {
  /** Its process, or the one that holds it. */
  readonly pid: number;
  readonly startedAt: number;
  readonly stop: () => Promise<void>;
}

/** Starts it in a profile and on a session bus of its own, in the screen that DISPLAY names. */
export async function startLinphone(pbx: Pbx): Promise<Linphone> {
  const home = await mkdtemp(join(tmpdir(), 'amtsdraht-linphone-'));
  const settings = join(home, '.config', 'linphone');
  await mkdir(settings, { recursive: true });
  await mkdir(join(home, 'run'), { mode: 0o700 });
  const lines = [
    '[sip]',
    `sip_port=${String(pbx.ports.outside)}`,
    ...['sip_tcp_port=0', 'sip_tls_port=0', 'default_proxy=0', 'guess_hostname=1'],
    '[proxy_0]',
    `reg_proxy=<sip:127.0.0.1:${String(pbx.ports.sip)};transport=udp>`,
    ...['reg_identity=sip:agent2@127.0.0.1', 'reg_expires=300', 'reg_sendregister=1'],
    '[auth_info_0]',
    ...['username=agent2', 'passwd=practice-only-2'],
    '[ui]',
    ...['auto_answer=1', 'auto_answer_delay=0', 'check_for_update_enabled=0'],
    '[net]',
    'enable_ipv6=0',
  ];
  await writeFile(join(settings, 'linphonerc'), `${lines.join('\n')}\n`);
  const startedAt = Date.now();
  const child = spawn('dbus-run-session', ['--', 'linphone'], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      DISPLAY: process.env['DISPLAY'],
      XDG_RUNTIME_DIR: join(home, 'run'),
      LANG: 'C.UTF-8',
    },
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    startedAt,
    stop: async () => {
      child.kill('SIGTERM');
      await Promise.race([gone, new Promise((wake) => setTimeout(wake, 5_000))]);
      child.kill('SIGKILL');
      await rm(home, { recursive: true, force: true });
    },
  };
}
