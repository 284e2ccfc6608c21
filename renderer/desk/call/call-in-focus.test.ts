import { describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import { newCall } from '../../../shared/call/transition.ts';
import { hasLiveCall } from '../../../shared/call/live-call.ts';
import { callInFocus, ringingCall } from './call-in-focus.ts';

const call = (id: string, changes: Partial<Call>): Call => ({
  ...newCall({ id, direction: 'incoming', party: { number: null, displayName: null }, at: 0 }),
  ...changes,
});
const talking = call('talking', { phase: 'connected' });
const held = call('held', { phase: 'connected', hold: 'held' });
const ringing = call('ringing', {});
const ended = call('ended', { phase: 'ended' });

describe('callInFocus', () => {
  it.each([
    ['nothing', [], null, undefined],
    ['the conversation before a second caller', [talking, ringing], null, 'talking'],
    ['what the agent chose', [talking, ringing], 'ringing', 'ringing'],
    ['not a chosen call that has ended', [talking, ended], 'ended', 'talking'],
    ['the caller before a held call', [held, ringing], null, 'ringing'],
    ['a held call alone', [held], null, 'held'],
    ['the last ended call', [ended], null, 'ended'],
  ])('%s', (_what, calls, chosen, id) => {
    expect(callInFocus(calls, chosen)?.id).toBe(id);
  });
});

it('an ended call is no live call and does not ring', () => {
  expect(hasLiveCall([ended])).toBe(false);
  expect(hasLiveCall([ended, held])).toBe(true);
  expect(ringingCall([talking, ringing])?.id).toBe('ringing');
  expect(ringingCall([talking, ended])).toBeUndefined();
});
