import { packAt, readArguments, required, wrongCall, type Command } from './command-line.ts';
import { readAreaFolder } from './publishing/area-folder.ts';
import { readPlan } from './publishing/plan.ts';
import { splitPack } from './publishing/split-pack.ts';
import { stageRoles, type StagedRole } from './publishing/stage.ts';

const reasons: Readonly<Record<StagedRole['reason'], string>> = {
  new: 'zum ersten Mal',
  content: 'Inhalt geändert',
  keys: 'Schlüssel geändert',
  expiry: 'läuft bald ab',
};

/** Lays out what has changed, ready to be signed. */
export const build: Command = {
  usage: ['build --work ORDNER --pack ORDNER [--area ARS]'],
  run: async (args) => {
    const { values } = readArguments(args, {
      work: { type: 'string' },
      pack: { type: 'string' },
      area: { type: 'string' },
    });
    const work = required(values.work, '--work');
    const folder = required(values.pack, '--pack');
    const plan = await readPlan(work);
    const areas = plan.areas.map(({ area }) => area);
    if (values.area !== undefined && !areas.includes(values.area))
      throw wrongCall(`Das Gebiet ${values.area} steht nicht in plan.json.`);
    const sources =
      values.area === undefined
        ? splitPack(await packAt(folder), areas)
        : [await readAreaFolder(folder, values.area)];
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
