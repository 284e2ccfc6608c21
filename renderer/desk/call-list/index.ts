export { CallListButton } from './call-list-button.tsx';
export { CallListDialog } from './call-list-dialog.tsx';
