import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dayAfter, localTimeAt } from '../../shared/knowledge/local-time.ts';
import { collectEvents } from '../report/read-events.ts';
import { askedCounts } from './asked-counts.ts';
import { packAt, readArguments, required, wrongCall, type Command } from './command-line.ts';

/** Fields of a line that this command does not know stay as their editors wrote them. */
const rawLines = z.array(z.looseObject({ id: z.string() }));

/** Writes into a pack's lines what agents opened lately, counted from collected exports. */
export const asked: Command = {
  usage: [
    'asked --pack ORDNER [--until JJJJ-MM-TT] [--days ANZAHL] [--threshold ANZAHL] EREIGNISSE',
  ],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      pack: { type: 'string' },
      until: { type: 'string', default: localTimeAt(Date.now(), 'Europe/Berlin').day },
      days: { type: 'string', default: '7' },
      threshold: { type: 'string', default: '5' },
    });
    const folder = required(values.pack, '--pack');
    const [events, extra] = positionals;
    if (events === undefined) throw wrongCall('Der Ordner mit den Ereignissen fehlt.');
    if (extra !== undefined) throw wrongCall(`„${extra}“ gehört nicht zu asked.`);
    if (!z.iso.date().safeParse(values.until).success)
      throw wrongCall(`--until braucht einen Tag der Form 2026-01-31, nicht „${values.until}“.`);
    const days = wholeNumber(values.days, '--days', 1, 31);
    const threshold = wholeNumber(values.threshold, '--threshold', 2, 999);

    const { articles } = await packAt(folder);
    const { entries, complete } = await collectEvents(events);
    const counts = askedCounts(
      entries,
      { from: dayAfter(values.until, 1 - days), until: values.until, threshold },
      new Set(articles.map(({ id }) => id)),
    );

    const file = join(folder, 'lines.json');
    const lines = rawLines.parse(JSON.parse(await readFile(file, 'utf8'))).map((line) => {
      const { asked: _before, ...rest } = line;
      const found = counts.get(line.id) ?? [];
      return found.length === 0
        ? rest
        : { ...rest, asked: { until: values.until, articles: found } };
    });
    // A half-written file would cost the pack its lines.
    await writeFile(`${file}.neu`, `${JSON.stringify(lines, null, 2)}\n`);
    await rename(`${file}.neu`, file);
    await packAt(folder);
    const counted = lines.filter((line) => 'asked' in line).length;
    console.log(
      `${String(counted)} von ${String(lines.length)} Leitungen mit Zahlen bis ${values.until}: ${file}`,
    );
    return complete ? 0 : 1;
  },
};

function wholeNumber(text: string, option: string, least: number, most: number): number {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : -1;
  if (value < least || value > most)
    throw wrongCall(
      `${option} braucht eine Zahl von ${String(least)} bis ${String(most)}, nicht „${text}“.`,
    );
  return value;
}
