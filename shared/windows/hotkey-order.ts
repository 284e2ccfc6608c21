import type { Call } from '../call/call.ts';
import { unreachable } from '../unreachable.ts';
import type { HotkeyCommand } from './window-settings.ts';

/** What the phone is told to do when a key for the whole system is pressed. */
export type HotkeyOrder =
  | { readonly type: 'answer'; readonly callId: string }
  | { readonly type: 'hangUp'; readonly callId: string }
  | { readonly type: 'mute'; readonly callId: string; readonly muted: boolean };

/**
 * The call that a key is meant for. The agent may not see the desk, so there is no guessing: the caller who
 * waits longest is answered; the conversation is hung up or muted, never a call on hold or one that rings.
 */
export function hotkeyOrder(command: HotkeyCommand, calls: readonly Call[]): HotkeyOrder | null {
  const talking = calls.find(({ phase, hold }) => phase === 'connected' && hold === 'active');
  switch (command) {
    case 'answer': {
      const ringing = calls.find(({ phase }) => phase === 'ringing');
      return ringing === undefined ? null : { type: 'answer', callId: ringing.id };
    }
    case 'hangUp': {
      const dialling = calls.find(({ phase }) => phase === 'dialling' || phase === 'alerting');
      // A consultation that is being dialled is what the agent hears; the caller is on hold then.
      const ending = dialling ?? talking;
      return ending === undefined ? null : { type: 'hangUp', callId: ending.id };
    }
    case 'mute':
      return talking === undefined
        ? null
        : { type: 'mute', callId: talking.id, muted: !talking.muted };
    default:
      return unreachable(command);
  }
}
