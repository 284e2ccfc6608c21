import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { signedBytes } from '../../main/signatures/index.ts';
import { readOffer } from '../../main/updates/index.ts';
import { readArguments, required, wrongCall, type Command } from '../knowledge/command-line.ts';
import { passphrase } from '../knowledge/passphrase.ts';
import { readSigner } from '../knowledge/publishing/keys.ts';
import { ToolError } from '../setup/tool-error.ts';
import { descriptionsIn, faultsOfFiles } from './update-folder.ts';

/** Signs the descriptions of a folder, after their files were compared with them. */
export const sign: Command = {
  usage: ['sign ORDNER --key DATEI.key.pem [--key …] [--stage PROZENT]'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      key: { type: 'string', multiple: true, default: [] },
      stage: { type: 'string' },
    });
    const folder = required(positionals[0], 'ORDNER');
    if (values.key.length === 0) throw wrongCall('--key fehlt.');
    const stage = stageOf(values.stage);
    const signers = [];
    for (const file of values.key) signers.push(await readSigner(file, passphrase()));
    for (const name of await descriptionsIn(folder)) {
      const file = join(folder, name);
      const content = withStage(await readFile(file, 'utf8'), stage);
      const signatures = signers.map(({ sign: by }) =>
        Buffer.from(by(signedBytes('update', name, Buffer.from(content))).sig, 'hex').toString(
          'base64',
        ),
      );
      const keys = signers.map(({ publicKey }) => publicKey);
      const offer = readOffer(name, content, signatures.join('\n'), keys);
      if (!offer.ok)
        throw new ToolError(`${name}: nicht lesbar; ist das die Datei von „npm run package“?`, 1);
      const faults = await faultsOfFiles(folder, offer.value.files);
      if (faults.length > 0) throw new ToolError(faults.join('\n'), 1);
      await writeFile(file, content);
      await writeFile(`${file}.sig`, `${signatures.join('\n')}\n`);
      const share = offer.value.stagingPercentage ?? 100;
      console.log(
        `${name}: Fassung ${offer.value.version}, für ${share} % der Plätze, unterschrieben`,
      );
    }
    return 0;
  },
};

function stageOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^(\d|[1-9]\d|100)$/.test(text))
    throw wrongCall('--stage: eine ganze Zahl von 0 bis 100 (Prozent der Plätze).');
  return Number(text);
}

/** @param stage null: as it stands */
function withStage(content: string, stage: number | null): string {
  if (stage === null) return content;
  const description: unknown = parse(content);
  if (typeof description !== 'object' || description === null) return content;
  return stringify({ ...description, stagingPercentage: stage });
}
