import { readArguments, required, wrongCall, type Command } from './command-line.ts';
import { passphrase } from './passphrase.ts';
import { readSigner } from './publishing/keys.ts';
import { readPlan } from './publishing/plan.ts';
import { signingStates, signStaged } from './publishing/sign.ts';

/** Signs what `build` has laid out. */
export const sign: Command = {
  usage: ['sign --work ORDNER --key DATEI.key.pem [--key …]'],
  run: async (args) => {
    const { values } = readArguments(args, {
      work: { type: 'string' },
      key: { type: 'string', multiple: true, default: [] },
    });
    const work = required(values.work, '--work');
    if (values.key.length === 0) throw wrongCall('--key fehlt.');
    const plan = await readPlan(work);
    const signers = [];
    for (const file of values.key) signers.push(await readSigner(file, passphrase()));
    const signed = await signStaged(work, plan, signers);
    const states = await signingStates(work, plan);
    if (states.length === 0) console.log('Es liegt nichts zum Unterschreiben bereit.');
    else
      console.table(
        states.map(({ role, version, signatures, threshold }) => ({
          Rolle: role,
          Nummer: version,
          Unterschriften: `${signatures} von ${threshold}`,
          jetzt: signed.includes(role) ? 'unterschrieben' : '',
        })),
      );
    return 0;
  },
};
