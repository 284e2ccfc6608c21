import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from '../setup/build-app.ts';
import { cache, root } from '../setup/paths.ts';
import { runCommand } from '../setup/run-command.ts';
import type { Machine, Step, System } from './plan.ts';
import { layOutResources } from './resources.ts';
import { stageRuntime, toolEnvironment } from './toolbox.ts';

export interface BuildOptions {
  readonly machine: Machine;
  /** Executable of the Electron of this machine. */
  readonly executable: string;
  readonly product: { readonly name: string; readonly version: string };
  /** Seconds since 1970 for all times in the packages. */
  readonly epoch: string;
  readonly output: string;
  /** Quick and large, for tests. */
  readonly fast: boolean;
}

/** Fuses that Electron knows only from this version on. */
const fileProtocolFuseSince = 29;

/** Options of electron-builder that do not stand in electron-builder.yml because they depend on the machine. */
async function overrides(options: BuildOptions, system: System): Promise<string[]> {
  const { machine, product, fast, output } = options;
  const { env } = process;
  const { version, trial } = machine.electron;
  const own = system === 'linux' && machine.host === 'linux';
  const fuse = Number.parseInt(version, 10) >= fileProtocolFuseSince || !own;
  const set: Record<string, string> = {
    'directories.output': output,
    'linux.maintainer': env['AMTSDRAHT_MAINTAINER'] ?? 'Amtsdraht <packages@amtsdraht.example>',
    ...(env['AMTSDRAHT_HOMEPAGE'] === undefined
      ? {}
      : { 'extraMetadata.homepage': env['AMTSDRAHT_HOMEPAGE'] }),
    ...(own
      ? { electronDist: await stageRuntime(options.executable), electronVersion: version }
      : {}),
    ...(fuse ? { 'electronFuses.grantFileProtocolExtraPrivileges': 'false' } : {}),
    ...(own ? { 'extraMetadata.version': product.version } : {}),
    ...(trial && own
      ? {
          'linux.synopsis': `NUR ZUR ERPROBUNG (Electron ${version})`,
        }
      : {}),
    ...(fast ? { 'deb.compression': 'gz', compression: 'store' } : {}),
  };
  return Object.entries(set).map(([key, value]) => `-c.${key}=${value}`);
}

/**
 * Builds all packages of one system in one run of electron-builder (its update file lists only those of
 * the last run) and keeps its output in `.cache/package/SYSTEM.log`.
 * @returns undefined, or the end of the output when it failed
 */
export async function buildPackages(
  system: System,
  steps: readonly Step[],
  options: BuildOptions,
): Promise<string | undefined> {
  await buildApp();
  await layOutResources({
    ...options.product,
    electron: options.machine.electron.version,
    trial: options.machine.electron.trial,
    time: new Date(Number(options.epoch) * 1000).toISOString(),
  });
  await rm(options.output, { recursive: true, force: true });
  await mkdir(options.output, { recursive: true });
  const script = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const names = steps.map(({ target }) => target);
  const args = [`--${system}`, ...names, '--x64', '--publish', 'never'];
  const { code, output } = await runCommand(
    process.execPath,
    [script, ...args, ...(await overrides(options, system))],
    {
      cwd: root,
      env: {
        ...process.env,
        ...(await toolEnvironment(steps)),
        SOURCE_DATE_EPOCH: options.epoch,
        ...(options.fast ? { ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' } : {}),
      },
    },
  );
  await writeFile(join(cache, 'package', `${system}.log`), output);
  return code === 0 ? undefined : output.trim().split('\n').slice(-15).join('\n');
}
