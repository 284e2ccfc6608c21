import type { JournalEvent } from './cloud-event.ts';

const columns = [
  'Art',
  'Zeit',
  'Beginn',
  'Sekunden',
  'Leitung',
  'ARS',
  'Kommune',
  'Themen',
  'Weitergeleitet an',
  'Ergebnis',
  'Lücke',
  'Artikel',
  'Gesucht',
  'Bemerkung',
] as const;

/** Events as a table after RFC 4180, with a header and a BOM so that spreadsheets read the umlauts. */
export function csvOf(events: readonly JournalEvent[]): string {
  const rows = events.map((event) => {
    const { municipality } = event.data;
    const place = [municipality?.ars ?? '', municipality?.name ?? ''];
    if (event.type === 'de.amtsdraht.gap.v1') {
      const { kind, article, query, remark } = event.data;
      const gap = [kind, article?.id ?? '', query ?? '', remark ?? ''];
      return ['gap', event.time, '', '', '', ...place, '', '', '', ...gap];
    }
    const { startedAt, talkSeconds, line, topics, transferredTo, outcome } = event.data;
    return [
      ...['call', event.time, startedAt, String(talkSeconds), line?.name ?? '', ...place],
      topics.map(({ title }) => title).join(' | '),
      ...[transferredTo ?? '', outcome ?? '', '', '', '', ''],
    ];
  });
  return csvText([columns, ...rows]);
}

/** Any table, see {@link csvOf}. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** Quoted where needed; a cell that a spreadsheet would run as a formula is text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
