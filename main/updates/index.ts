export { startAfterwards, startedLine } from './app-image.ts';
export { installKind } from './install-kind.ts';
export { watchInstalledVersion } from './installed-version.ts';
export { rolloutPlace, thisMachine } from './rollout.ts';
export { startSelfUpdater, type SelfUpdater } from './self-updater.ts';
export type { Fault } from './update-fault.ts';
export { readOffer } from './update-offer.ts';
