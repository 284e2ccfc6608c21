import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { judgeRemotePolicy } from '../../main/settings/remote-policy.ts';
import { signedBytes } from '../../main/signatures/index.ts';
import { readArguments, required, wrongCall } from '../knowledge/command-line.ts';
import { passphrase } from '../knowledge/passphrase.ts';
import { readSigner } from '../knowledge/publishing/keys.ts';
import { ToolError } from '../setup/tool-error.ts';

/** `npm run policy -- sign FILE --key …`: signs a policy for a server, after it was judged as a desk would. */
export async function signPolicy(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    key: { type: 'string', multiple: true, default: [] },
  });
  const file = required(positionals[0], 'DATEI');
  if (values.key.length === 0) throw wrongCall('--key fehlt.');
  const content = await readFile(file, 'utf8').catch(() => {
    throw new ToolError(`${file}: fehlt oder ist nicht lesbar.`, 1);
  });
  const signers = [];
  for (const key of values.key) signers.push(await readSigner(key, passphrase()));
  const bytes = signedBytes('policy', basename(file), Buffer.from(content));
  const signatures = signers
    .map(({ sign }) => Buffer.from(sign(bytes).sig, 'hex').toString('base64'))
    .join('\n');
  const url = `https://server/${encodeURIComponent(basename(file))}`;
  const keys = signers.map(({ publicKey }) => publicKey);
  const judged = judgeRemotePolicy({ url, content, signatures }, keys);
  if (!judged.ok) throw new ToolError(judged.failure, 1);
  if (judged.value.wrong.length > 0) throw new ToolError(judged.value.wrong.join('\n'), 1);
  await writeFile(`${file}.sig`, `${signatures}\n`);
  console.log(`${basename(file)}: Nummer ${judged.value.serial}, unterschrieben`);
  console.log(`Für die Richtlinie der Rechner: "policyKeys": ${JSON.stringify(keys)}`);
  return 0;
}
