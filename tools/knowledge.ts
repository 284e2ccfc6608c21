// npm run knowledge -- search … | check … | import …; see `usage`
import { parseArgs } from 'node:util';
import { createSearch, describeFailure, loadPack } from '../main/knowledge/index.ts';
import { arsSchema } from '../shared/knowledge/area.ts';
import type { KnowledgePack } from '../shared/knowledge/pack.ts';
import type { SearchHit } from '../shared/knowledge/search.ts';
import { importUsage, runImport } from './knowledge/import.ts';
import { argumentReason, ToolError } from './knowledge/tool-error.ts';
import { finish } from './setup/finish.ts';

const usage = `Aufruf:
  npm run knowledge -- search --pack ORDNER [--municipality ARS] [--limit ANZAHL] [--json] "TEXT"
  npm run knowledge -- check --pack ORDNER
${importUsage}`;

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      pack: { type: 'string' },
      municipality: { type: 'string' },
      limit: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
  });
}

function readArguments(): ReturnType<typeof parse> {
  try {
    return parse();
  } catch (error) {
    throw new ToolError(`${argumentReason(error)}\n${usage}`, 2);
  }
}

function wrongCall(message: string): ToolError {
  return new ToolError(`${message}\n${usage}`, 2);
}

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

async function packAt(folder: string): Promise<KnowledgePack> {
  const pack = await loadPack(folder);
  if (!pack.ok) throw new ToolError(pack.failure.map(describeFailure).join('\n'), 1);
  return pack.value;
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

async function search(
  folder: string,
  text: string,
  options: ReturnType<typeof parse>['values'],
): Promise<number> {
  const limit = readLimit(options.limit);
  const municipality = readMunicipality(options.municipality);
  const pack = await packAt(folder);
  checkKnown(pack, municipality);
  printHits(createSearch(pack).search({ text, municipality, limit }), options.json);
  return 0;
}

async function check(folder: string): Promise<number> {
  const { manifest, municipalities, lines, offices, articles } = await packAt(folder);
  const counts = [
    `${articles.length} Artikel`,
    `${lines.length} Leitungen`,
    `${offices.length} Stellen`,
    `${municipalities.length} Kommunen`,
  ].join(', ');
  console.log(`${manifest.title}, Stand ${manifest.issued}: ${counts}, keine Fehler.`);
  return 0;
}

async function main(): Promise<number> {
  const [first, ...args] = process.argv.slice(2);
  if (first === 'import') return runImport(args);
  const { values, positionals } = readArguments();
  const [command, ...rest] = positionals;
  const [text] = rest;
  if (command !== 'search' && command !== 'check')
    throw wrongCall(
      command === undefined ? 'Der Befehl fehlt.' : `Den Befehl „${command}“ gibt es nicht.`,
    );
  if (values.pack === undefined) throw wrongCall('--pack fehlt.');
  if (command === 'check') {
    if (text !== undefined) throw wrongCall(`„${text}“ gehört nicht zu check.`);
    return check(values.pack);
  }
  if (text === undefined) throw wrongCall('Der gesuchte Text fehlt.');
  if (rest.length > 1) throw wrongCall('Mehrere Wörter gehören in Anführungszeichen.');
  return search(values.pack, text, values);
}

await finish(async () => {
  try {
    return await main();
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    console.error(error.message);
    return error.exitCode;
  }
});
