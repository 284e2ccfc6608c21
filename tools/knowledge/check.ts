import { packAt, readArguments, required, wrongCall, type Command } from './command-line.ts';

/** Checks a pack folder and counts what is in it. */
export const check: Command = {
  usage: ['check --pack ORDNER'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, { pack: { type: 'string' } });
    const folder = required(values.pack, '--pack');
    const [extra] = positionals;
    if (extra !== undefined) throw wrongCall(`„${extra}“ gehört nicht zu check.`);
    const { manifest, municipalities, lines, offices, articles } = await packAt(folder);
    const counts = [
      `${articles.length} Artikel`,
      `${lines.length} Leitungen`,
      `${offices.length} Stellen`,
      `${municipalities.length} Kommunen`,
    ].join(', ');
    console.log(`${manifest.title}, Stand ${manifest.issued}: ${counts}, keine Fehler.`);
    return 0;
  },
};
