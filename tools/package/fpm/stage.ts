import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mustRun } from '../../setup/run-command.ts';
import type { Placement } from './recipe.ts';

/** Lays the files out below `folder` as they will lie below / of the machine, readable for everybody. */
export async function stage(placements: readonly Placement[], folder: string): Promise<void> {
  for (const { source, target } of placements) {
    const place = join(folder, target);
    await mkdir(dirname(place), { recursive: true });
    await cp(source, place, { recursive: true, verbatimSymlinks: true });
  }
  // Whatever the umask of the person who builds: go-w, readable, folders and programs executable.
  await mustRun('chmod', ['-R', 'u=rwX,go=rX', folder]);
}

/** Sum of the files' sizes in KiB, as dpkg's Installed-Size wants it. */
export async function sizeInKib(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let bytes = 0;
  for (const entry of entries)
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  return Math.ceil(bytes / 1024);
}
