import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KnowledgeState, SyncOrder, SyncReport } from '../../shared/knowledge/sync.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import { settingsDefaults } from '../../shared/settings/settings.ts';
import { proxyOfRule, startKnowledgeSync } from './knowledge-sync.ts';

const start = Date.parse('2026-11-25T08:00:00Z');
const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

function bench(changes: { random?: number; answer?: () => Promise<SyncReport> } = {}) {
  let state: KnowledgeState = {
    synchronised: true,
    progress: null,
    publishedAt: null,
    confirmedAt: start,
    failure: null,
  };
  let generation: string | null = 'g00000001';
  let ringing = false;
  const orders: SyncOrder[] = [];
  const problems = new Map<ProblemCode, Problem>();
  const logged: string[] = [];
  let reloads = 0;
  let report = reportOf({});
  const note = (_area: string, message: string) => {
    logged.push(message);
  };
  const sync = startKnowledgeSync(
    {
      settings: () => ({
        ...settingsDefaults,
        knowledgeRootFile: '/root.json',
        knowledgeMaxAgeHours: 2,
      }),
      store: '/store',
      synchronise: (order) => {
        orders.push(order);
        return changes.answer?.() ?? Promise.resolve(report);
      },
      proxyFor: () => Promise.resolve('http://proxy:3128'),
      ringing: () => ringing,
      generation: () => generation,
      reload: () => {
        reloads += 1;
        generation = report.generation;
        return Promise.resolve();
      },
      state: () => state,
      setState: (changed) => {
        state = changed;
      },
      problems: {
        add: (problem) => {
          problems.set(problem.code, problem);
        },
        remove: (...codes) => {
          for (const code of codes) problems.delete(code);
        },
      },
      log: { info: note, warn: note, error: note },
      random: () => changes.random ?? 0.5,
    },
    ['https://wissen.example', '/share'],
  );
  return {
    sync,
    orders,
    problems,
    logged,
    reloads: () => reloads,
    state: () => state,
    ring: (rings: boolean) => {
      ringing = rings;
    },
    answer: (next: Partial<SyncReport>) => {
      report = reportOf(next);
    },
  };
}

function reportOf(changes: Partial<SyncReport>): SyncReport {
  return {
    outcome: 'unchanged',
    generation: 'g00000001',
    publishedAt: start,
    confirmedAt: Date.now(),
    bytes: 0,
    failures: [],
    expiring: [],
    ...changes,
  };
}

describe('synchronising in the background', () => {
  it('asks the proxy of the system for web addresses only', async () => {
    const { sync, orders } = bench();
    await sync.now();
    expect(orders[0]?.sources).toEqual([
      { location: 'https://wissen.example', proxy: 'http://proxy:3128' },
      { location: '/share', proxy: null },
    ]);
  });

  it.each([
    [0, 12],
    [0.5, 15],
    [1, 18],
  ])('comes again after a quarter of an hour give or take a fifth (%d)', async (random, after) => {
    const { sync, orders } = bench({ random });
    await sync.now();
    await vi.advanceTimersByTimeAsync(after * minute - 1);
    expect(orders).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(orders).toHaveLength(2);
  });

  it('does not begin while it rings', async () => {
    const { sync, orders, ring } = bench();
    ring(true);
    const round = sync.now();
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(orders).toHaveLength(0);
    ring(false);
    await vi.advanceTimersByTimeAsync(2_000);
    await round;
    expect(orders).toHaveLength(1);
  });

  it('does not change the pack while it rings', async () => {
    const { sync, ring, answer, reloads } = bench({
      answer: () => {
        ring(true);
        return Promise.resolve(reportOf({ outcome: 'updated', generation: 'g00000002' }));
      },
    });
    answer({ outcome: 'updated', generation: 'g00000002' });
    const round = sync.now();
    await vi.advanceTimersByTimeAsync(minute);
    expect(reloads()).toBe(0);
    ring(false);
    await vi.advanceTimersByTimeAsync(2_000);
    await round;
    expect(reloads()).toBe(1);
  });

  it('loads only what is new', async () => {
    const { sync, answer, reloads } = bench();
    await sync.now();
    expect(reloads()).toBe(0);
    answer({ outcome: 'updated', generation: 'g00000002' });
    await sync.now();
    await sync.now();
    expect(reloads()).toBe(1);
  });

  it('joins a round that is running', async () => {
    const { sync, orders } = bench();
    await Promise.all([sync.now(), sync.now()]);
    expect(orders).toHaveLength(1);
  });

  it('goes on after the knowledge process has died', async () => {
    let dead = true;
    const { sync, orders, state, logged } = bench({
      answer: () => (dead ? Promise.reject(new Error('ended')) : Promise.resolve(reportOf({}))),
    });
    await sync.now();
    expect(state().progress).toBeNull();
    expect(logged).toContain('synchronisation ended');
    dead = false;
    await vi.advanceTimersByTimeAsync(15 * minute);
    expect(orders).toHaveLength(2);
  });

  it('shows how far it is, and nothing afterwards', async () => {
    const { sync, state } = bench();
    sync.progressed({ done: 1, total: 2 });
    expect(state().progress).toBeNull();
    const round = sync.now();
    await Promise.resolve();
    expect(state().progress).toEqual({ done: 0, total: 0 });
    sync.progressed({ done: 1, total: 2 });
    expect(state().progress).toEqual({ done: 1, total: 2 });
    await round;
    expect(state().progress).toBeNull();
  });
});

describe('what the desk is told', () => {
  it('a refused source is a problem with its reason until it is taken again', async () => {
    const { sync, answer, problems, state } = bench();
    const sentence = 'Die Datei „x“ ist unvollständig oder wurde verändert.';
    answer({ outcome: 'failed', failures: [{ source: '/share', sentence, refused: true }] });
    await sync.now();
    expect(problems.get('packRefused')?.detail).toBe(`/share: ${sentence}`);
    expect(state().failure).toBe(sentence);
    answer({});
    await sync.now();
    expect(problems.size).toBe(0);
    expect(state().failure).toBeNull();
  });

  it('a source that is not there is no problem before the knowledge is old', async () => {
    const { sync, answer, problems } = bench();
    const failures = [{ source: '/share', sentence: 'Weg.', refused: false }];
    answer({ outcome: 'failed', confirmedAt: start, failures });
    await sync.now();
    expect(problems.size).toBe(0);
    await vi.advanceTimersByTimeAsync(140 * minute);
    expect(problems.get('packStale')?.detail).toBe('Weg.');
    answer({});
    await sync.now();
    expect(problems.size).toBe(0);
  });

  it('signatures that end soon are told, until they are renewed', async () => {
    const { sync, answer, logged, problems } = bench();
    answer({ expiring: ['Die Unterschrift für „root“ läuft morgen ab.'] });
    await sync.now();
    expect(logged).toContain('Die Unterschrift für „root“ läuft morgen ab.');
    expect(problems.get('packExpiring')?.detail).toContain('„root“');
    answer({ outcome: 'failed', confirmedAt: start });
    await sync.now();
    expect(problems.has('packExpiring')).toBe(true);
    answer({ outcome: 'renewed' });
    await sync.now();
    expect(problems.has('packExpiring')).toBe(false);
  });
});

describe('proxyOfRule', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.kreis.example:3128; DIRECT', 'http://proxy.kreis.example:3128'],
    ['HTTPS proxy.kreis.example:443', 'https://proxy.kreis.example:443'],
    ['SOCKS5 socks:1080; PROXY proxy:80', 'http://proxy:80'],
    ['DIRECT; PROXY proxy:80', null],
    ['', null],
  ])('%s', (rule, proxy) => {
    expect(proxyOfRule(rule)).toBe(proxy);
  });
});
