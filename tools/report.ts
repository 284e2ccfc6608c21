// npm run report -- DIR [--out DIR] [--from DAY] [--until DAY] [--threshold N]
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { htmlOf } from './report/html.ts';
import { collectEvents } from './report/read-events.ts';
import { reportOf } from './report/report.ts';
import { gapTableOf, tableOf } from './report/table.ts';
import { finish } from './setup/finish.ts';
import { ToolError } from './setup/tool-error.ts';

const usage = `Aufruf:
  npm run report -- ORDNER [--out ORDNER] [--from JJJJ-MM-TT] [--until JJJJ-MM-TT] [--threshold ANZAHL]`;

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      from: { type: 'string', default: '0000-01-01' },
      until: { type: 'string', default: '9999-12-31' },
      threshold: { type: 'string', default: '5' },
    },
  });
}

function wrongCall(message: string): ToolError {
  return new ToolError(`${message}\n${usage}`, 2);
}

function readArguments(): ReturnType<typeof parse> {
  try {
    return parse();
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw wrongCall(`Die Angabe ${option} gibt es nicht, oder ihr Wert fehlt.`);
  }
}

await finish(async () => {
  const { values, positionals } = readArguments();
  const [folder, ...rest] = positionals;
  if (folder === undefined) throw wrongCall('Der Ordner mit den Ereignissen fehlt.');
  if (rest.length > 0) throw wrongCall(`„${rest.join(' ')}“ gehört nicht hierher.`);
  for (const [option, day] of [
    ['--from', values.from],
    ['--until', values.until],
  ] as const)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw wrongCall(`${option} braucht einen Tag der Form 2026-01-31, nicht „${day}“.`);
  const threshold = /^\d{1,3}$/.test(values.threshold) ? Number(values.threshold) : 0;
  if (threshold < 2) throw wrongCall('--threshold braucht eine Zahl von 2 bis 999.');

  const { entries, complete, files } = await collectEvents(folder);
  const report = reportOf(entries, {
    from: values.from,
    until: values.until,
    threshold,
  });
  const out = values.out ?? join(folder, 'auswertung');
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'bericht.html'), htmlOf(report));
  await writeFile(join(out, 'bericht.csv'), tableOf(report));
  await writeFile(join(out, 'luecken-intern.csv'), gapTableOf(report));
  console.log(
    `${String(report.calls)} Gespräche und ${String(report.gapCount)} Lücken aus ${String(files)} Dateien: ${join(out, 'bericht.html')}, bericht.csv; für die Redaktion, nicht zum Veröffentlichen: luecken-intern.csv`,
  );
  return complete ? 0 : 1;
});
