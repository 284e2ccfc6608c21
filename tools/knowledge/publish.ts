import { readArguments, required, wrongCall, type Command } from './command-line.ts';
import { printExpiries } from './print-expiries.ts';
import { passphrase } from './passphrase.ts';
import { readSigner } from './publishing/keys.ts';
import { mirror } from './publishing/mirror.ts';
import { readPlan } from './publishing/plan.ts';
import { publishStaged } from './publishing/publish.ts';
import { repositoryOf } from './publishing/repository.ts';

/** Publishes what is signed, or only a new timestamp, and copies it to where the desks read. */
export const publish: Command = {
  usage: ['publish --work ORDNER --key DIENST.key.pem [--key …] ZIEL…'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      work: { type: 'string' },
      key: { type: 'string', multiple: true, default: [] },
    });
    const work = required(values.work, '--work');
    if (positionals.length === 0) throw wrongCall('Das Ziel fehlt.');
    const plan = await readPlan(work);
    const signers = [];
    for (const file of values.key) signers.push(await readSigner(file, passphrase()));
    const { roles, snapshot, timestamp, outcome } = await publishStaged(
      work,
      plan,
      signers,
      new Date(),
    );
    const what = roles.length === 0 ? 'nur der Zeitstempel' : roles.join(', ');
    console.log(`Veröffentlicht: ${what}; Stand ${snapshot}, Zeitstempel ${timestamp}.`);
    for (const target of positionals) {
      const { files, bytes } = await mirror(repositoryOf(work), target);
      console.log(`${target}: ${files} Dateien, ${bytes.toLocaleString('de-DE')} Byte übertragen.`);
    }
    printExpiries(outcome.expiries, new Date());
    return 0;
  },
};
