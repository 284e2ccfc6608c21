import type { Call } from '../../../shared/call/call.ts';
import type { Key, Lamp } from './layout.ts';

/** A contact that bounces is faster than a finger, in milliseconds. */
const debounceMs = 300;

/** What a key press means for the calls. */
export type KeyAction =
  | { readonly type: 'answer' | 'decline' | 'hangUp'; readonly callId: string }
  | { readonly type: 'mute'; readonly callId: string; readonly muted: boolean };

/** The keys as they were last, and when the hook was last obeyed (milliseconds). */
export interface KeyState {
  readonly pressed: Readonly<Partial<Record<Key, boolean>>>;
  readonly hookAt: number;
}

export const noKeys: KeyState = { pressed: {}, hookAt: Number.NEGATIVE_INFINITY };

interface Situation {
  readonly ringing: Call | undefined;
  /** The call that the headset carries: connected and not held, or on its way there. */
  readonly talking: Call | undefined;
}

const onTheWay: readonly Call['phase'][] = ['answering', 'dialling', 'alerting'];

function situationOf(calls: readonly Call[]): Situation {
  const ours = ({ phase, hold }: Call): boolean =>
    onTheWay.includes(phase) || (phase === 'connected' && hold !== 'held');
  return {
    ringing: calls.find(({ phase }) => phase === 'ringing'),
    // Only one talks; where all are held, the headset still belongs to the first of them.
    talking: calls.find(ours) ?? calls.find(({ phase }) => phase === 'connected'),
  };
}

/**
 * What a report of the headset means. Only edges count: headsets send press and release, and repeat
 * reports (B1-14). A hook that is a switch answers when it goes up and ends when it goes down; one that is
 * a push button does either with each push, and its release means nothing. During a conversation a
 * waiting call is taken by flash (the first is held) and refused by drop; the hook ends the conversation
 * and leaves the other one ringing.
 *
 * @param button the hook is a push button
 * @param now milliseconds
 */
export function press(
  before: KeyState,
  report: Readonly<Partial<Record<Key, boolean>>>,
  { calls, button, now }: { calls: readonly Call[]; button: boolean; now: number },
): { readonly state: KeyState; readonly action: KeyAction | null } {
  const was = before.pressed;
  const goesDown = (key: Key): boolean => report[key] === true && was[key] !== true;
  const released = report.hook === false && was.hook === true;
  const hookMoves = goesDown('hook') || released;
  const state = { pressed: { ...was, ...report }, hookAt: hookMoves ? now : before.hookAt };
  const obeyed = hookMoves && now - before.hookAt >= debounceMs;
  const hook = { taken: obeyed && goesDown('hook'), put: obeyed && released };
  return { state, action: actionOf(goesDown, hook, button, situationOf(calls)) };
}

function actionOf(
  goesDown: (key: Key) => boolean,
  hook: { readonly taken: boolean; readonly put: boolean },
  button: boolean,
  { ringing, talking }: Situation,
): KeyAction | null {
  const ends = button ? hook.taken : hook.put;
  if (hook.taken && ringing !== undefined && talking === undefined)
    return { type: 'answer', callId: ringing.id };
  if (ends && talking !== undefined) return { type: 'hangUp', callId: talking.id };
  if (goesDown('flash') && ringing !== undefined) return { type: 'answer', callId: ringing.id };
  if (goesDown('drop') && ringing !== undefined) return { type: 'decline', callId: ringing.id };
  if (goesDown('drop') && talking !== undefined) return { type: 'hangUp', callId: talking.id };
  if (goesDown('mute') && talking !== undefined)
    return { type: 'mute', callId: talking.id, muted: !talking.muted };
  return null;
}

/**
 * After the off-hook lamp was set: the switch of the headset follows it, whether or not the headset says
 * so. An echo is then no edge, and the next push is one.
 */
export function withHook(before: KeyState, offHook: boolean): KeyState {
  return { ...before, pressed: { ...before.pressed, hook: offHook } };
}

/** What the headset has to show. */
export function lampsFor(calls: readonly Call[]): Readonly<Record<Lamp, boolean>> {
  const { ringing, talking } = situationOf(calls);
  return {
    ring: ringing !== undefined,
    offHook: talking !== undefined,
    mute: talking?.muted === true,
    hold: calls.some(({ phase, hold }) => phase === 'connected' && hold === 'held'),
  };
}
