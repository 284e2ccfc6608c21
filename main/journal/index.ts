export { CallbackList } from './callback-list.ts';
export { Journal, utcDay } from './journal.ts';
export { WrapUps } from './wrap-ups.ts';
export { Exporter, type ExportState } from './export/exporter.ts';
