export { crashDumps, removeOldDumps } from './crash-dumps.ts';
export { healthOf, logLines, ownNames, writeZip } from './collect.ts';
export { diagnosticFiles } from './diagnostic-files.ts';
export { sessionKind } from './session-kind.ts';
export { SipTrace } from './sip-trace.ts';
