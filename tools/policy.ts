// npm run policy [-- --write | sign FILE --key KEY]: JSON Schema, ADMX/ADML and the table for IT, from the one
// schema of the settings; and the signature of a policy that a server hands out.
import { parseArgs } from 'node:util';
import { policyFiles } from './policy/files.ts';
import { signPolicy } from './policy/sign.ts';
import { finish } from './setup/finish.ts';
import { writeOrCompare } from './setup/generated-files.ts';

await finish(async () => {
  const [command, ...rest] = process.argv.slice(2);
  if (command === 'sign') return signPolicy(rest);
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const files = await policyFiles();
  const stale = await writeOrCompare(files, values.write, 'npm run policy -- --write');
  if (stale > 0) return 1;
  console.log(values.write ? [...files.keys()].join('\n') : 'Alles aktuell.');
  return 0;
});
