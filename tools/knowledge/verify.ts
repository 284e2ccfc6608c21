import { readArguments, required, wrongCall, type Command } from './command-line.ts';
import { printExpiries } from './print-expiries.ts';
import { readSource } from './read-source.ts';

/** Says whether a desk would take a published folder, and why not. */
export const verify: Command = {
  usage: ['verify --root ROOT.json QUELLE'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, { root: { type: 'string' } });
    const root = required(values.root, '--root');
    const [source] = positionals;
    if (source === undefined) throw wrongCall('Die Quelle fehlt.');
    const { pack, outcome } = await readSource(source, root);
    console.log(
      `${pack.manifest.title}: alle Unterschriften gültig, ${pack.articles.length} Artikel, veröffentlicht ${outcome.published ?? 'unbekannt'}.`,
    );
    printExpiries(outcome.expiries, new Date());
    return 0;
  },
};
