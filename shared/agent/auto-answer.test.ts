import { expect, it } from 'vitest';
import type { Call } from '../call/call.ts';
import { newCall } from '../call/transition.ts';
import { newAgentState, type AgentState } from './agent-state.ts';
import { autoAnswerMs } from './auto-answer.ts';

const ready: AgentState = { ...newAgentState(0, null), status: { kind: 'ready' } };
const call: Call = newCall({
  id: 'a',
  direction: 'incoming',
  party: { number: null, displayName: null },
  at: 0,
});
const always = { mode: 'always', afterSeconds: 2 } as const;
const byHeader = { mode: 'byHeader', afterSeconds: 2 } as const;
const off = { mode: 'off', afterSeconds: 2 } as const;

const rows: readonly (readonly [string, Parameters<typeof autoAnswerMs>, number | null])[] = [
  ['always', [always, null, 'a', [call], ready], 2000],
  ['always, but the PBX knows better', [always, 0, 'a', [call], ready], 0],
  ['by header', [byHeader, 1, 'a', [call], ready], 1000],
  ['by header without one', [byHeader, null, 'a', [call], ready], null],
  ['off, whatever the PBX asks', [off, 0, 'a', [call], ready], null],
  ['on a break', [always, 0, 'a', [call], { ...ready, status: { kind: 'wrapUp' } }], null],
  ['leaving', [always, 0, 'a', [call], { ...ready, pending: { kind: 'off' } }], null],
  ['not confirmed yet', [always, 0, 'a', [call], newAgentState(0, { kind: 'ready' })], null],
  ['another call', [always, 0, 'a', [call, { ...call, id: 'b', phase: 'connected' }], ready], null],
  ['an old one', [always, 0, 'a', [call, { ...call, id: 'b', phase: 'ended' }], ready], 0],
  ['answered already', [always, 0, 'a', [{ ...call, phase: 'connected' }], ready], null],
  ['gone', [always, 0, 'a', [], ready], null],
];
it.each(rows)('%s', (_name, given, expected) => {
  expect(autoAnswerMs(...given)).toBe(expected);
});
