import { describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import { newCall } from '../../../shared/call/transition.ts';
import { lampsFor, noKeys, press, withHook, type KeyAction } from './keys.ts';
import type { Key } from './layout.ts';

const party = { number: null, displayName: null };
const first = newCall({ id: 'first', direction: 'incoming', party, at: 0 });
const second = newCall({ id: 'second', direction: 'incoming', party, at: 0 });
const talking: Call = { ...first, phase: 'connected' };
const held: Call = { ...talking, hold: 'held' };
const answer = (callId: string): KeyAction => ({ type: 'answer', callId });
const hangUp = (callId: string): KeyAction => ({ type: 'hangUp', callId });

type Step = Partial<Record<Key, boolean>> & { readonly at?: number };

/** What the steps do, without the nothings. */
function pressed(calls: readonly Call[], steps: readonly Step[], button = false): KeyAction[] {
  const offHook = lampsFor(calls).offHook;
  let state = button ? noKeys : withHook(noKeys, offHook);
  return steps.flatMap(({ at, ...report }, index) => {
    const step = press(state, report, { calls, button, now: at ?? index * 1_000 });
    state = step.state;
    return step.action ?? [];
  });
}

describe('a hook that is a switch', () => {
  it.each<[string, Call[], Step[], KeyAction[]]>([
    ['up answers', [first], [{ hook: true }], [answer('first')]],
    ['up without a call does nothing', [], [{ hook: true }, { hook: false }], []],
    ['down ends', [talking], [{ hook: false }], [hangUp('first')]],
    ['the echo of our own lamp is no key', [talking], [{ hook: true }], []],
    ['after the echo, down ends', [talking], [{ hook: true }, { hook: false }], [hangUp('first')]],
    ['a repeated report is one key', [first], [{ hook: true }, { hook: true }], [answer('first')]],
    [
      'a bouncing contact answers once',
      [first],
      [
        { hook: true, at: 0 },
        { hook: false, at: 20 },
        { hook: true, at: 40 },
      ],
      [answer('first')],
    ],
    ['a late echo of the last call does not refuse the next', [first], [{ hook: false }], []],
    [
      'down ends the conversation and leaves the second ringing',
      [talking, second],
      [{ hook: false }],
      [hangUp('first')],
    ],
    ['while another one is held, the hook is up already', [held, second], [{ hook: true }], []],
  ])('%s', (_what, calls, steps, actions) => {
    expect(pressed(calls, steps)).toEqual(actions);
  });
});

describe('a hook that is a push button', () => {
  it.each<[string, Call[], Step[], KeyAction[]]>([
    [
      'press and release answer once',
      [first],
      [{ hook: true }, { hook: false }],
      [answer('first')],
    ],
    ['the release after answering does not end', [talking], [{ hook: false }], []],
    ['another push ends', [talking], [{ hook: true }, { hook: false }], [hangUp('first')]],
  ])('%s', (_what, calls, steps, actions) => {
    expect(pressed(calls, steps, true)).toEqual(actions);
  });
});

describe('the other keys', () => {
  const muted = { ...talking, muted: true };
  it.each<[string, Call[], Step[], KeyAction[]]>([
    [
      'mute, pressed and released',
      [talking],
      [{ mute: true }, { mute: false }],
      [{ type: 'mute', callId: 'first', muted: true }],
    ],
    ['mute again', [muted], [{ mute: true }], [{ type: 'mute', callId: 'first', muted: false }]],
    ['mute without a conversation', [first], [{ mute: true }], []],
    [
      'flash takes the second call',
      [talking, second],
      [{ flash: true }, { flash: false }],
      [answer('second')],
    ],
    ['flash alone', [talking], [{ flash: true }], []],
    [
      'drop refuses what rings',
      [talking, second],
      [{ drop: true }],
      [{ type: 'decline', callId: 'second' }],
    ],
    ['drop ends a conversation', [talking], [{ drop: true }], [hangUp('first')]],
  ])('%s', (_what, calls, steps, actions) => {
    expect(pressed(calls, steps)).toEqual(actions);
  });
});

describe('lampsFor', () => {
  it.each<[string, Call[], string[]]>([
    ['idle', [], []],
    ['ringing', [first], ['ring']],
    ['talking and muted', [{ ...talking, muted: true }], ['offHook', 'mute']],
    ['held, the second rings', [held, second], ['ring', 'offHook', 'hold']],
    ['over', [{ ...talking, phase: 'ended' }], []],
  ])('%s', (_what, calls, lit) => {
    const lamps = Object.entries(lampsFor(calls)).filter(([, on]) => on);
    expect(lamps.map(([name]) => name)).toEqual(lit);
  });
});
