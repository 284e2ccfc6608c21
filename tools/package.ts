// npm run package [-- --plan] [--fast] [--try-signing] [TARGET…]: builds what this machine can, names what it cannot.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackages, type BuildOptions } from './package/build.ts';
import { auditDependencies, wordsOfVerdict } from './package/audit.ts';
import { writeChecksums } from './package/checksums.ts';
import { planFor, targets, type Step, type System, type Target } from './package/plan.ts';
import { probeMachine } from './package/probe.ts';
import { signChecksums, signingPlan, tryToSign } from './package/signing.ts';
import { finish } from './setup/finish.ts';
import { root } from './setup/paths.ts';
import { runCommand } from './setup/run-command.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plan: { type: 'boolean', default: false },
    fast: { type: 'boolean', default: false },
    'try-signing': { type: 'boolean', default: false },
  },
});

function wantedTargets(): readonly Target[] {
  const unknown = positionals.filter((name) => !targets.some((target) => target === name));
  if (unknown.length > 0)
    throw new Error(`No such package: ${unknown.join(', ')}. There are: ${targets.join(', ')}`);
  return positionals.length === 0
    ? targets
    : targets.filter((target) => positionals.includes(target));
}

/** Time of the last commit, so that the same sources give the same times in the packages. */
async function sourceEpoch(): Promise<string> {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined) return given;
  const { code, output } = await runCommand('git', ['log', '-1', '--format=%ct'], { cwd: root });
  return code === 0 ? output.trim() : '0';
}

function tell({ target, obstacle, instead }: Step): void {
  const how = instead.length === 0 ? '' : ` (with ${instead.join(', ')} of this machine)`;
  console.log(
    obstacle === undefined ? `  build  ${target}${how}` : `  cannot ${target}: ${obstacle}`,
  );
}

async function build(steps: readonly Step[], options: BuildOptions): Promise<number> {
  let failures = 0;
  for (const system of ['linux', 'win', 'mac'] satisfies System[]) {
    const own = steps.filter((step) => step.system === system && step.obstacle === undefined);
    if (own.length === 0) continue;
    const output = join(options.output, system);
    const started = performance.now();
    const failure = await buildPackages(system, own, { ...options, output });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    if (failure !== undefined) {
      failures += 1;
      console.error(`FAILED ${system} after ${seconds} s:\n${failure}`);
      continue;
    }
    console.log(`\n${output} (${seconds} s)`);
    for (const { name, bytes, sha256 } of await writeChecksums(output))
      console.log(`  ${name}  ${(bytes / 1e6).toFixed(1)} MB  sha256 ${sha256}`);
    if (await signChecksums(output, process.env)) console.log('  SHA256SUMS.asc  signed, verified');
    if (values['try-signing']) {
      await tryToSign(output);
      console.log('  signing with a throwaway key: works');
    }
  }
  return failures;
}

await finish(async () => {
  const { machine, runtime } = await probeMachine();
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const { trial } = machine.electron;
  const product = { name, version: trial ? `${version}-trial` : version };
  const steps = planFor(machine, wantedTargets());
  console.log(`${name} ${product.version} with Electron ${machine.electron.version}`);
  if (trial)
    console.log('  TRIAL ONLY, never to be rolled out: this is not the Electron of package.json');
  steps.forEach(tell);
  signingPlan(process.env).forEach((line) => {
    console.log(`  ${line}`);
  });
  const verdict = await auditDependencies();
  console.log(`  ${wordsOfVerdict(verdict)}`);
  if (values.plan) return 0;
  if (verdict.kind === 'findings') return 1;
  const failures = await build(steps, {
    machine,
    executable: runtime.executable,
    product,
    epoch: await sourceEpoch(),
    output: join(root, 'dist', trial ? 'trial' : version),
    fast: values.fast,
  });
  return failures === 0 && steps.some(({ obstacle }) => obstacle === undefined) ? 0 : 1;
});
