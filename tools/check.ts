// npm run check [-- --quick]: types, lint, format, dead code.
import { runChecks } from './setup/checks.ts';
import { finish } from './setup/finish.ts';

await finish(async () => {
  const results = await runChecks(process.argv.includes('--quick'));
  return results.every(({ ok }) => ok) ? 0 : 1;
});
