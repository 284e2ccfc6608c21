// Plain JavaScript because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

/** Real Node of the version the project is written for: the devDependency `node`. */
export function projectNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', 'node', 'bin', name);
}

/** npm's own record of what lies in node_modules, for an installation made without this script. */
function installedMatches(root, lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([folder, wanted]) =>
      folder === '' ||
      wanted.optional === true ||
      wanted.devOptional === true ||
      wanted.peer === true ||
      installed[folder]?.version === wanted.version,
  );
}

function npm(root, args) {
  // Started by npm, its own file is named in the environment; that spares the search for npm.cmd.
  const script = process.env.npm_execpath;
  const own = script !== undefined && /\.c?js$/.test(script);
  const [command, all] = own ? [process.execPath, [script, ...args]] : ['npm', args];
  const result = spawnSync(command, all, {
    cwd: root,
    // stdout belongs to the tool (it may print JSON): npm speaks on stderr.
    stdio: ['ignore', 2, 2],
    shell: !own && process.platform === 'win32',
  });
  if (result.error) throw result.error;
  return result.status === 0;
}

/** Makes node_modules match package-lock.json; does nothing (a hash comparison) when it does. */
export async function ensureDependencies(root) {
  const stamp = join(root, 'node_modules', '.amtsdraht-lock-hash');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamped = () =>
    existsSync(projectNode(root)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (stamped()) return;
  await withLock(join(root, '.cache', 'install.lock'), () => {
    if (stamped()) return; // another start has installed meanwhile
    if (!installedMatches(root, lock)) {
      console.error('Installing dependencies (npm ci) …');
      if (!npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error']))
        throw new Error('npm ci failed, see its messages above');
    }
    // With ignore-scripts in someone's npm settings the package is there without its binary.
    if (!existsSync(projectNode(root))) npm(root, ['rebuild', 'node', '--ignore-scripts=false']);
    if (!existsSync(projectNode(root)))
      throw new Error('the devDependency "node" has no binary; allow its install script');
    writeFileSync(stamp, hash);
  });
}
