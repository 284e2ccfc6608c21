import { officeSchema, type Municipality, type Office } from '../../../../shared/knowledge/pack.ts';
import { germanReason, type PackFailure } from '../../pack/failure.ts';
import { parseHours } from '../hours.ts';
import { readPhone } from '../read-phone.ts';
import { createAreaNames } from './areas-by-name.ts';
import { rowFailures, type TableResult } from './row-failures.ts';
import { readTable, type Row } from './read-table.ts';

/** Columns of a table of offices (docs/knowledge-format.md). */
export const officeColumns = [
  'id',
  'name',
  'gebiet',
  'straße',
  'plz',
  'ort',
  'telefon',
  'e-mail',
  'internet',
  'öffnungszeiten',
  'zeitentext',
  'geschlossen',
  'hinweis',
] as const;

/** Column for a key of the pack's model. */
const columnOf: Readonly<Record<string, (typeof officeColumns)[number]>> = {
  id: 'id',
  name: 'name',
  area: 'gebiet',
  address: 'straße',
  phone: 'telefon',
  email: 'e-mail',
  website: 'internet',
  hours: 'öffnungszeiten',
  hoursNote: 'zeitentext',
  closedOn: 'geschlossen',
  note: 'hinweis',
};

/** Reads offices; every mistake with its line and column. */
export async function readOfficeTable(
  file: string,
  municipalities: readonly Municipality[],
): Promise<TableResult<Office>> {
  const table = await readTable(file, officeColumns);
  const areaOf = createAreaNames(municipalities);
  const failures: PackFailure[] = [...table.failures];
  const values: Office[] = [];
  for (const row of table.rows) {
    const fail = (column: string, reason: string): void => {
      failures.push({ file, path: [`Zeile ${row.line}`, column], reason });
    };
    const area = areaOf(row.cell('gebiet'));
    if (area === null)
      fail('gebiet', `„${row.cell('gebiet')}“ ist weder ein ARS noch der Name einer Kommune`);
    const hoursText = row.cell('öffnungszeiten');
    const hours = hoursText === '' ? [] : parseHours(hoursText);
    if (hours === null)
      fail(
        'öffnungszeiten',
        `„${hoursText}“ hat nicht die Form „Mo-Do 08:00-12:00 | Fr 08:00-11:00“`,
      );
    const phone = readPhone(row.cell('telefon'));
    if (phone === null) fail('telefon', `„${row.cell('telefon')}“ ist keine Rufnummer mit Vorwahl`);
    if (area === null || hours === null || phone === null) continue;
    const parsed = officeSchema.safeParse(officeFrom(row, area, hours, phone), {
      error: germanReason,
    });
    if (parsed.success) values.push(parsed.data);
    else failures.push(...rowFailures(file, row, parsed.error.issues, columnOf));
  }
  return { values, failures, encoding: table.encoding };
}

function officeFrom(row: Row, area: string, hours: Office['hours'], phone: string): unknown {
  const address = [
    row.cell('straße'),
    [row.cell('plz'), row.cell('ort')].filter((part) => part !== '').join(' '),
  ];
  const given = (key: string, value: string): Readonly<Record<string, string>> =>
    value === '' ? {} : { [key]: value };
  const website = row.cell('internet');
  return {
    id: row.cell('id'),
    name: row.cell('name'),
    area,
    ...given('address', address.filter((part) => part !== '').join(', ')),
    ...given('phone', phone),
    ...given('email', row.cell('e-mail')),
    ...(website === '' ? {} : { website: { title: row.cell('name'), url: website } }),
    hours,
    closedOn: row.list('geschlossen'),
    ...given('hoursNote', row.cell('zeitentext')),
    ...given('note', row.cell('hinweis')),
  };
}
