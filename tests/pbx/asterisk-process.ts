import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Manager } from './manager.ts';
import type { AsteriskInstall } from '../../tools/setup/asterisk-install.ts';
import { runCommand } from '../../tools/setup/run-command.ts';

/** Mounts /proc in a mount namespace of its own, so that nothing is left mounted after a kill. */
const enterOwnDebian = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"';

function command(root: string, args: readonly string[]): [string, string[]] {
  const [program = '', ...rest] = args;
  if (root === '/') return [program, rest];
  return ['unshare', ['--mount', 'sh', '-c', enterOwnDebian, root, ...args]];
}

const asRoot = process.getuid?.() === 0;

/** Hands the folder to the account under which Asterisk runs. */
export async function giveToAsterisk(install: AsteriskInstall, home: string): Promise<void> {
  if (!asRoot) return;
  await runCommand(...command(install.root, ['chown', '-R', 'asterisk:asterisk', home]));
}

/** One running Asterisk with its manager connection. */
export interface RunningAsterisk {
  process: ChildProcess;
  manager: Manager;
  gone: Promise<void>;
}

/**
 * Starts Asterisk with the configuration in `home`/etc and waits until it is fully booted.
 * @throws with the end of its output when it is not within 30 s.
 */
export async function startProcess(
  install: AsteriskInstall,
  home: string,
  managerPort: number,
): Promise<RunningAsterisk> {
  // As root it would drop the right to write its own database.
  const account = asRoot ? ['-U', 'asterisk', '-G', 'asterisk'] : [];
  const [program, args] = command(install.root, [
    ...['asterisk', '-f', '-C', `${home}/etc/asterisk.conf`],
    ...account,
  ]);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  // Whatever happens to the test run, no PBX stays behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  void gone.then(() => process.off('exit', kill));

  const until = Date.now() + 30_000;
  for (;;) {
    try {
      const manager = await Manager.connect(managerPort);
      await manager.waitFor('boot', ({ Event }) => Event === 'FullyBooted', 30_000);
      return { process: child, manager, gone };
    } catch (error) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
        kill();
        throw new Error(`Asterisk did not start:\n${output}`, { cause: error });
      }
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
}
