import { expect, it } from 'vitest';
import type { Call } from '../call/call.ts';
import { newCall } from '../call/transition.ts';
import { newAgentState, type AgentState } from './agent-state.ts';
import { wrapsUp } from './after-call.ts';

const automatic = { automatic: true, seconds: 0 };
const ready: AgentState = { ...newAgentState(0, null), status: { kind: 'ready' } };
const call = (changes: Partial<Call>): Call => ({
  ...newCall({ id: 'a', direction: 'incoming', party: { number: null, displayName: null }, at: 0 }),
  ...changes,
});
const talking = call({ phase: 'connected', connectedAt: 1 });
const over = call({ phase: 'ended', connectedAt: 1, endedAt: 2, endReason: 'hungUpHere' });

it('follows an answered incoming call', () => {
  expect(wrapsUp([talking], [over], ready, automatic)).toBe(true);
});

const never: readonly (readonly [string, Parameters<typeof wrapsUp>])[] = [
  ['not set', [[talking], [over], ready, { automatic: false, seconds: 30 }]],
  ['told already', [[over], [over], ready, automatic]],
  ['never answered', [[call({})], [{ ...over, connectedAt: null }], ready, automatic]],
  [
    'outgoing',
    [
      [{ ...talking, direction: 'outgoing' }],
      [{ ...over, direction: 'outgoing' }],
      ready,
      automatic,
    ],
  ],
  [
    'another call goes on',
    [
      [talking, { ...talking, id: 'b', hold: 'held' }],
      [over, { ...talking, id: 'b', hold: 'held' }],
      ready,
      automatic,
    ],
  ],
  [
    'the agent is on a break',
    [[talking], [over], { ...ready, status: { kind: 'pause', reason: null } }, automatic],
  ],
  [
    'the agent wants something else',
    [[talking], [over], { ...ready, pending: { kind: 'off' } }, automatic],
  ],
];
it.each(never)('does not follow: %s', (_name, given) => {
  expect(wrapsUp(...given)).toBe(false);
});
