// npm run policy [-- --write]: JSON Schema, ADMX/ADML and the table for IT, from the one schema of the settings.
import { parseArgs } from 'node:util';
import { policyFiles } from './policy/files.ts';
import { finish } from './setup/finish.ts';
import { writeOrCompare } from './setup/generated-files.ts';

await finish(async () => {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const files = await policyFiles();
  const stale = await writeOrCompare(files, values.write, 'npm run policy -- --write');
  if (stale > 0) return 1;
  console.log(values.write ? [...files.keys()].join('\n') : 'Alles aktuell.');
  return 0;
});
