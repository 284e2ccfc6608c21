import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { buildTargets } from './build-targets.ts';
import type { BuildTarget } from './build-targets.ts';
import { fingerprint } from './fingerprint.ts';
import { withLock } from './lock.mjs';
import { cache, root } from './paths.ts';

/** What decides about every target's output besides its own sources. */
const recipe = ['package-lock.json', 'tools/setup/build-targets.ts'];

async function buildTarget(target: BuildTarget): Promise<'built' | 'unchanged' | 'absent'> {
  if (!existsSync(target.entry)) return 'absent';
  const stamp = join(cache, 'build', `${target.name.replace('/', '-')}.hash`);
  const hash = await fingerprint([...recipe, ...target.sources].map((path) => join(root, path)));
  const last = existsSync(stamp) ? await readFile(stamp, 'utf8') : undefined;
  if (hash === last && existsSync(target.result)) return 'unchanged';
  await build(target.config);
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  return 'built';
}

/**
 * Builds into out/ what has changed since the last build, and says on stderr what it did.
 * @throws when a target does not build.
 */
export async function buildApp(): Promise<void> {
  await withLock(join(cache, 'build.lock'), async () => {
    const started = performance.now();
    const results: { name: string; result: string }[] = [];
    for (const target of buildTargets)
      results.push({ name: target.name, result: await buildTarget(target) });
    const named = (wanted: string): string =>
      results
        .filter(({ result }) => result === wanted)
        .map(({ name }) => name)
        .join(', ');
    if (named('absent') !== '') console.error(`Not built, no such entry: ${named('absent')}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (named('built') !== '') console.error(`Built ${named('built')} in ${seconds} s`);
  });
}
