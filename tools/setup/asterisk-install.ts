import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cache } from './paths.ts';
import { mustRun, runCommand } from './run-command.ts';
import { findProgram } from './system-packages.ts';

/**
 * Where Asterisk lives: on this machine (`root` is /), or in a Debian of its own below .cache/, because
 * Debian stable has none.
 */
export interface AsteriskInstall {
  root: string;
  version: string;
}

const folder = join(cache, 'asterisk-22');

async function onThisMachine(): Promise<AsteriskInstall | undefined> {
  const program = findProgram('asterisk');
  if (program === undefined) return undefined;
  const { output } = await runCommand(program, ['-V']);
  const major = Number(/Asterisk (\d+)/.exec(output)?.[1]);
  return major >= 20 ? { root: '/', version: output.trim() } : undefined;
}

async function makeOwnDebian(): Promise<void> {
  console.error('Fetching Asterisk 22 into a Debian of its own (.cache/asterisk-22, 1 min) …');
  const staging = `${folder}.part`;
  await rm(staging, { recursive: true, force: true });
  await mustRun('debootstrap', ['--variant=minbase', 'sid', staging]);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): Promise<string> =>
    mustRun('chroot', [staging, 'apt-get', ...args], { env });
  // The mirror's release file can be past its date; sid has no other than the newest anyway.
  await apt('-o', 'Acquire::Check-Valid-Until=false', 'update', '-q');
  await apt('install', '-y', '-q', '--no-install-recommends', 'asterisk', 'asterisk-modules');
  await apt('clean');
  await rename(staging, folder);
}

/** Why there can be no Asterisk here, or nothing when there can be. */
export async function asteriskObstacle(): Promise<string | undefined> {
  if (process.platform !== 'linux') return `Asterisk is tested on Linux only`;
  if ((await onThisMachine()) !== undefined) return undefined;
  if (process.getuid?.() !== 0) return 'there is no Asterisk ≥ 20, and only root can set one up';
  if (existsSync(folder) || findProgram('debootstrap') !== undefined) return undefined;
  return 'there is neither Asterisk ≥ 20 nor debootstrap';
}

/**
 * Asterisk ≥ 20 of the machine, else 22 in a change-root folder; made at the first call (40 s, 500 MB).
 * @throws when neither is possible.
 */
export async function installAsterisk(): Promise<AsteriskInstall> {
  const own = await onThisMachine();
  if (own !== undefined) return own;
  const obstacle = await asteriskObstacle();
  if (obstacle !== undefined) throw new Error(obstacle);
  await withLock(join(cache, 'asterisk.lock'), async () => {
    if (!existsSync(folder)) await makeOwnDebian();
  });
  return { root: folder, version: (await mustRun('chroot', [folder, 'asterisk', '-V'])).trim() };
}
