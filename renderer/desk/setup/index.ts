export { SetupDialog } from './setup-dialog.tsx';
export { SetupOffer } from './setup-offer.tsx';
