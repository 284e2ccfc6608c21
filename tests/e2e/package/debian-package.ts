import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackages } from '../../../tools/package/build.ts';
import { planFor } from '../../../tools/package/plan.ts';
import { probeMachine } from '../../../tools/package/probe.ts';
import { cache, root } from '../../../tools/setup/paths.ts';
import { mustRun, runCommand } from '../../../tools/setup/run-command.ts';

/** Where the package puts the program. */
export const installFolder = '/opt/Amtsdraht';
export const installedProgram = join(installFolder, 'amtsdraht');

const output = join(cache, 'package', 'test');
export const debFile = join(output, 'amtsdraht.deb');
/** Made in the same run. */
export const rpmFile = join(output, 'amtsdraht.rpm');

/** Builds the .deb and the .rpm as `npm run package -- --fast deb rpm` does, quickly packed; nothing else differs. */
export async function buildTestPackage(): Promise<void> {
  const { machine, runtime } = await probeMachine();
  const steps = planFor(machine, ['deb', 'rpm']);
  for (const { target, obstacle } of steps)
    if (obstacle !== undefined) throw new Error(`no ${target} can be built here: ${obstacle}`);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const failure = await buildPackages('linux', steps, {
    machine,
    executable: runtime.executable,
    product: { name: 'amtsdraht', version: machine.electron.trial ? `${version}-trial` : version },
    epoch: '1764028800',
    output,
    fast: true,
  });
  if (failure !== undefined) throw new Error(`electron-builder failed:\n${failure}`);
  await mustRun('sh', [
    '-c',
    `mv '${output}'/*.deb '${debFile}' && mv '${output}'/*.rpm '${rpmFile}'`,
  ]);
}

/** As root; over an installed one it is an upgrade. */
export async function installPackage(): Promise<void> {
  await mustRun('dpkg', ['--install', debFile]);
}

export async function removePackage(): Promise<void> {
  await mustRun('dpkg', ['--purge', 'amtsdraht']);
}

/** Files and folders of the installed package. */
export async function packageFiles(): Promise<string[]> {
  return (await mustRun('dpkg', ['--listfiles', 'amtsdraht'])).trim().split('\n');
}

export async function isInstalled(): Promise<boolean> {
  const { output: status } = await runCommand('dpkg-query', [
    '-Wf${db:Status-Abbrev}',
    'amtsdraht',
  ]);
  return status.startsWith('ii');
}

/** Removes what a broken test run has left. */
export async function removeIfInstalled(): Promise<void> {
  if ((await isInstalled()) || existsSync(installFolder))
    await runCommand('dpkg', ['--purge', '--force-all', 'amtsdraht']);
}
