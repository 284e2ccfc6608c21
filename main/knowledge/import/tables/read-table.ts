import { readFile, stat } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import type { PackFailure } from '../../pack/failure.ts';
import { accessReason } from '../../pack/read-text.ts';

/** Tables of a town have some hundred rows. */
const maxBytes = 10_000_000;

/** One row of a table with a header. */
export interface Row {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  /** Text of a column; '' where the cell is empty or the column is not there. */
  readonly cell: (column: string) => string;
  /** Items of a cell that holds several, separated by `|`. */
  readonly list: (column: string) => string[];
}

export interface Table {
  readonly rows: readonly Row[];
  readonly failures: readonly PackFailure[];
  /** Encoding that it was read in, where that is not UTF-8. */
  readonly encoding: 'Windows-1252' | null;
}

/**
 * Reads a CSV file with a header. Columns may come in any order, in capitals and with ae for ä; the separator is the one
 * that the header uses; quoted cells may hold separators and line breaks.
 * @param columns names of all columns in lower case; the first one has to be there
 */
export async function readTable(file: string, columns: readonly string[]): Promise<Table> {
  const fail = (reason: string, ...path: string[]): Table => ({
    rows: [],
    failures: [{ file, path, reason }],
    encoding: null,
  });
  let bytes: Uint8Array;
  try {
    const status = await stat(file);
    if (!status.isFile()) return fail('ist keine gewöhnliche Datei');
    if (status.size > maxBytes) return fail('ist größer als 10 MB');
    bytes = await readFile(file);
  } catch (error) {
    return fail(accessReason(error));
  }
  const { text, encoding } = decode(bytes);
  if (text.includes('\0')) return fail('ist keine Textdatei');
  try {
    const records = recordsOf(text);
    const [header, ...body] = records;
    if (header === undefined) return fail('ist leer');
    const names = header.cells.map(
      (name) => columns.find((column) => simple(column) === simple(name)) ?? name,
    );
    const failures = headerFailures(names, columns).map((reason) => ({
      file,
      path: [`Zeile ${header.line}`],
      reason,
    }));
    if (failures.length > 0) return { rows: [], failures, encoding };
    return { rows: body.map((record) => rowOf(record, names)), failures: [], encoding };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return fail(csvReason(error.code), `Zeile ${line}`);
  }
}

/** Excel saves „CSV“ in Windows-1252 and „CSV UTF-8“ with a byte order mark. */
function decode(bytes: Uint8Array): Pick<Table, 'encoding'> & { readonly text: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: null };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

/** `STRASSE` and `oeffnungszeiten` are the same columns. */
function simple(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
}

interface Cells {
  readonly line: number;
  readonly cells: readonly string[];
}

function recordsOf(text: string): readonly Cells[] {
  const records: Cells[] = [];
  parse(text, {
    delimiter: separatorOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: 200_000,
    on_record: (cells: string[], { lines }) => {
      // Lines are counted up to the end of the record, which may have line breaks in its cells.
      const breaks = cells.join('').split('\n').length - 1;
      if (cells.some((cell) => cell !== '')) records.push({ line: lines - breaks, cells });
      return null;
    },
  });
  return records;
}

function separatorOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  const count = (separator: string): number => header.split(separator).length;
  return [';', ',', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function headerFailures(names: readonly string[], columns: readonly string[]): string[] {
  const allowed = columns.map((name) => `„${name}“`).join(', ');
  const unknown = names.filter((name) => !columns.includes(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const [first = ''] = columns;
  return [
    ...unknown.map((name) => `unbekannte Spalte „${name}“; erlaubt sind ${allowed}`),
    ...twice.map((name) => `die Spalte „${name}“ steht zweimal da`),
    ...(names.includes(first) ? [] : [`die Spalte „${first}“ fehlt`]),
  ];
}

function rowOf({ line, cells }: Cells, names: readonly string[]): Row {
  const cell = (column: string): string => cells[names.indexOf(column)] ?? '';
  return {
    line,
    cell,
    list: (column) =>
      cell(column)
        .split('|')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
  };
}

function csvReason(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'ein Anführungszeichen wird nicht geschlossen';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'eine Zeile ist länger als 200.000 Zeichen';
  return `Anführungszeichen stehen falsch: in einer Zelle werden sie verdoppelt ("")`;
}
