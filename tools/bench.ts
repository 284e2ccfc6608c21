// npm run bench [-- NAME…]: runs tests/bench/*.bench.ts one after another; each prints what it measured.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finish } from './setup/finish.ts';
import { root } from './setup/paths.ts';
import { ensureSystemPackages } from './setup/system-packages.ts';

const folder = join(root, 'tests', 'bench');

function run(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, join(folder, file)], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

await finish(async () => {
  const names = process.argv.slice(2);
  const files = existsSync(folder) ? await readdir(folder) : [];
  const chosen = files
    .filter((file) => file.endsWith('.bench.ts'))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .sort();
  if (chosen.length === 0) console.error('No such measurement in tests/bench');
  await ensureSystemPackages('window', 'display', 'pbx', 'native', 'package');
  let failures = chosen.length === 0 ? 1 : 0;
  for (const file of chosen) {
    console.log(`\n— ${file.replace('.bench.ts', '')} —`);
    if ((await run(file)) !== 0) failures += 1;
  }
  return failures === 0 ? 0 : 1;
});
