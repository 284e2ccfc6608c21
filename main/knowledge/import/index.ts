/** The door of the import: files of town halls into a pack. */
export { importKnowledge } from './import-knowledge.ts';
export type { ImportReport, Remark } from './report.ts';
