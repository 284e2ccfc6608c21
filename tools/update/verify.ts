import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textsFor } from '../../shared/texts/index.ts';
import { readOffer } from '../../main/updates/index.ts';
import { readArguments, required, wrongCall, type Command } from '../knowledge/command-line.ts';
import { descriptionsIn, faultsOfFiles, keyForSettings } from './update-folder.ts';

/** Looks at a folder as a desk would, and prints the line for the setting `updateKeys`. */
export const verify: Command = {
  usage: ['verify ORDNER --key DATEI.pub.pem [--key …]'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      key: { type: 'string', multiple: true, default: [] },
    });
    const folder = required(positionals[0], 'ORDNER');
    if (values.key.length === 0) throw wrongCall('--key fehlt.');
    const keys = await Promise.all(values.key.map(keyForSettings));
    let faults = 0;
    for (const name of await descriptionsIn(folder)) {
      const content = await readFile(join(folder, name), 'utf8');
      const signature = await readFile(join(folder, `${name}.sig`), 'utf8').catch(() => null);
      const offer = readOffer(name, content, signature, keys);
      const wrong = offer.ok
        ? await faultsOfFiles(folder, offer.value.files)
        : [textsFor('de').updates.failures[offer.failure]];
      faults += wrong.length;
      const version = offer.ok ? ` Fassung ${offer.value.version}` : '';
      console.log(`${name}:${version}${wrong.length === 0 ? ' in Ordnung' : ''}`);
      for (const sentence of wrong) console.log(`  FEHLER ${sentence}`);
    }
    console.log(`Für die Richtlinie: "updateKeys": ${JSON.stringify(keys)}`);
    return faults === 0 ? 0 : 1;
  },
};
