import { useEffect } from 'react';
import type { StoreApi } from 'zustand';
import { unreachable } from '../../../shared/unreachable.ts';
import { cardInView, useDeskStore, type DeskStore } from '../desk-store.ts';
import { lineChoices, type LineChoices } from '../call/line-choices.ts';
import { ringingCall } from '../call/call-in-focus.ts';
import { municipalityInputId } from '../call/municipality-picker.tsx';
import { focusSearch, searchInputId } from '../knowledge/search-focus.ts';
import { toggleCompact } from '../frame/toggle-compact.ts';
import { openWrapUps, wrapUpLineId, wrapUpMunicipalityId, wrapUpNoteId } from '../wrap-up/index.ts';
import { commandOfKey, type KeyCommand, type KeyScene } from './command-of-key.ts';

/** Listens to the keys of the whole window while the component is there. */
export function useKeyboard(): void {
  const store = useDeskStore();
  useEffect(() => {
    let ringing: string | undefined;
    // Where the focus stood when it began to ring says nothing about what Enter is pressed for.
    let movedSince = false;
    const stopFollowing = store.subscribe(({ desk }) => {
      const now = ringingCall(desk?.calls ?? [])?.id;
      if (now !== ringing) movedSince = false;
      ringing = now;
    });
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Tab' || event.key.startsWith('Arrow')) movedSince = true;
      // A held-down key must not answer, hang up or hold over and over.
      if (event.repeat || event.defaultPrevented || event.isComposing) return;
      const { key, ctrlKey: ctrl, altKey: alt, metaKey: meta } = event;
      const command = commandOfKey(
        { key, ctrl, alt, meta },
        sceneOf(store, event.target, ringing !== undefined && !movedSince),
      );
      if (command === null) return;
      // The letter that starts a search has to reach the field that gets the focus.
      if (command.type !== 'focusSearch' || !command.keepKey) event.preventDefault();
      event.stopPropagation();
      execute(command, store);
    };
    // In the capture phase: the search list would take Enter and Escape otherwise.
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      stopFollowing();
      removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [store]);
}

/** @param fresh it rings, and the agent has not moved the focus since */
function sceneOf(store: StoreApi<DeskStore>, target: EventTarget | null, fresh: boolean): KeyScene {
  const { desk, chosenCall, keypad, pickerOf, lineOf, article, query, dialog } = store.getState();
  const card = cardInView({ desk, chosenCall });
  return {
    calls: desk?.calls ?? [],
    chosenCall,
    keypadOpen: keypad !== null,
    singleKeys: desk?.settings.singleKeys !== false,
    wrapUpOpen: openWrapUps(desk).length > 0,
    choosesLine: offeredLines(store.getState()).byDigit,
    suggested: card !== undefined && card.suggestion !== null,
    somethingOpen: article !== null || query !== '' || pickerOf !== null || lineOf !== null,
    dialogOpen:
      dialog !== null ||
      document.querySelector('[role=dialog],[role=alertdialog],[role=menu]') !== null,
    focus: focusOf(target, fresh),
  };
}

/** Fields that stand ready for a word; empty, they leave digits, Enter and Esc to the call. */
const typable: readonly string[] = [searchInputId, municipalityInputId];

function offeredLines({ desk, chosenCall, lineOf }: DeskStore): LineChoices {
  const card = cardInView({ desk, chosenCall });
  if (card === undefined) return { lines: [], byDigit: false };
  return lineChoices(card, desk?.lines ?? [], lineOf === card.callId);
}

function focusOf(target: EventTarget | null, fresh: boolean): KeyScene['focus'] {
  if (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type))
    return fresh ? 'none' : 'control';
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    if (target.closest('.desk-wrap-up') !== null) return 'note';
    const ready = typable.includes(target.id) || target.closest('[role=dialog]') !== null;
    return ready && target.value === '' ? 'emptySearch' : 'text';
  }
  if (target instanceof HTMLSelectElement) return 'select';
  const control =
    target instanceof Element && target.closest('button, [role=option], [role=row], a[href]');
  // A mouse leaves the focus on what it has clicked; nobody means that by Enter.
  return control && !fresh && control.matches(':focus-visible') ? 'control' : 'none';
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
    case 'line': {
      const card = cardInView({ desk, chosenCall });
      const line = offeredLines(store.getState()).lines[command.number - 1];
      if (card !== undefined && line !== undefined) actions.chooseLine(card.callId, line.id);
      return;
    }
    case 'takeSuggestion': {
      const card = cardInView({ desk, chosenCall });
      const ars = card?.suggestion?.ars;
      if (card !== undefined && ars !== undefined) actions.chooseMunicipality(card.callId, ars);
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
      correctLine(store);
      return;
    case 'chooseMunicipality':
      chooseMunicipality(store);
      return;
    case 'saveWrapUp':
      actions.saveWrapUp();
      return;
    case 'focusNote':
      document.getElementById(wrapUpNoteId)?.focus();
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

/** Offers the lines for the card in view; after a call its wrap-up has the line. */
function correctLine(store: StoreApi<DeskStore>): void {
  const field = document.getElementById(wrapUpLineId);
  if (field === null) store.getState().correctLine(cardOfLiveCall(store));
  else field.focus();
}

/** Goes to the picker, or the wrap-up, where it stands open, else opens it for the card in view. */
function chooseMunicipality(store: StoreApi<DeskStore>): void {
  const field =
    document.getElementById(wrapUpMunicipalityId) ?? document.getElementById(municipalityInputId);
  const { changeMunicipality } = store.getState();
  if (field === null) changeMunicipality(cardOfLiveCall(store));
  else field.focus();
}

/** The card of a call that is over is changed no more. */
function cardOfLiveCall(store: StoreApi<DeskStore>): string | null {
  const { desk, chosenCall } = store.getState();
  const callId = cardInView({ desk, chosenCall })?.callId;
  const call = desk?.calls.find(({ id }) => id === callId);
  return call === undefined || call.phase === 'ended' ? null : call.id;
}
