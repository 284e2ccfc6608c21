export { emptyCallback, orderOf, type CallbackFault } from './callback-draft.ts';
export { CallbackFields } from './callback-fields.tsx';
export { openWrapUps, shownWrapUps } from './open-wrap-up.ts';
export { outcomeOfKey } from './wrap-up-actions.ts';
export { wrapUpLineId, wrapUpMunicipalityId } from './wrap-up-facts.tsx';
export { WrapUpPanel, wrapUpNoteId } from './wrap-up-panel.tsx';
