// npm run lines -- resolve --pack DIR FILE.sip [--json] | list --pack DIR [--json]
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeFailure, loadPack } from '../main/knowledge/index.ts';
import type { KnowledgePack } from '../shared/knowledge/pack.ts';
import { createLineTable } from '../shared/lines/line-table.ts';
import { readInvite, type InviteFailure } from '../shared/lines/raw-invite.ts';
import { resolveLine } from '../shared/lines/resolve-line.ts';
import { settingsDefaults } from '../shared/settings/settings.ts';
import { finish } from './setup/finish.ts';
import { ToolError } from './setup/tool-error.ts';

const usage = `Aufruf:
  npm run lines -- resolve --pack ORDNER DATEI.sip [--json] [--header NAME] [--area-code VORWAHL]
  npm run lines -- list --pack ORDNER [--json]`;

/** Larger than any INVITE; a file beyond it is a wrong file. */
const maxFileBytes = 4_000_000;

const inviteFailures: Readonly<Record<InviteFailure, string>> = {
  empty: 'die Datei ist leer',
  notSip: 'das ist keine SIP-Nachricht; die erste Zeile muss „INVITE … SIP/2.0“ lauten',
  notInvite: 'das ist eine SIP-Nachricht, aber kein INVITE',
};

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function readArguments(): ReturnType<typeof parse> {
  try {
    return parse();
  } catch (error) {
    throw new ToolError(`${reasonOf(error)}\n${usage}`, 2);
  }
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      pack: { type: 'string' },
      json: { type: 'boolean', default: false },
      header: { type: 'string', default: settingsDefaults.dialedNumberHeader },
      'area-code': { type: 'string', default: settingsDefaults.defaultAreaCode },
    },
  });
}

async function packAt(folder: string | undefined): Promise<KnowledgePack> {
  if (folder === undefined) throw new ToolError(`--pack fehlt.\n${usage}`, 2);
  const pack = await loadPack(folder);
  if (!pack.ok) throw new ToolError(pack.failure.map(describeFailure).join('\n'), 1);
  return pack.value;
}

const municipalityNameOf = (pack: KnowledgePack, ars: string | null): string | null =>
  pack.municipalities.find((municipality) => municipality.ars === ars)?.name ?? null;

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > maxFileBytes) throw new Error(`die Datei ist größer als ${maxFileBytes} Byte`);
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ToolError(`${file}: ${reasonOf(error)}`, 1);
  }
}

async function resolve(
  pack: KnowledgePack,
  file: string,
  options: { readonly header: string; readonly areaCode: string },
): Promise<object> {
  const invite = readInvite(await readText(file), options.header);
  if (!invite.ok) throw new ToolError(`${file}: ${inviteFailures[invite.failure]}`, 1);
  const table = createLineTable(pack.lines, { countryCode: '49', areaCode: options.areaCode });
  const { line, source, certain } = resolveLine(invite.value, table);
  return {
    line: line?.id ?? null,
    lineName: line?.name ?? null,
    municipality: line?.municipality ?? null,
    municipalityName: municipalityNameOf(pack, line?.municipality ?? null),
    source,
    certain,
  };
}

function list(pack: KnowledgePack): object[] {
  return pack.lines.map((line) => ({
    line: line.id,
    name: line.name,
    municipality: line.municipality,
    municipalityName: municipalityNameOf(pack, line.municipality),
    numbers: line.numbers,
    displayPrefixes: line.displayPrefixes,
  }));
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [command, ...rest] = positionals;
  const print = (value: object): void => {
    if (values.json) console.log(JSON.stringify(value));
    else if (Array.isArray(value)) console.table(value);
    else for (const [key, entry] of Object.entries(value)) console.log(`${key}: ${String(entry)}`);
  };
  if (command === 'list' && rest.length === 0) {
    print(list(await packAt(values.pack)));
    return 0;
  }
  const [file] = rest;
  if (command === 'resolve' && file !== undefined && rest.length === 1) {
    const pack = await packAt(values.pack);
    print(await resolve(pack, file, { header: values.header, areaCode: values['area-code'] }));
    return 0;
  }
  throw new ToolError(usage, 2);
}

await finish(main);
