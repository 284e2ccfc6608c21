export { CallbacksButton } from './callbacks-button.tsx';
export { CallbacksDialog } from './callbacks-dialog.tsx';
