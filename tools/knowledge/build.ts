import { packAt, readArguments, required, wrongCall, type Command } from './command-line.ts';
import { readAreaFolder } from './publishing/area-folder.ts';
import { readPlan } from './publishing/plan.ts';
import { splitPack } from './publishing/split-pack.ts';
import { stageRoles, type StagedRole } from './publishing/stage.ts';
import type { PartSource } from './publishing/write-part.ts';

const reasons: Readonly<Record<StagedRole['reason'], string>> = {
  new: 'zum ersten Mal',
  content: 'Inhalt geändert',
  keys: 'Schlüssel geändert',
  expiry: 'läuft bald ab',
};

/** Lays out what has changed, ready to be signed. */
export const build: Command = {
  usage: ['build --work ORDNER --pack ORDNER [--area ARS | --without-areas]'],
  run: async (args) => {
    const { values } = readArguments(args, {
      work: { type: 'string' },
      pack: { type: 'string' },
      area: { type: 'string' },
      'without-areas': { type: 'boolean', default: false },
    });
    const work = required(values.work, '--work');
    const folder = required(values.pack, '--pack');
    const plan = await readPlan(work);
    const areas = plan.areas.map(({ area }) => area);
    if (values.area !== undefined && !areas.includes(values.area))
      throw wrongCall(`Das Gebiet ${values.area} steht nicht in plan.json.`);
    if (values.area !== undefined && values['without-areas'])
      throw wrongCall('--area und --without-areas schließen sich aus.');
    const parts = async (): Promise<readonly PartSource[]> =>
      splitPack(await packAt(folder), areas);
    // What the towns have published themselves stays, however old the copy in the county's folder is.
    const sources =
      values.area !== undefined
        ? [await readAreaFolder(folder, values.area)]
        : (await parts()).filter(({ area }) => area === null || !values['without-areas']);
    const staged = await stageRoles(work, plan, sources, new Date());
    if (staged.length === 0)
      console.log('Nichts geändert; „publish“ erneuert nur den Zeitstempel.');
    else
      console.table(
        staged.map(({ role, version, expires, threshold, reason }) => ({
          Rolle: role,
          Nummer: version,
          Grund: reasons[reason],
          'gilt bis': expires.slice(0, 10),
          Unterschriften: threshold,
        })),
      );
    return 0;
  },
};
