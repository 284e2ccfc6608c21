import { describe, expect, it } from 'vitest';
import type { Call, CallEvent } from './call.ts';
import { newCall, transition } from './transition.ts';

const party = { number: '+49301234', displayName: null };
const call = newCall({
  id: '3f0c2f8e-2f57-4b0a-9d1c-6f0f6a2f9d11',
  direction: 'incoming',
  party,
  at: 1,
});

const consulting = { phase: 'consulting', consultation: 'second' } as const;
const handing = { phase: 'transferring', target: '200', consultation: 'second' } as const;

const states: Readonly<Record<string, Call>> = {
  ringing: call,
  answering: { ...call, phase: 'answering' },
  dialling: { ...call, phase: 'dialling' },
  alerting: { ...call, phase: 'alerting' },
  active: { ...call, phase: 'connected', connectedAt: 2 },
  holding: { ...call, phase: 'connected', connectedAt: 2, hold: 'holding' },
  held: { ...call, phase: 'connected', connectedAt: 2, hold: 'held' },
  resuming: { ...call, phase: 'connected', connectedAt: 2, hold: 'resuming' },
  consulting: { ...call, phase: 'connected', connectedAt: 2, hold: 'held', transfer: consulting },
  handing: {
    ...call,
    phase: 'connected',
    connectedAt: 2,
    hold: 'held',
    transfer: { ...handing, stage: 'accepted' },
  },
  mixed: { ...call, phase: 'connected', connectedAt: 2, conference: true },
  asked: { ...call, phase: 'connected', connectedAt: 2, referral: '200' },
  ending: { ...call, phase: 'ending' },
  ended: { ...call, phase: 'ended', endedAt: 9, endReason: 'hungUpThere' },
};

const events: Readonly<Record<string, CallEvent>> = {
  answerRequested: { type: 'answerRequested' },
  provisionalReceived: { type: 'provisionalReceived' },
  earlyMediaStarted: { type: 'earlyMediaStarted' },
  established: { type: 'established', at: 5 },
  holdRequested: { type: 'holdRequested' },
  holdAccepted: { type: 'holdAccepted' },
  holdRejected: { type: 'holdRejected' },
  resumeRequested: { type: 'resumeRequested' },
  resumeAccepted: { type: 'resumeAccepted' },
  resumeRejected: { type: 'resumeRejected' },
  remoteHeld: { type: 'remoteHeld' },
  remoteResumed: { type: 'remoteResumed' },
  consultationBegun: { type: 'consultationBegun', consultation: 'second' },
  consultationEnded: { type: 'consultationEnded', consultation: 'second' },
  transferRequested: { type: 'transferRequested', target: '200' },
  transferProgressed: { type: 'transferProgressed', stage: 'ringing' },
  transferFailed: { type: 'transferFailed', reason: 'busy' },
  transferWithdrawn: { type: 'transferWithdrawn' },
  conferenceJoined: { type: 'conferenceJoined' },
  conferenceLeft: { type: 'conferenceLeft' },
  referralReceived: { type: 'referralReceived', target: '300' },
  referralSettled: { type: 'referralSettled' },
  mutedChanged: { type: 'mutedChanged', muted: true },
  partyChanged: { type: 'partyChanged', party: { number: '115', displayName: 'x' } },
  signallingLost: { type: 'signallingLost' },
  signallingRestored: { type: 'signallingRestored' },
  mediaLost: { type: 'mediaLost' },
  mediaRestored: { type: 'mediaRestored' },
  endRequested: { type: 'endRequested' },
  ended: { type: 'ended', reason: 'connectionLost', at: 7 },
};

/** What each cell of the table means: the fields that change. `·` changes nothing at all. */
const outcomes: Readonly<Record<string, Partial<Call>>> = {
  answering: { phase: 'answering' },
  alerting: { phase: 'alerting' },
  early: { earlyMedia: true },
  connected: { phase: 'connected', connectedAt: 5 },
  holding: { hold: 'holding' },
  held: { hold: 'held' },
  active: { hold: 'active' },
  resuming: { hold: 'resuming' },
  refusedA: { hold: 'active', holdRefused: true },
  refusedH: { hold: 'held', holdRefused: true },
  apart: { hold: 'holding', conference: false },
  alone: { conference: false },
  mixed: { conference: true },
  consults: { transfer: consulting },
  none: { transfer: { phase: 'none' } },
  blind: { transfer: { ...handing, stage: 'requested', consultation: null } },
  asked: { transfer: { ...handing, stage: 'requested' } },
  rings: { transfer: { ...handing, stage: 'ringing' } },
  lonely: { transfer: { ...handing, stage: 'accepted', consultation: null } },
  failed: { transfer: consulting, transferFailure: 'busy' },
  referred: { referral: '300' },
  settled: { referral: null },
  rHeld: { heldByRemote: true },
  muted: { muted: true },
  party: { party: { number: '115', displayName: 'x' } },
  lost: { signalling: 'lost' },
  silent: { media: 'lost' },
  ending: { phase: 'ending', conference: false },
  ended: {
    phase: 'ended',
    endedAt: 7,
    endReason: 'connectionLost',
    transfer: { phase: 'none' },
    conference: false,
    referral: null,
  },
};

// Rows: events. Columns: states, in the order of `states` above.
const table = `
  answerRequested     answering ·         ·         ·         ·        ·        ·        ·        ·        ·        ·        ·        ·     ·
  provisionalReceived ·         ·         alerting  ·         ·        ·        ·        ·        ·        ·        ·        ·        ·     ·
  earlyMediaStarted   ·         ·         ·         early     ·        ·        ·        ·        ·        ·        ·        ·        ·     ·
  established         ·         connected connected connected ·        ·        ·        ·        ·        ·        ·        ·        ·     ·
  holdRequested       ·         ·         ·         ·         holding  ·        ·        ·        ·        ·        apart    holding  ·     ·
  holdAccepted        ·         ·         ·         ·         ·        held     ·        ·        ·        ·        ·        ·        ·     ·
  holdRejected        ·         ·         ·         ·         ·        refusedA ·        ·        ·        ·        ·        ·        ·     ·
  resumeRequested     ·         ·         ·         ·         ·        ·        resuming ·        resuming resuming ·        ·        ·     ·
  resumeAccepted      ·         ·         ·         ·         ·        ·        ·        active   ·        ·        ·        ·        ·     ·
  resumeRejected      ·         ·         ·         ·         ·        ·        ·        refusedH ·        ·        ·        ·        ·     ·
  remoteHeld          ·         ·         ·         ·         rHeld    rHeld    rHeld    rHeld    rHeld    rHeld    rHeld    rHeld    ·     ·
  remoteResumed       ·         ·         ·         ·         ·        ·        ·        ·        ·        ·        ·        ·        ·     ·
  consultationBegun   ·         ·         ·         ·         consults consults consults consults ·        ·        consults consults ·     ·
  consultationEnded   ·         ·         ·         ·         ·        ·        ·        ·        none     lonely   ·        ·        ·     ·
  transferRequested   ·         ·         ·         ·         blind    blind    blind    blind    asked    ·        blind    blind    ·     ·
  transferProgressed  ·         ·         ·         ·         ·        ·        ·        ·        ·        rings    ·        ·        ·     ·
  transferFailed      ·         ·         ·         ·         ·        ·        ·        ·        ·        failed   ·        ·        ·     ·
  transferWithdrawn   ·         ·         ·         ·         ·        ·        ·        ·        ·        none     ·        ·        ·     ·
  conferenceJoined    ·         ·         ·         ·         mixed    ·        ·        ·        ·        ·        ·        mixed    ·     ·
  conferenceLeft      ·         ·         ·         ·         ·        ·        ·        ·        ·        ·        alone    ·        ·     ·
  referralReceived    ·         ·         ·         ·         referred referred referred referred referred referred referred ·        ·     ·
  referralSettled     ·         ·         ·         ·         ·        ·        ·        ·        ·        ·        ·        settled  ·     ·
  mutedChanged        muted     muted     muted     muted     muted    muted    muted    muted    muted    muted    muted    muted    ·     ·
  partyChanged        party     party     party     party     party    party    party    party    party    party    party    party    ·     ·
  signallingLost      lost      lost      lost      lost      lost     lost     lost     lost     lost     lost     lost     lost     ·     ·
  signallingRestored  ·         ·         ·         ·         ·        ·        ·        ·        ·        ·        ·        ·        ·     ·
  mediaLost           ·         ·         ·         ·         silent   silent   silent   silent   silent   silent   silent   silent   ·     ·
  mediaRestored       ·         ·         ·         ·         ·        ·        ·        ·        ·        ·        ·        ·        ·     ·
  endRequested        ending    ending    ending    ending    ending   ending   ending   ending   ending   ending   ending   ending   ·     ·
  ended               ended     ended     ended     ended     ended    ended    ended    ended    ended    ended    ended    ended    ended ·
`;

const rows = table
  .trim()
  .split('\n')
  .map((row) => row.trim().split(/\s+/));
const cells = rows.flatMap(([event = '', ...results]) =>
  Object.keys(states).map((state, column) => [state, event, results[column] ?? ''] as const),
);

describe('transition', () => {
  it('has a row for every event', () => {
    expect(rows.map(([event]) => event)).toEqual(Object.keys(events));
  });

  it.each(cells)('%s × %s → %s', (state, event, outcome) => {
    const before = states[state];
    const fact = events[event];
    if (before === undefined || fact === undefined) throw new Error('table is wrong');
    const after = transition(before, fact);
    if (outcome === '·') expect(after).toBe(before);
    else expect(after).toEqual({ ...before, ...outcomes[outcome] });
  });

  it('takes back what the far end and the wire took away', () => {
    const held = transition(states['active'] ?? call, { type: 'remoteHeld' });
    expect(transition(held, { type: 'remoteResumed' }).heldByRemote).toBe(false);
    const lost = transition(held, { type: 'signallingLost' });
    expect(transition(lost, { type: 'signallingRestored' }).signalling).toBe('up');
    const silent = transition(lost, { type: 'mediaLost' });
    expect(transition(silent, { type: 'mediaRestored' }).media).toBe('up');
  });

  it('forgets a refused hold at the next attempt', () => {
    const refused = transition(states['holding'] ?? call, { type: 'holdRejected' });
    expect(transition(refused, { type: 'holdRequested' }).holdRefused).toBe(false);
  });

  it('tells of a transfer only forward, and forgets why the last one failed', () => {
    const { handing: before } = states;
    if (before === undefined) throw new Error('no such state');
    const rings = transition(before, { type: 'transferProgressed', stage: 'ringing' });
    expect(transition(rings, { type: 'transferProgressed', stage: 'accepted' })).toBe(rings);
    const refused = transition(rings, { type: 'transferFailed', reason: 'busy' });
    expect(refused.transferFailure).toBe('busy');
    const again = transition(refused, { type: 'transferRequested', target: '200' });
    expect(again.transferFailure).toBeNull();
  });

  it('leaves a consultation alone that is not its own', () => {
    const { consulting: before } = states;
    if (before === undefined) throw new Error('no such state');
    expect(transition(before, { type: 'consultationEnded', consultation: 'third' })).toBe(before);
    expect(transition(before, { type: 'consultationBegun', consultation: 'third' })).toBe(before);
  });

  it('starts an outgoing call dialling', () => {
    expect(newCall({ ...call, direction: 'outgoing', party, at: 1 }).phase).toBe('dialling');
  });
});
