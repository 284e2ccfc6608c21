// Door of every npm script: `node tools/setup/run.mjs tools/X.ts args…`.
// Runs on any Node from 20 with nothing installed; installs what is missing and hands over to Node 24.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, projectNode } from './dependencies.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [tool, ...args] = process.argv.slice(2);
if (tool === undefined) {
  console.error('usage: node tools/setup/run.mjs tools/X.ts [arguments]');
  process.exit(2);
}

try {
  await ensureDependencies(root);
} catch (error) {
  console.error(`Set-up failed: ${error.message}`);
  process.exit(1);
}

const child = spawn(
  projectNode(root),
  ['--disable-warning=ExperimentalWarning', resolve(root, tool), ...args],
  { stdio: 'inherit' },
);
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of passedOn) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Cannot start Node 24: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  // The shell's convention for a death by signal; killing ourselves would be caught by the handlers above.
  process.exit(signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0));
});
