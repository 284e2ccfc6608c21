import { createSearch } from '../../main/knowledge/index.ts';
import { arsSchema } from '../../shared/knowledge/area.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import type { SearchHit } from '../../shared/knowledge/search.ts';
import { packAt, readArguments, required, wrongCall, type Command } from './command-line.ts';

/** Searches a pack folder as the desk would. */
export const search: Command = {
  usage: ['search --pack ORDNER [--municipality ARS] [--limit ANZAHL] [--json] "TEXT"'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      pack: { type: 'string' },
      municipality: { type: 'string' },
      limit: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    });
    const folder = required(values.pack, '--pack');
    const [text, more] = positionals;
    if (text === undefined) throw wrongCall('Der gesuchte Text fehlt.');
    if (more !== undefined) throw wrongCall('Mehrere Wörter gehören in Anführungszeichen.');
    const limit = readLimit(values.limit);
    const municipality = readMunicipality(values.municipality);
    const pack = await packAt(folder);
    checkKnown(pack, municipality);
    printHits(createSearch(pack).search({ text, municipality, limit }), values.json);
    return 0;
  },
};

function readLimit(text: string): number {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit === 0) throw wrongCall(`--limit braucht eine Zahl von 1 bis 9999, nicht „${text}“.`);
  return limit;
}

/** The form of an ARS can be judged before the pack is read, its being known only afterwards. */
function readMunicipality(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!arsSchema.safeParse(text).success)
    throw wrongCall(`--municipality braucht einen ARS mit 12 Ziffern, nicht „${text}“.`);
  return text;
}

function checkKnown(pack: KnowledgePack, ars: string | null): void {
  if (ars === null || pack.municipalities.some((municipality) => municipality.ars === ars)) return;
  throw wrongCall(`Der ARS ${ars} steht nicht in municipalities.json dieses Pakets.`);
}

function printHits(hits: readonly SearchHit[], json: boolean): void {
  if (json)
    console.log(
      JSON.stringify(
        hits.map(({ id, title, leika, area, score }) => ({ id, title, leika, area, score })),
      ),
    );
  else if (hits.length === 0) console.log('Nichts gefunden.');
  else
    console.table(
      hits.map(({ score, title, areaName, id }) => ({
        Treffer: score.toFixed(3),
        Titel: title,
        Gebiet: areaName,
        Artikel: id,
      })),
    );
}
