// npm test [-- SUITE… [FILE FILTER…]]: everything, or the named suites (check, unit, integration, e2e, e2e-pbx, package).
import { buildApp } from './setup/build-app.ts';
import { runChecks } from './setup/checks.ts';
import { finish } from './setup/finish.ts';
import { runSuite, suites } from './setup/suites.ts';
import type { Suite } from './setup/suites.ts';
import { summary } from './setup/tally.ts';
import type { Tally } from './setup/tally.ts';

const args = process.argv.slice(2);
const names = ['check', ...suites.map(({ name }) => name)];
const chosen = args.filter((argument) => names.includes(argument));
const filters = args.filter((argument) => !names.includes(argument));
const wanted = (name: string): boolean => chosen.length === 0 || chosen.includes(name);

async function check(): Promise<Tally[]> {
  if (!wanted('check') || filters.length > 0) return [];
  return (await runChecks()).map(({ name, ok, seconds }) => ({
    step: `check: ${name}`,
    passed: 0,
    failed: ok ? 0 : 1,
    skipped: [],
    seconds,
  }));
}

async function build(): Promise<Tally> {
  const started = performance.now();
  let failed = 0;
  try {
    await buildApp();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    failed = 1;
  }
  const seconds = (performance.now() - started) / 1000;
  return { step: 'build', passed: 0, failed, skipped: [], seconds };
}

await finish(async () => {
  const tallies = await check();
  const run = async (suite: Suite): Promise<void> => {
    console.log(`\n— ${suite.title} —`);
    tallies.push(await runSuite(suite, filters));
  };
  const withWindow = (suite: Suite): boolean => suite.needs.includes('window');
  const selected = suites.filter(({ name }) => wanted(name));
  for (const suite of selected.filter((each) => !withWindow(each))) await run(suite);

  const inElectron = selected.filter(withWindow);
  const built = inElectron.length > 0 ? await build() : undefined;
  if (built !== undefined) tallies.push(built);
  for (const suite of inElectron) {
    if (built?.failed === 0) await run(suite);
    else {
      const skipped = [`${suite.title}, because the build failed`];
      tallies.push({ step: suite.title, passed: 0, failed: 0, skipped, seconds: 0 });
    }
  }
  console.log(summary(tallies));
  return tallies.some(({ failed }) => failed > 0) ? 1 : 0;
});
