import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asteriskObstacle } from './asterisk-install.ts';
import { cache, root } from './paths.ts';
import { ensureSystemPackages } from './system-packages.ts';
import type { NeedGroup } from './system-packages.ts';
import { tallyReport } from './tally.ts';
import type { Tally } from './tally.ts';

/** A Vitest project and what it needs of the machine. */
export interface Suite {
  name: string;
  title: string;
  /** Folders and ending of its files, to tell an empty suite from one that found nothing by mistake. */
  folders: readonly string[];
  ending: RegExp;
  needs: readonly NeedGroup[];
  obstacle?: () => Promise<string | undefined>;
}

const sources = ['shared', 'main', 'preload', 'renderer', 'tools'];

export const suites: readonly Suite[] = [
  { name: 'unit', title: 'unit', folders: sources, ending: /\.test\.tsx?$/, needs: [] },
  {
    name: 'integration',
    title: 'integration',
    folders: ['tests/integration'],
    ending: /\.test\.ts$/,
    needs: [],
  },
  {
    name: 'e2e',
    title: 'Electron + practice switchboard',
    folders: ['tests/e2e/practice'],
    ending: /\.spec\.ts$/,
    needs: ['window', 'display'],
  },
  {
    name: 'e2e-pbx',
    title: 'Electron + Asterisk',
    folders: ['tests/e2e/pbx'],
    ending: /\.spec\.ts$/,
    needs: ['window', 'display', 'pbx', 'chromium'],
    obstacle: asteriskObstacle,
  },
  {
    name: 'package',
    title: 'installed package + Asterisk',
    folders: ['tests/e2e/package'],
    ending: /\.spec\.ts$/,
    needs: ['window', 'display', 'pbx', 'package', 'windows'],
    obstacle: async () => packageObstacle() ?? (await asteriskObstacle()),
  },
];

/** The test installs a package for the whole machine, so it wants a machine that is nobody's desk. */
function packageObstacle(): string | undefined {
  if (process.platform !== 'linux') return 'Debian packages can be installed on Debian only';
  if (process.getuid?.() !== 0) return 'a package can be installed by root only';
  return existsSync('/opt/Amtsdraht') ? 'Amtsdraht is installed on this machine' : undefined;
}

async function hasFiles({ folders, ending }: Suite): Promise<boolean> {
  for (const folder of folders.map((name) => join(root, name)).filter((path) => existsSync(path)))
    if ((await readdir(folder, { recursive: true })).some((name) => ending.test(name))) return true;
  return false;
}

async function whyNot(suite: Suite): Promise<string | undefined> {
  if (!(await hasFiles(suite))) return 'it has no files';
  const missing = await ensureSystemPackages(...suite.needs);
  if (missing.length > 0) return `these Debian packages are missing: ${missing.join(', ')}`;
  return suite.obstacle?.();
}

function vitest(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const script = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [script, 'run', ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Runs one suite, or says why it cannot run here. `filters` narrow it down to files, as in Vitest. */
export async function runSuite(suite: Suite, filters: readonly string[]): Promise<Tally> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const step = suite.title;
  const reason = await whyNot(suite);
  if (reason !== undefined) {
    const skipped = [`${suite.title}, because ${reason}`];
    return { step, passed: 0, failed: 0, skipped, seconds: seconds() };
  }
  const report = join(cache, 'test-results', `${suite.name}.json`);
  await mkdir(join(cache, 'test-results'), { recursive: true });
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await vitest(['--project', suite.name, ...reporters, ...filters]);
  const counted = existsSync(report)
    ? tallyReport(await readFile(report, 'utf8'))
    : { passed: 0, failed: 1, skipped: [] };
  // Vitest can end well without having run anything, for instance when its global set-up fails, and badly
  // without a failed test, for instance after an unhandled rejection.
  const nothingRan = counted.passed + counted.failed + counted.skipped.length === 0;
  const silent = code !== 0 || (nothingRan && filters.length === 0) ? 1 : 0;
  const failed = Math.max(counted.failed, silent);
  return { step, ...counted, failed, seconds: seconds() };
}
