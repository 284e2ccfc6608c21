import { lookup } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from './lock.mjs';
import { cache, root } from './paths.ts';
import { runCommand } from './run-command.ts';

const electronPackage = join(root, 'node_modules', 'electron');
/** A host that does not answer within this time is as good as unreachable. */
const probeLimit = 8_000;
/** 110 MB at 5 Mbit/s. Only reached when the host has answered the probe. */
const downloadLimit = 180_000;

export interface Runtime {
  executable: string;
  version: string;
  official: boolean;
}

async function readText(file: string): Promise<string | undefined> {
  return existsSync(file) ? (await readFile(file, 'utf8')).trim() : undefined;
}

/** The Electron that the user has pointed at, or the one installed by the electron package. */
export async function installedElectron(): Promise<Runtime | undefined> {
  const wanted = createRequire(join(root, 'package.json'))('electron/package.json') as {
    version: string;
  };
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const dist = override ?? join(electronPackage, 'dist');
  const name =
    (await readText(join(electronPackage, 'path.txt'))) ??
    (process.platform === 'win32' ? 'electron.exe' : 'electron');
  const executable = join(dist, name);
  const version = (await readText(join(dist, 'version')))?.replace(/^v/, '');
  if (!existsSync(executable)) {
    if (override !== undefined)
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}`);
    return undefined;
  }
  // A version other than package.json's is an old download: the electron package replaces it.
  if (override === undefined && version !== wanted.version) return undefined;
  return { executable, version: version ?? 'unknown', official: true };
}

/** Address of the download, with the mirror that the user may have set; asked of Electron's own tool. */
async function downloadUrl(version: string): Promise<URL | undefined> {
  try {
    const tool = createRequire(join(electronPackage, 'package.json')).resolve('@electron/get');
    const inner = pathToFileURL(join(tool, '..', 'artifact-utils.js')).href;
    const { getArtifactRemoteURL } = (await import(inner)) as {
      getArtifactRemoteURL: (details: object) => Promise<string>;
    };
    const { platform, arch } = process;
    return new URL(
      await getArtifactRemoteURL({
        version: `v${version}`,
        platform,
        arch,
        artifactName: 'electron',
      }),
    );
  } catch {
    return undefined; // an inner function of another package: without it we simply try the download
  }
}

/** Whether something at this address answers within 8 s; behind a proxy it is taken for granted. */
export async function hostAnswers(url: URL): Promise<boolean> {
  const usesProxy = Object.keys(process.env).some((name) => /^(https?|all)_proxy$/i.test(name));
  if (usesProxy) return true; // names are resolved by the proxy; the download's limit has to do
  const timeout = AbortSignal.timeout(probeLimit);
  try {
    await Promise.race([
      lookup(url.hostname),
      new Promise((_, refuse) => {
        timeout.addEventListener('abort', () => {
          refuse(new Error('no answer'));
        });
      }),
    ]);
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: timeout });
    return true;
  } catch {
    return false;
  }
}

/** Fetches the official Electron with its own script. Returns a reason when that is not possible. */
export async function downloadElectron(): Promise<string | undefined> {
  const manifest = JSON.parse(await readFile(join(electronPackage, 'package.json'), 'utf8')) as {
    version: string;
  };
  const url = await downloadUrl(manifest.version);
  if (url !== undefined && !(await hostAnswers(url))) return `${url.hostname} does not answer`;
  console.error(`Fetching Electron ${manifest.version} …`);
  const result = await withLock(join(cache, 'electron-download.lock'), () =>
    runCommand(process.execPath, [join(electronPackage, 'install.js')], { limit: downloadLimit }),
  );
  if (result.timedOut) return `no download within ${String(downloadLimit / 1000)} s`;
  if (result.code === 0) return undefined;
  const lines = result.output.trim().split('\n');
  return lines.find((line) => line.includes('Error')) ?? lines[0] ?? 'it failed';
}
