import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackages } from '../../../tools/package/build.ts';
import { writeChecksums } from '../../../tools/package/checksums.ts';
import { planFor, type Target } from '../../../tools/package/plan.ts';
import { probeMachine } from '../../../tools/package/probe.ts';
import { appImageTools } from './app-image-tools.ts';
import { cache, root } from '../../../tools/setup/paths.ts';
import { mustRun, runCommand } from '../../../tools/setup/run-command.ts';

/** Where the package puts the program. */
export const installFolder = '/opt/Amtsdraht';
export const installedProgram = join(installFolder, 'amtsdraht');

/** What `npm run package` would leave. */
export const artifacts = join(cache, 'package', 'test');
const short = join(cache, 'package', 'test-short');
export const debFile = join(short, 'amtsdraht.deb');
/** Made in the same run. */
export const rpmFile = join(short, 'amtsdraht.rpm');

/** Builds as `npm run package -- --fast deb rpm tar.gz` does, quickly packed; nothing else differs. */
export async function buildTestPackage(): Promise<void> {
  await buildArtifacts(['deb', 'rpm', 'tar.gz'], artifacts);
  const links = ['deb', 'rpm'].map(
    (ending) => `ln '${artifacts}'/*.${ending} '${short}/amtsdraht.${ending}'`,
  );
  const lines = [`rm -rf '${short}'`, `mkdir '${short}'`, ...links];
  await mustRun('sh', ['-c', lines.join(' && ')]);
}

/** Packages with their sums in a folder. @returns the version in their names */
export function buildArtifacts(targets: readonly Target[], folder: string): Promise<string> {
  return build(targets, '', folder);
}

/**
 * Builds an AppImage with its `latest-linux.yml`.
 * @param ending replaces the last number of the version, so that one build is newer than another
 * @returns its version
 */
export async function buildTestAppImage(ending: string, folder: string): Promise<string> {
  process.env['APPIMAGE_TOOLS_PATH'] ??= await appImageTools();
  return build(['AppImage'], ending, folder);
}

async function build(targets: readonly Target[], ending: string, folder: string): Promise<string> {
  const { machine, runtime } = await probeMachine();
  const steps = planFor(machine, targets);
  for (const { target, obstacle } of steps)
    if (obstacle !== undefined) throw new Error(`no ${target} can be built here: ${obstacle}`);
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const base = ending === '' ? manifest.version : manifest.version.replace(/\d+$/, ending);
  const version = machine.electron.trial ? `${base}-trial` : base;
  const failure = await buildPackages('linux', steps, {
    machine,
    executable: runtime.executable,
    product: { name: 'amtsdraht', version },
    epoch: '1764028800',
    output: folder,
    fast: true,
  });
  if (failure !== undefined) throw new Error(`electron-builder failed:\n${failure}`);
  await writeChecksums(folder);
  return version;
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
