import { describe, expect, it } from 'vitest';
import { agentTransition, newAgentState, type AgentEvent, type AgentState } from './agent-state.ts';

const ready = { kind: 'ready' } as const;
const lunch = { kind: 'pause', reason: 'Mittag' } as const;
const off = { kind: 'off' } as const;
const unknown = { kind: 'unknown' } as const;

const settled = (status: AgentState['status']): AgentState => ({
  ...newAgentState(1, null),
  status,
});
const states = {
  fresh: newAgentState(1, null),
  starting: newAgentState(1, ready),
  ready: settled(ready),
  toLunch: { ...settled(ready), pending: lunch },
  lunch: settled(lunch),
  wrappingUp: { ...settled({ kind: 'wrapUp' }), endsAt: 9 },
  failed: { ...settled(ready), failure: { wanted: lunch, cause: 'refused' } },
} as const satisfies Record<string, AgentState>;

const events = {
  wantReady: { type: 'requested', status: ready },
  wantLunch: { type: 'requested', status: lunch },
  readyConfirmed: { type: 'confirmed', status: ready, at: 5, endsAt: null },
  lunchConfirmed: { type: 'confirmed', status: lunch, at: 5, endsAt: null },
  lunchRefused: { type: 'refused', status: lunch, cause: 'noAnswer' },
  lost: { type: 'lost', at: 6 },
  failureSeen: { type: 'failureSeen' },
} as const satisfies Record<string, AgentEvent>;

/** What changes; null: nothing, the same object. Every state meets every event. */
const table: Record<
  keyof typeof states,
  Record<keyof typeof events, Partial<AgentState> | null>
> = {
  fresh: {
    wantReady: { pending: ready },
    wantLunch: { pending: lunch },
    readyConfirmed: { status: ready, since: 5 },
    lunchConfirmed: { status: lunch, since: 5 },
    lunchRefused: null,
    lost: null,
    failureSeen: null,
  },
  starting: {
    wantReady: null,
    wantLunch: { pending: lunch },
    readyConfirmed: { status: ready, since: 5, pending: null },
    lunchConfirmed: { status: lunch, since: 5 },
    lunchRefused: null,
    lost: null,
    failureSeen: null,
  },
  ready: {
    wantReady: null,
    wantLunch: { pending: lunch },
    readyConfirmed: {},
    lunchConfirmed: { status: lunch, since: 5 },
    lunchRefused: null,
    lost: { status: unknown, since: 6, pending: ready },
    failureSeen: null,
  },
  toLunch: {
    wantReady: { pending: ready },
    wantLunch: null,
    readyConfirmed: {},
    lunchConfirmed: { status: lunch, since: 5, pending: null },
    lunchRefused: { pending: null, failure: { wanted: lunch, cause: 'noAnswer' } },
    lost: { status: unknown, since: 6 },
    failureSeen: null,
  },
  lunch: {
    wantReady: { pending: ready },
    wantLunch: null,
    readyConfirmed: { status: ready, since: 5 },
    lunchConfirmed: {},
    lunchRefused: null,
    lost: { status: unknown, since: 6, pending: lunch },
    failureSeen: null,
  },
  wrappingUp: {
    wantReady: { pending: ready },
    wantLunch: { pending: lunch },
    readyConfirmed: { status: ready, since: 5, endsAt: null },
    lunchConfirmed: { status: lunch, since: 5, endsAt: null },
    lunchRefused: null,
    lost: { status: unknown, since: 6, pending: { kind: 'wrapUp' }, endsAt: null },
    failureSeen: null,
  },
  failed: {
    wantReady: null,
    wantLunch: { pending: lunch, failure: null },
    readyConfirmed: { failure: null },
    lunchConfirmed: { status: lunch, since: 5, failure: null },
    lunchRefused: null,
    lost: { status: unknown, since: 6, pending: ready },
    failureSeen: { failure: null },
  },
};

describe('agentTransition', () => {
  const rows = Object.entries(states).flatMap(([name, state]) =>
    Object.entries(events).map(([event, fact]) => {
      const row = table[name as keyof typeof states];
      return { name, event, state, fact, changes: row[event as keyof typeof events] };
    }),
  );
  it.each(rows)('$name: $event', ({ state, fact, changes }) => {
    const next = agentTransition(state, fact);
    if (changes === null) expect(next).toBe(state);
    else expect(next).toEqual({ ...state, ...changes });
  });

  it('a pause for another reason is another state', () => {
    const lunching = settled(lunch);
    const meeting = { kind: 'pause', reason: 'Besprechung' } as const;
    expect(agentTransition(lunching, { type: 'requested', status: meeting }).pending).toEqual(
      meeting,
    );
    expect(agentTransition(settled(off), { type: 'requested', status: off })).toEqual(settled(off));
  });
});
