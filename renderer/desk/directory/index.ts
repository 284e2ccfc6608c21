export { ColleagueList } from './colleague-list.tsx';
export { isName } from './is-name.ts';
export { focusOfficeList, OfficeList } from './office-list.tsx';
export { firstOffice, useOffices } from './use-offices.ts';
export { VoicemailButton } from './voicemail-button.tsx';
