import type { Call } from '../../../shared/call/call.ts';
import type { Outcome } from '../../../shared/journal/outcome.ts';
import { waitingCall } from '../../../shared/call/waiting-call.ts';
import { callInFocus, ringingCall } from '../call/call-in-focus.ts';
import { outcomeOfKey } from '../wrap-up/index.ts';
import { transferCommand, type TransferCommand } from '../call/transfer-command.ts';

/** What a key press means at this moment. */
export type KeyCommand =
  | { readonly type: 'answer'; readonly callId: string }
  | { readonly type: 'decline'; readonly callId: string }
  | { readonly type: 'hangUp'; readonly callId: string }
  | { readonly type: 'hold'; readonly callId: string }
  | { readonly type: 'resume'; readonly callId: string }
  | { readonly type: 'swap' }
  | { readonly type: 'passOn'; readonly command: TransferCommand }
  | { readonly type: 'mute'; readonly callId: string; readonly muted: boolean }
  | { readonly type: 'keypad'; readonly callId: string }
  | { readonly type: 'tone'; readonly callId: string; readonly tone: string }
  | { readonly type: 'topic'; readonly number: number }
  | { readonly type: 'line'; readonly number: number }
  | { readonly type: 'takeSuggestion' }
  | { readonly type: 'back' }
  | { readonly type: 'focusSearch'; readonly keepKey: boolean }
  | {
      readonly type: 'dialog';
      readonly dialog: 'dial' | 'keys' | 'calls' | 'callbacks' | 'gap' | 'shift' | 'setup';
    }
  | { readonly type: 'redial' }
  | { readonly type: 'agentMenu' }
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'saveWrapUp' }
  | { readonly type: 'focusNote' }
  | { readonly type: 'correctLine' }
  | { readonly type: 'chooseMunicipality' }
  | { readonly type: 'compact' };

export interface KeyPress {
  /** KeyboardEvent.key */
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** Where the press happens. */
export interface KeyScene {
  readonly calls: readonly Call[];
  readonly chosenCall: string | null;
  readonly keypadOpen: boolean;
  /** Something of the knowledge side is open that Esc closes. */
  readonly somethingOpen: boolean;
  readonly dialogOpen: boolean;
  /** Digits and letters act without Alt, too. */
  readonly singleKeys: boolean;
  /** A call that is over waits for its outcome. */
  readonly wrapUpOpen: boolean;
  /** Lines stand on the card to be chosen, and no topics are in the way of their digits. */
  readonly choosesLine: boolean;
  /** A municipality is suggested by the caller's area code. */
  readonly suggested: boolean;
  /**
   * `text`: a field that takes the key itself; `note`: one of the wrap-up, which keeps what is written when
   * it rings; `emptySearch`: a field that stands ready for a word, with nothing in it; `control`: a button or list that knows Enter; `select`: a
   * native list of choices, which finds them by their letters.
   */
  readonly focus: 'none' | 'text' | 'note' | 'emptySearch' | 'control' | 'select';
}

/**
 * The keyboard of the desk, as a table in one function. null: the key goes its usual way.
 * Keys of the call (F2 and F4 to F10) work everywhere, also while typing; Enter answers unless the focused
 * element needs it (docs/decisions/0097); a letter is always the beginning of a search.
 */
export function commandOfKey(press: KeyPress, scene: KeyScene): KeyCommand | null {
  if (scene.dialogOpen) return callKey(press, scene) ?? answerKey(press, scene);
  return (
    callKey(press, scene) ??
    answerKey(press, scene) ??
    ringKey(press, scene) ??
    textKey(press, scene)
  );
}

function callKey({ key, ctrl, alt, meta }: KeyPress, scene: KeyScene): KeyCommand | null {
  if (ctrl || alt || meta) return null;
  const call = callInFocus(scene.calls, scene.chosenCall);
  if (call === undefined || call.phase === 'ended') return null;
  const connected = call.phase === 'connected';
  switch (key) {
    case 'F2':
      return waitingCall(scene.calls) === null ? null : { type: 'swap' };
    case 'F4':
    case 'F5':
    case 'F6': {
      const command = transferCommand(key, scene.calls, call);
      const asks = command?.type === 'transfer' || command?.type === 'consult';
      return command === null || (asks && scene.dialogOpen) ? null : { type: 'passOn', command };
    }
    case 'F7':
      return connected ? { type: 'keypad', callId: call.id } : null;
    case 'F8':
      return connected ? { type: 'mute', callId: call.id, muted: !call.muted } : null;
    case 'F9':
      if (!connected) return null;
      if (call.hold === 'active') return { type: 'hold', callId: call.id };
      return call.hold === 'held' ? { type: 'resume', callId: call.id } : null;
    case 'F10':
      return call.phase === 'ringing' ? null : { type: 'hangUp', callId: call.id };
    default:
      return null;
  }
}

/**
 * Enter answers, also from a dialog and from the note of the call before; not where a word is written that it
 * would send, nor on a control to which the agent has gone since it rings.
 */
function answerKey({ key, ctrl, alt, meta }: KeyPress, scene: KeyScene): KeyCommand | null {
  if (key !== 'Enter' || ctrl || alt || meta) return null;
  if (scene.focus === 'text' || scene.focus === 'control') return null;
  const call = ringingCall(scene.calls);
  return call === undefined ? null : { type: 'answer', callId: call.id };
}

function ringKey({ key, ctrl, alt, meta }: KeyPress, scene: KeyScene): KeyCommand | null {
  if (ctrl || alt || meta) return null;
  const call = ringingCall(scene.calls);
  if (key === 'Escape') {
    if (scene.keypadOpen || scene.somethingOpen) return { type: 'back' };
    // What somebody types in a note or a town is cleared by it; no caller is lost to that.
    if (scene.focus === 'text' || scene.focus === 'note') return null;
    return call === undefined ? null : { type: 'decline', callId: call.id };
  }
  const enterIsFree = ['none', 'emptySearch', 'select'].includes(scene.focus);
  if (key === 'Enter' && enterIsFree && scene.wrapUpOpen) return { type: 'saveWrapUp' };
  return null;
}

/** Ctrl with a letter. */
const controlCommands: Readonly<Partial<Record<string, KeyCommand>>> = {
  k: { type: 'focusSearch', keepKey: false },
  l: { type: 'correctLine' },
  o: { type: 'chooseMunicipality' },
  b: { type: 'dialog', dialog: 'callbacks' },
  g: { type: 'dialog', dialog: 'gap' },
  s: { type: 'dialog', dialog: 'shift' },
  n: { type: 'focusNote' },
  e: { type: 'dialog', dialog: 'setup' },
  r: { type: 'redial' },
  m: { type: 'compact' },
};

function textKey({ key, ctrl, alt, meta }: KeyPress, scene: KeyScene): KeyCommand | null {
  if (ctrl && !alt && !meta) return controlCommands[key.toLowerCase()] ?? null;
  // Screen readers take single digits for themselves while they read; with Alt they let them pass.
  if (alt && !ctrl && !meta) return digitKey(key, scene);
  if (ctrl || alt || meta) return null;
  if (key === 'F1') return { type: 'dialog', dialog: 'keys' };
  if (key === 'F12') return { type: 'agentMenu' };
  if (key === 'F3') return { type: 'dialog', dialog: 'dial' };
  if (key === 'F11') return { type: 'dialog', dialog: 'calls' };
  const typing = scene.focus === 'text' || scene.focus === 'note';
  const talking = callInFocus(scene.calls, scene.chosenCall);
  if (scene.keypadOpen && !typing && talking !== undefined && /^[0-9*#]$/.test(key))
    return { type: 'tone', callId: talking.id, tone: key };
  if (typing) return null;
  if (!scene.singleKeys) return null;
  const command = digitKey(key, scene);
  if (command !== null || scene.focus === 'emptySearch' || scene.focus === 'select') return command;
  if (key === '/') return { type: 'focusSearch', keepKey: false };
  return /^\p{L}$/u.test(key) ? { type: 'focusSearch', keepKey: true } : null;
}

/** A digit chooses: after a call its outcome, else a line where lines are offered, else a topic; 0 the guess. */
function digitKey(key: string, scene: KeyScene): KeyCommand | null {
  const outcome = scene.wrapUpOpen ? outcomeOfKey(key) : undefined;
  if (outcome !== undefined) return { type: 'outcome', outcome };
  if (key === '0' && scene.suggested) return { type: 'takeSuggestion' };
  if (!/^[1-9]$/.test(key)) return null;
  return { type: scene.choosesLine ? 'line' : 'topic', number: Number(key) };
}
