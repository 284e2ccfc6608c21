import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgentState, AgentStatus } from '../../shared/agent/agent-state.ts';
import type { CodeOutcome } from '../../shared/contract.ts';
import type { Registration } from '../../shared/registration.ts';
import { settingsDefaults, type Settings } from '../../shared/settings/settings.ts';
import { AgentHost } from './agent-host.ts';

const ready: AgentStatus = { kind: 'ready' };
const lunch: AgentStatus = { kind: 'pause', reason: 'Mittag' };
const codes = { by: 'codes', login: '*45', logout: '*46', pause: '*47', ready: '*48' } as const;
const registered: Registration = {
  phase: 'registered',
  server: 'wss://a',
  since: 0,
  confirmedAt: 0,
  answeredAt: 0,
};
const waiting: Registration = {
  phase: 'waiting',
  server: 'wss://a',
  failure: 'connectionLost',
  retryAt: 0,
};

function bench(changes: Partial<Settings>) {
  const settings: Settings = { ...settingsDefaults, ...changes };
  let registration: Registration = registered;
  const dialled: { order: string; code: string }[] = [];
  const refusals: boolean[] = [];
  let reconnects = 0;
  const states: AgentState[] = [];
  const host = new AgentHost({
    settings: () => settings,
    registration: () => registration,
    onState: (state) => states.push(state),
    dialCode: (order, code) => dialled.push({ order, code }),
    refuseCalls: (refuse) => refusals.push(refuse),
    reconnect: () => {
      reconnects += 1;
    },
    now: Date.now,
    newId: () => crypto.randomUUID(),
  });
  return {
    host,
    refusals,
    codes: () => dialled.map(({ code }) => code),
    reconnects: () => reconnects,
    register: (next: Registration) => {
      registration = next;
      host.registrationChanged(next);
    },
    answer: (outcome: CodeOutcome = 'accepted') => {
      host.codeAnswered(dialled.at(-1)?.order ?? '', outcome);
    },
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('by feature codes', () => {
  it('asks for nothing at the start and shows a state only when the last code is confirmed', () => {
    const { host, codes: dialled, answer, register } = bench({ agentState: codes });
    host.phoneStarted();
    register(registered);
    expect(dialled()).toEqual([]);
    host.choose(ready);
    expect(dialled()).toEqual(['*45']);
    answer();
    expect(host.state).toMatchObject({ status: { kind: 'unknown' }, pending: ready });
    expect(dialled()).toEqual(['*45', '*48']);
    answer();
    expect(host.state).toMatchObject({ status: ready, pending: null });
  });

  it('keeps the old state when the PBX refuses', () => {
    const { host, answer } = bench({ agentState: codes });
    host.choose(ready);
    answer();
    answer();
    host.choose(lunch);
    answer('codeUnknown');
    expect(host.state).toMatchObject({
      status: ready,
      pending: null,
      failure: { wanted: lunch, cause: 'codeUnknown' },
    });
  });

  it('dials one code at a time, and the newest wish wins', () => {
    const { host, codes: dialled, answer } = bench({ agentState: codes });
    host.choose(ready);
    host.choose(lunch);
    expect(dialled()).toEqual(['*45']);
    answer();
    expect(dialled()).toEqual(['*45', '*45']);
    answer();
    answer();
    expect(dialled()).toEqual(['*45', '*45', '*47']);
    expect(host.state).toMatchObject({ status: lunch, pending: null });
  });

  it('an answer to an older order changes nothing', () => {
    const { host } = bench({ agentState: codes });
    host.choose(ready);
    host.codeAnswered(crypto.randomUUID(), 'accepted');
    expect(host.state).toMatchObject({ status: { kind: 'unknown' }, pending: ready });
  });

  it('says so when there is no connection', () => {
    const { host, register, codes: dialled, answer } = bench({ agentState: codes });
    host.choose(ready);
    answer();
    answer();
    register(waiting);
    expect(host.state).toMatchObject({ status: { kind: 'unknown' }, pending: ready });
    register(registered);
    // A PBX that restarted may have forgotten its members: the whole way again.
    expect(dialled()).toEqual(['*45', '*48', '*45']);
    answer();
    answer();
    expect(host.state.status).toEqual(ready);
  });
});

describe('by 486', () => {
  it('is ready as soon as the phone says that it takes calls', () => {
    const { host, refusals } = bench({});
    host.phoneStarted();
    expect(refusals).toEqual([false]);
    expect(host.state.status.kind).toBe('unknown');
    host.refusalChanged(false);
    expect(host.state.status).toEqual(ready);
    host.choose(lunch);
    expect(refusals).toEqual([false, true]);
    host.refusalChanged(true);
    expect(host.state.status).toEqual(lunch);
  });

  it('a phone that was restarted is told again', () => {
    const { host, refusals } = bench({});
    host.phoneStarted();
    host.refusalChanged(false);
    host.choose(lunch);
    host.refusalChanged(true);
    host.phoneStarted();
    expect(refusals).toEqual([false, true, true]);
    expect(host.state).toMatchObject({ status: { kind: 'unknown' }, pending: lunch });
  });
});

describe('by un-REGISTER', () => {
  it('is away when the registrar has confirmed it', () => {
    const { host, register, reconnects } = bench({ agentState: { by: 'unregister' } });
    register(registered);
    expect(host.state.status).toEqual(ready);
    host.choose(lunch);
    expect(host.wantsRegistration).toBe(false);
    expect(reconnects()).toBe(1);
    expect(host.state).toMatchObject({ status: ready, pending: lunch });
    register({ phase: 'off' });
    host.unregistered();
    expect(host.state).toMatchObject({ status: lunch, pending: null });
    host.choose(ready);
    expect(host.wantsRegistration).toBe(true);
    expect(host.state.pending).toEqual(ready);
    register(registered);
    expect(host.state.status).toEqual(ready);
  });

  it('stays away when the phone is restarted, and does not wait for anybody to say so', () => {
    const { host, register } = bench({ agentState: { by: 'unregister' } });
    host.phoneStarted();
    expect(host.state).toMatchObject({ status: { kind: 'unknown' }, pending: ready });
    register(registered);
    host.choose(lunch);
    register({ phase: 'off' });
    host.unregistered();
    host.phoneStarted();
    expect(host.wantsRegistration).toBe(false);
    expect(host.state).toMatchObject({ status: lunch, pending: null });
    host.choose(ready);
    host.phoneStarted();
    expect(host.state).toMatchObject({ pending: ready });
    expect(host.wantsRegistration).toBe(true);
  });

  it('tells that the registrar did not answer, and is ready again only when it has', () => {
    const { host, register, reconnects } = bench({ agentState: { by: 'unregister' } });
    register(registered);
    host.choose(lunch);
    register({ phase: 'off' });
    vi.advanceTimersByTime(10_000);
    expect(host.state).toMatchObject({
      status: { kind: 'unknown' },
      failure: { wanted: lunch, cause: 'noAnswer' },
    });
    expect([host.wantsRegistration, reconnects()]).toEqual([true, 2]);
    register(registered);
    expect(host.state.status).toEqual(ready);
  });
});

it('a wrap-up with a countdown ends by itself', () => {
  const { host, refusals } = bench({ wrapUp: { automatic: true, seconds: 30 } });
  host.phoneStarted();
  host.refusalChanged(false);
  host.choose({ kind: 'wrapUp' });
  host.refusalChanged(true);
  expect(host.state.endsAt).toBe(Date.now() + 30_000);
  vi.advanceTimersByTime(30_000);
  expect(refusals.at(-1)).toBe(false);
  host.refusalChanged(false);
  expect(host.state).toMatchObject({ status: ready, endsAt: null });
});

it('a countdown does not end the pause that the agent chose instead', () => {
  const { host } = bench({ wrapUp: { automatic: true, seconds: 30 } });
  host.choose({ kind: 'wrapUp' });
  host.refusalChanged(true);
  host.choose(lunch);
  host.refusalChanged(true);
  vi.advanceTimersByTime(60_000);
  expect(host.state).toMatchObject({ status: lunch, pending: null });
});
