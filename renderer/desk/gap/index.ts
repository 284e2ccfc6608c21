export { GapButton } from './gap-button.tsx';
export { GapDialog } from './gap-dialog.tsx';
