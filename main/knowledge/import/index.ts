/** The door of the import: files of town halls into a pack. */
export { importKnowledge, type ImportOptions } from './import-knowledge.ts';
export type { ImportReport, Remark } from './report.ts';
export { lineColumns } from './tables/lines.ts';
export { officeColumns } from './tables/offices.ts';
