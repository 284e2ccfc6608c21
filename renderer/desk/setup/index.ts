export { followSetup, newSetup, type SetupRun, type SetupStep } from './setup-run.ts';
export { SetupDialog } from './setup-dialog.tsx';
export { SetupOffer } from './setup-offer.tsx';
