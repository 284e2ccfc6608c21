import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostAnswers } from '../setup/electron-official.ts';
import { electronRuntime, type Runtime } from '../setup/electron-runtime.ts';
import { root } from '../setup/paths.ts';
import { findProgram } from '../setup/system-packages.ts';
import { programsOfInterest, type Machine } from './plan.ts';

/** Where electron-builder fetches its tools from, unless the environment names a mirror. */
const tools = 'https://github.com/electron-userland/electron-builder-binaries/releases';
const electron = 'https://github.com/electron/electron/releases';

async function reachable(address: string): Promise<true | string> {
  const url = new URL(address);
  return (await hostAnswers(url)) || `${url.hostname} does not answer`;
}

/** Asks the machine once what it has, so that no build waits for a host that does not answer. */
export async function probeMachine(): Promise<{ machine: Machine; runtime: Runtime }> {
  const runtime = await electronRuntime();
  const manifest = JSON.parse(
    await readFile(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as { version: string };
  const { env } = process;
  const [electronDownload, toolDownload] = await Promise.all([
    reachable(env['ELECTRON_MIRROR'] ?? electron),
    reachable(env['ELECTRON_BUILDER_BINARIES_MIRROR'] ?? tools),
  ]);
  const machine: Machine = {
    host: process.platform,
    electron: { version: runtime.version, trial: runtime.version !== manifest.version },
    electronDownload,
    toolDownload,
    programs: new Set(programsOfInterest.filter((name) => findProgram(name) !== undefined)),
    appImageTools: env['APPIMAGE_TOOLS_PATH'] !== undefined,
  };
  return { machine, runtime };
}
