import { join } from 'node:path';
import { root } from './paths.ts';
import { runCommand } from './run-command.ts';

interface Check {
  name: string;
  script: string;
  args: readonly string[];
  quick: boolean;
}

/** Started as scripts with this Node: the wrappers in node_modules/.bin would take the system's. */
const checks: readonly Check[] = [
  { name: 'types', script: 'typescript/bin/tsc', args: ['-b', '--pretty'], quick: true },
  {
    name: 'eslint',
    script: 'eslint/bin/eslint.js',
    args: ['.', '--max-warnings=0', '--color'],
    quick: false,
  },
  {
    name: 'prettier',
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '.', '--log-level=warn'],
    quick: true,
  },
  { name: 'knip', script: 'knip/bin/knip.js', args: [], quick: false },
];

export interface CheckResult {
  name: string;
  ok: boolean;
  seconds: number;
}

/**
 * Runs the static checks one after another and shows what they say on stderr.
 * @param quick only those that take a second or two (types, format)
 */
export async function runChecks(quick = false): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, script, args } of checks.filter((check) => !quick || check.quick)) {
    const started = performance.now();
    const { code } = await runCommand(
      process.execPath,
      [join(root, 'node_modules', script), ...args],
      { cwd: root, output: 'show' },
    );
    const seconds = (performance.now() - started) / 1000;
    console.error(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
    results.push({ name, ok: code === 0, seconds });
  }
  return results;
}
