export { healthOf, logLines, ownNames, writeZip } from './collect.ts';
export { diagnosticFiles } from './diagnostic-files.ts';
