import { useEffect } from 'react';
import type { StoreApi } from 'zustand';
import { unreachable } from '../../../shared/unreachable.ts';
import { cardInView, useDeskStore, type DeskStore } from '../desk-store.ts';
import { municipalityInputId } from '../call/municipality-picker.tsx';
import { focusSearch, searchInputId } from '../knowledge/search-focus.ts';
import { toggleCompact } from '../frame/toggle-compact.ts';
import { openWrapUps } from '../wrap-up/index.ts';
import { commandOfKey, type KeyCommand, type KeyScene } from './command-of-key.ts';

/** Listens to the keys of the whole window while the component is there. */
export function useKeyboard(): void {
  const store = useDeskStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // A held-down key must not answer, hang up or hold over and over.
      if (event.repeat || event.defaultPrevented || event.isComposing) return;
      const { key, ctrlKey: ctrl, altKey: alt, metaKey: meta } = event;
      const command = commandOfKey({ key, ctrl, alt, meta }, sceneOf(store, event.target));
      if (command === null) return;
      // The letter that starts a search has to reach the field that gets the focus.
      if (command.type !== 'focusSearch' || !command.keepKey) event.preventDefault();
      event.stopPropagation();
      execute(command, store);
    };
    // In the capture phase: the search list would take Enter and Escape otherwise.
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [store]);
}

function sceneOf(store: StoreApi<DeskStore>, target: EventTarget | null): KeyScene {
  const { desk, chosenCall, keypad, pickerOf, lineOf, article, query, dialog } = store.getState();
  return {
    calls: desk?.calls ?? [],
    chosenCall,
    keypadOpen: keypad !== null,
    singleKeys: desk?.settings.singleKeys !== false,
    wrapUpOpen: openWrapUps(desk).length > 0,
    somethingOpen: article !== null || query !== '' || pickerOf !== null || lineOf !== null,
    dialogOpen:
      dialog !== null ||
      document.querySelector('[role=dialog],[role=alertdialog],[role=menu]') !== null,
    focus: focusOf(target),
  };
}

/** Fields that stand ready for a word; empty, they leave digits, Enter and Esc to the call. */
const typable: readonly string[] = [searchInputId, municipalityInputId];

function focusOf(target: EventTarget | null): KeyScene['focus'] {
  if (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type))
    return 'control';
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
    return typable.includes(target.id) && target.value === '' ? 'emptySearch' : 'text';
  if (target instanceof Element && target.closest('button, [role=option], [role=row], a[href]'))
    return 'control';
  return 'none';
}

function execute(command: KeyCommand, store: StoreApi<DeskStore>): void {
  const { peer, desk, chosenCall, ...actions } = store.getState();
  switch (command.type) {
    case 'answer':
    case 'decline':
    case 'hangUp':
    case 'hold':
    case 'resume':
      peer.report(command.type, { callId: command.callId });
      return;
    case 'swap':
      peer.report('swap', {});
      return;
    case 'passOn':
      actions.runTransfer(command.command);
      return;
    case 'mute':
      peer.report('mute', { callId: command.callId, muted: command.muted });
      return;
    case 'keypad':
      actions.toggleKeypad(command.callId);
      return;
    case 'tone':
      actions.sendTone(command.callId, command.tone);
      return;
    case 'topic': {
      const card = cardInView({ desk, chosenCall });
      const topic = card?.topics[command.number - 1];
      if (topic !== undefined) actions.openArticle(topic.articleId);
      return;
    }
    case 'back':
      actions.goBack();
      return;
    case 'focusSearch':
      focusSearch();
      return;
    case 'dialog':
      actions.openDialog(command.dialog);
      return;
    case 'redial':
      actions.redial();
      return;
    case 'outcome':
      actions.chooseOutcome(command.outcome);
      return;
    case 'correctLine':
      actions.correctLine(cardInView({ desk, chosenCall })?.callId ?? null);
      return;
    case 'chooseMunicipality':
      chooseMunicipality(store);
      return;
    case 'saveWrapUp':
      actions.saveWrapUp();
      return;
    case 'compact':
      toggleCompact(peer, desk);
      return;
    case 'agentMenu':
      actions.openAgentMenu(true);
      return;
    default:
      unreachable(command);
  }
}

/** Goes to the picker where it stands open, else opens it for the card in view. */
function chooseMunicipality(store: StoreApi<DeskStore>): void {
  const field = document.getElementById(municipalityInputId);
  const { changeMunicipality } = store.getState();
  if (field === null) changeMunicipality(cardInView(store.getState())?.callId ?? null);
  else field.focus();
}
