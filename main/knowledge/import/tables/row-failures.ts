import type { z } from 'zod';
import type { PackFailure } from '../../pack/failure.ts';
import type { Row, Table } from './read-table.ts';

/** Entries of a table, and everything that is wrong with the others. */
export interface TableResult<Value> extends Pick<Table, 'encoding' | 'failures'> {
  readonly values: readonly Value[];
}

/** Failures of the schema, told by line and column of the table. */
export function rowFailures(
  file: string,
  row: Row,
  issues: readonly z.core.$ZodIssue[],
  columnOf: Readonly<Record<string, string>>,
): readonly PackFailure[] {
  return issues.map((issue) => {
    const [key] = issue.path;
    const column = columnOf[String(key)] ?? String(key);
    return { file, path: [`Zeile ${row.line}`, column], reason: issue.message };
  });
}
