// npm run knowledge -- import: files of town halls into a pack
import { stat } from 'node:fs/promises';
import {
  importKnowledge,
  type ImportReport,
  type Remark,
} from '../../main/knowledge/import/index.ts';
import { describeFailure } from '../../main/knowledge/index.ts';
import { arsSchema } from '../../shared/knowledge/area.ts';
import { localTimeAt } from '../../shared/knowledge/local-time.ts';
import { readArguments, required, wrongCall, type Command } from './command-line.ts';
import { ToolError } from '../setup/tool-error.ts';

const files = { type: 'string', multiple: true, default: [] as string[] } as const;

/** Imports files into a new pack and prints what happened; further XZuFi files may follow without `--xzufi`. */
export const importPack: Command = {
  usage: [
    'import --base ORDNER --out ORDNER [--xzufi DATEI.xml …] [--articles ORDNER …] [--offices DATEI.csv …] [--lines DATEI.csv …] [--area ARS] [--source QUELLE] [--replace] [--json]',
  ],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      base: { type: 'string' },
      out: { type: 'string' },
      xzufi: files,
      articles: files,
      offices: files,
      lines: files,
      area: { type: 'string' },
      source: { type: 'string', default: 'XZuFi' },
      replace: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const { area } = values;
    const base = required(values.base, '--base');
    const out = required(values.out, '--out');
    if (area !== undefined && !arsSchema.safeParse(area).success)
      throw wrongCall(`--area braucht einen ARS mit 12 Ziffern, nicht „${area}“.`);
    const xzufi = [...values.xzufi, ...positionals];
    const { articles, offices, lines } = values;
    if (xzufi.length + articles.length + offices.length + lines.length === 0)
      throw wrongCall('Es ist keine Datei zum Einlesen genannt.');

    const imported = await importKnowledge({
      base,
      out,
      replace: values.replace,
      area: area ?? null,
      xzufi,
      articles,
      offices,
      lines,
      source: values.source,
      today: localTimeAt(Date.now(), 'Europe/Berlin').day,
      onBytes: await progress(xzufi),
    });
    if (!imported.ok) throw new ToolError(imported.failure.map(describeFailure).join('\n'), 1);
    if (values.json) console.log(JSON.stringify(imported.value));
    else printReport(imported.value, out);
    return 0;
  },
};

/** Percent on a terminal; silent elsewhere, where lines that overwrite each other are noise. */
async function progress(files: readonly string[]): Promise<(bytes: number) => void> {
  if (!process.stderr.isTTY) return () => undefined;
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(file).catch(() => null))?.size ?? 0),
  );
  // Every file is read twice.
  const total = Math.max(1, 2 * sizes.reduce((sum, size) => sum + size, 0));
  let read = 0;
  let shown = -1;
  return (bytes) => {
    read += bytes;
    const percent = Math.floor((100 * read) / total);
    if (percent === shown) return;
    shown = percent;
    process.stderr.write(`\r${percent} % gelesen${percent >= 100 ? '\n' : ''}`);
  };
}

function printReport(report: ImportReport, out: string): void {
  for (const { file, bytes, version } of report.files)
    console.log(
      `${file}: ${(bytes / 1_000_000).toFixed(1)} MB${version === null ? '' : `, XZuFi ${version}`}`,
    );
  console.log(`Gelesen: ${counts(report.read)}`);
  console.log(`Geschrieben nach ${out}: ${counts(report.written)}`);
  printRemarks('Ausgelassen', report.skipped);
  printRemarks('Angepasst', report.changed);
  const unknown = Object.entries(report.unknownElements);
  if (unknown.length > 0)
    console.log(`Unbekannte Elemente: ${unknown.map(([name, n]) => `${name} (${n})`).join(', ')}`);
}

function counts(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

function printRemarks(title: string, remarks: readonly Remark[]): void {
  if (remarks.length === 0) return;
  console.log(`${title}:`);
  for (const { reason, count, examples } of remarks) {
    console.log(`  ${count} × ${reason}`);
    for (const { file, line, what } of examples)
      console.log(`      ${file}, Zeile ${line}: ${what}`);
  }
}
