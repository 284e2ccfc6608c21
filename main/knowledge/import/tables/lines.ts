import { lineSchema, type Line, type Municipality } from '../../../../shared/knowledge/pack.ts';
import { germanReason, type PackFailure } from '../../pack/failure.ts';
import { readPhone } from '../read-phone.ts';
import { createAreaNames } from './areas-by-name.ts';
import { readTable } from './read-table.ts';
import { rowFailures, type TableResult } from './row-failures.ts';

/** Columns of a table of lines (docs/knowledge-format.md). */
export const lineColumns = [
  'id',
  'name',
  'kommune',
  'gebiet',
  'nummern',
  'kennungen',
  'begrüßung',
  'farbe',
  'stellen',
  'themen',
] as const;

const columnOf: Readonly<Record<string, (typeof lineColumns)[number]>> = {
  id: 'id',
  name: 'name',
  municipality: 'kommune',
  area: 'gebiet',
  numbers: 'nummern',
  displayPrefixes: 'kennungen',
  greeting: 'begrüßung',
  color: 'farbe',
  offices: 'stellen',
  topics: 'themen',
};

const colors: ReadonlyMap<string, Line['color']> = new Map([
  ['blau', 'blue'],
  ['grün', 'green'],
  ['violett', 'violet'],
  ['orange', 'orange'],
  ['petrol', 'teal'],
  ['rot', 'red'],
]);

/** Reads lines; every mistake with its line of the file and its column. */
export async function readLineTable(
  file: string,
  municipalities: readonly Municipality[],
): Promise<TableResult<Line>> {
  const table = await readTable(file, lineColumns);
  const areaOf = createAreaNames(municipalities);
  const failures: PackFailure[] = [...table.failures];
  const values: Line[] = [];
  for (const row of table.rows) {
    const before = failures.length;
    const fail = (column: string, reason: string): void => {
      failures.push({ file, path: [`Zeile ${row.line}`, column], reason });
    };
    /** A line may be for no municipality (115), but it always has an area. */
    const area = (column: string, text: string): string | null => {
      const found = text === '' ? null : areaOf(text);
      if (text !== '' && found === null)
        fail(column, `„${text}“ ist weder ein ARS noch der Name einer Kommune`);
      return found;
    };
    const municipality = area('kommune', row.cell('kommune'));
    const own = area('gebiet', row.cell('gebiet')) ?? municipality;
    if (own === null && failures.length === before) fail('gebiet', 'fehlt, ebenso „kommune“');
    const color = row.cell('farbe').toLowerCase();
    const numbers = row.list('nummern').map((text) => {
      const number = readPhone(text);
      if (number === null) fail('nummern', `„${text}“ ist keine Rufnummer mit Vorwahl`);
      return number;
    });
    if (failures.length > before) continue;
    const parsed = lineSchema.safeParse(
      {
        id: row.cell('id'),
        name: row.cell('name'),
        municipality,
        area: own,
        numbers,
        displayPrefixes: row.list('kennungen'),
        greeting: row.cell('begrüßung'),
        color: colors.get(color) ?? color,
        offices: row.list('stellen'),
        topics: row.list('themen'),
      },
      { error: germanReason },
    );
    if (parsed.success) values.push(parsed.data);
    else failures.push(...rowFailures(file, row, parsed.error.issues, columnOf));
  }
  return { values, failures, encoding: table.encoding };
}
