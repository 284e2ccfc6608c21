import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cache, root } from '../setup/paths.ts';
import { mustRun } from '../setup/run-command.ts';
import { findProgram } from '../setup/system-packages.ts';
import type { Step } from './plan.ts';

const folder = join(cache, 'package');

/** A program file that runs our stand-in for fpm on this Node. */
async function fpmStandIn(): Promise<string> {
  const file = join(folder, 'fpm');
  const script = join(root, 'tools', 'package', 'fpm', 'main.ts');
  await mkdir(folder, { recursive: true });
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`, {
    mode: 0o755,
  });
  return file;
}

/** Variables that make electron-builder take local programs; set ones are left alone. */
export async function toolEnvironment(steps: readonly Step[]): Promise<Record<string, string>> {
  const uses = new Set(steps.flatMap(({ instead }) => instead));
  return {
    ...(uses.has('7za') ? { ELECTRON_BUILDER_7ZIP_PATH: findProgram('7za') ?? '7za' } : {}),
    ...(uses.has('fpm') ? { USE_SYSTEM_FPM: 'true' } : {}),
    ...(uses.has('fpm stand-in') ? { CUSTOM_FPM_PATH: await fpmStandIn() } : {}),
  };
}

/**
 * The runtime as electron-builder wants it: without the default app, our loader and the version file.
 * Hard links cost nothing; electron-builder copies from here and never writes.
 */
export async function stageRuntime(executable: string): Promise<string> {
  const staged = join(folder, 'electron');
  await rm(staged, { recursive: true, force: true });
  await mustRun('cp', ['-al', dirname(executable), staged]);
  for (const extra of ['version', 'resources/app', 'resources/default_app.asar'])
    await rm(join(staged, extra), { recursive: true, force: true });
  return staged;
}
