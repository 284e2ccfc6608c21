import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { failure, success, type Result } from '../../shared/result.ts';
import type { Problem } from '../../shared/problem.ts';
import type { UpdateState } from '../../shared/updates/update-state.ts';
import { startSelfUpdater, type SelfUpdater } from './self-updater.ts';
import type { Found } from './update-engine.ts';
import type { Fault } from './update-fault.ts';

const newer: Result<Found, Fault> = success({ kind: 'newer', version: '2.0.0' });
const away: Result<Found, Fault> = failure({ failure: 'unreachable', detail: 'net::ERR_X' });
const good: Result<null, Fault> = success(null);

let server: Result<Found, Fault>;
let loaded: Result<null, Fault>;
let tried: Result<null, Fault>;
let replaced: Result<null, Fault>;
let intact: boolean;
let full: boolean;
let busy: 'call' | 'wrapUp' | null;
let window: string;
let state: UpdateState;
let problems: Problem[];
let did: string[];
let updater: SelfUpdater;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-06-10T12:00:00') });
  [server, loaded, tried, replaced] = [newer, good, good, good];
  [intact, full, busy, window, problems, did] = [true, false, null, '00:00-24:00', [], []];
  updater = startSelfUpdater({
    engine: {
      check: () => {
        did.push('check');
        return Promise.resolve(server);
      },
      load: (onPercent) => {
        did.push('load');
        onPercent(50);
        return Promise.resolve(loaded);
      },
      tryStart: () => {
        did.push('try');
        return Promise.resolve(tried);
      },
      intact: () => Promise.resolve(intact),
      install: () => {
        did.push('install');
        return replaced;
      },
    },
    window: () => window,
    busy: () => busy,
    setState: (changed) => {
      state = changed;
    },
    problems: {
      add: (problem) => problems.push(problem),
      remove: (...codes) => {
        problems = problems.filter(({ code }) => !codes.some((gone) => gone === code));
      },
    },
    describe: ({ detail }) => detail,
    log: () => undefined,
    beforeInstall: (version) => {
      if (full) throw new Error('ENOSPC: no space left on device');
      did.push(`note ${version}`);
    },
    quit: () => did.push('quit'),
    now: Date.now,
    random: () => 0.5,
  });
});
afterEach(() => {
  updater.stop();
  vi.useRealTimers();
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const minute = 60_000;

it('asks a minute after the start, fetches, tries, and installs when it has been quiet', async () => {
  expect(state).toEqual({ phase: 'idle', checkedAt: null, later: null });
  await pass(minute);
  expect(state).toMatchObject({ phase: 'ready', version: '2.0.0', hold: 'quiet' });
  await pass(14_000);
  expect(did).toEqual(['check', 'load', 'try']);
  await pass(2_000);
  expect(state).toEqual({ phase: 'installing', version: '2.0.0' });
  expect(did.slice(3)).toEqual(['note 2.0.0', 'install', 'quit']);
});

it('does not begin to fetch during a call', async () => {
  busy = 'call';
  await pass(10 * minute);
  expect(did).toEqual(['check']);
  busy = null;
  await pass(2_000);
  expect(did).toEqual(['check', 'load', 'try']);
});

it.each(['call', 'wrapUp'] as const)(
  'waits for the end of a %s and a while after it',
  async (what) => {
    await pass(minute);
    busy = what;
    await pass(30 * minute);
    expect(state).toMatchObject({ phase: 'ready', hold: what });
    busy = null;
    await pass(10_000);
    expect(state).toMatchObject({ phase: 'ready', hold: 'quiet' });
    await pass(6_000);
    expect(did).toContain('install');
  },
);

it('waits for the maintenance window', async () => {
  window = '18:00-19:00';
  await pass(minute);
  expect(state).toMatchObject({ hold: 'window', from: Date.parse('2026-06-10T18:00:00') });
  await pass(5 * 60 * minute);
  expect(did).not.toContain('install');
  await pass(60 * minute);
  expect(did).toContain('install');
});

it('is not missed by a call that comes while the file is checked once more', async () => {
  await pass(minute + 14_000);
  intact = true;
  const before = did.length;
  vi.advanceTimersByTime(1_000);
  busy = 'call';
  await pass(2_000);
  expect(did.slice(before)).not.toContain('install');
  expect(state).toMatchObject({ phase: 'ready', hold: 'call' });
});

it('a server that is away is asked again ever less often, told from the third time on', async () => {
  server = away;
  await pass(minute);
  expect(state).toMatchObject({ phase: 'failed', failure: 'unreachable', detail: 'net::ERR_X' });
  expect(problems).toEqual([]);
  await pass(5 * minute);
  expect(did).toHaveLength(2);
  await pass(10 * minute);
  expect(did).toHaveLength(3);
  expect(problems).toEqual([{ code: 'updateServerAway', detail: 'net::ERR_X' }]);
  await pass(20 * minute);
  expect(did).toHaveLength(4);
  await pass(24 * 60 * minute);
  expect(did.length).toBeLessThan(14);
  server = success({ kind: 'nothing' });
  await updater.check();
  expect(problems).toEqual([]);
  expect(state).toEqual({ phase: 'idle', checkedAt: Date.now(), later: null });
});

it.each([
  ['unsigned', 'updateRefused'],
  ['unreadable', 'updateRefused'],
  ['older', 'updateRefused'],
] as const)('an offer that is %s is refused and told', async (reason, code) => {
  server = failure({ failure: reason, detail: 'latest.yml' });
  await pass(minute);
  expect(state).toMatchObject({ phase: 'failed', failure: reason });
  expect(problems).toEqual([{ code, detail: 'latest.yml' }]);
  expect(did).toEqual(['check']);
});

it.each<[string, () => void, string]>([
  ['comes damaged', () => (loaded = failure({ failure: 'damaged', detail: null })), 'damaged'],
  [
    'does not start',
    () => (tried = failure({ failure: 'doesNotStart', detail: '1' })),
    'doesNotStart',
  ],
  ['finds no room for the note', () => (full = true), 'notStored'],
  ['was damaged while it waited', () => (intact = false), 'damaged'],
  [
    'cannot be put in place',
    () => (replaced = failure({ failure: 'notReplaced', detail: 'ENOSPC' })),
    'notReplaced',
  ],
])('a version that %s leaves the old one running, and is told', async (_what, happen, reason) => {
  happen();
  await pass(2 * minute);
  expect(state).toMatchObject({ phase: 'failed', failure: reason, version: '2.0.0' });
  expect(problems).toMatchObject([{ code: 'updateFailed' }]);
  expect(did).not.toContain('quit');
});

it('what is ready survives a server that is away, and is dropped when it is withdrawn', async () => {
  window = '18:00-19:00';
  await pass(minute);
  server = away;
  await updater.check();
  expect(state).toMatchObject({ phase: 'ready', version: '2.0.0' });
  server = success({ kind: 'later', version: '2.0.0' });
  await updater.check();
  expect(state).toMatchObject({ phase: 'idle', later: '2.0.0' });
  await pass(7 * 60 * minute);
  expect(did).not.toContain('install');
});

it('a still newer version takes the place of the one that is ready', async () => {
  window = '18:00-19:00';
  await pass(minute);
  server = success({ kind: 'newer', version: '3.0.0' });
  await updater.check();
  expect(state).toMatchObject({ phase: 'ready', version: '3.0.0' });
  expect(did.filter((one) => one === 'load')).toHaveLength(2);
});
