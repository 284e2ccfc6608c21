import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments, required, wrongCall, type Command } from './command-line.ts';
import { passphrase } from './passphrase.ts';
import { writeKeyPair } from './publishing/keys.ts';
import { ToolError } from '../setup/tool-error.ts';

/** Makes a pair of keys. */
export const keygen: Command = {
  usage: ['keygen --out ORDNER [--without-passphrase] NAME…'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      out: { type: 'string' },
      'without-passphrase': { type: 'boolean', default: false },
    });
    const folder = required(values.out, '--out');
    if (positionals.length === 0) throw wrongCall('Der Name des Schlüssels fehlt.');
    const wrong = positionals.find((name) => !/^[a-z0-9-]{1,64}$/.test(name));
    if (wrong !== undefined)
      throw wrongCall(`Ein Name besteht aus Kleinbuchstaben, Ziffern und -, nicht „${wrong}“.`);
    const secret = passphrase();
    if (secret === null && !values['without-passphrase'])
      throw new ToolError(
        'Die Umgebungsvariable AMTSDRAHT_KEY_PASSPHRASE ist nicht gesetzt. Für einen Dienst, den nur die Rechte der Datei schützen: --without-passphrase.',
        1,
      );
    await mkdir(folder, { recursive: true });
    for (const name of positionals) {
      await writeKeyPair(join(folder, name), values['without-passphrase'] ? null : secret);
      console.log(`${name}.key.pem (geheim, bleibt hier) und ${name}.pub.pem (für plan.json)`);
    }
    return 0;
  },
};
