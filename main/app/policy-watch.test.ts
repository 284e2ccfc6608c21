import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { watchPolicy, type FetchedPolicy, type ProvisioningFailure } from './policy-watch.ts';

type Answer = Result<FetchedPolicy, ProvisioningFailure>;
const away: Answer = failure({ kind: 'away', sentence: 'Keine Antwort.' });
const refused: Answer = failure({ kind: 'refused', sentence: 'Nicht unterschrieben.' });
const never = new Promise<Answer>(() => undefined);

/** What the server hands out, what is kept on the disk, and what the window was told. */
let server: Answer | { readonly serial: number; readonly layer: string };
let slowMs: number;
let kept: { readonly serial: number; readonly layer: string } | null;
let looks: number;
let problems: Problem[];
let waiting: number | null;
let opened: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  [server, slowMs, kept, looks] = [{ serial: 1, layer: 'a' }, 0, null, 0];
  [problems, waiting, opened] = [[], null, false];
});
afterEach(() => {
  vi.useRealTimers();
});

async function fetched(): Promise<Answer> {
  looks += 1;
  if (slowMs > 0) await new Promise((wake) => setTimeout(wake, slowMs));
  if ('ok' in server) return server;
  const changed = server.serial > (kept?.serial ?? 0);
  if (changed) kept = server;
  return success({ serial: server.serial, changed });
}

/** As the application does it: the window opens when the settings may be read. */
async function start(fetch: () => Promise<Answer> = fetched): Promise<void> {
  void watchPolicy({
    fetch,
    known: () => kept !== null,
    atNextStart: () => kept?.layer ?? '',
    log: { info: () => undefined, warn: () => undefined },
    random: () => 0.5,
  }).then(({ follow }) => {
    opened = true;
    follow({
      problems: {
        add: (problem) => problems.push(problem),
        remove: (...codes) => {
          problems = problems.filter(({ code }) => !codes.some((gone) => gone === code));
        },
      },
      setWaiting: (serial) => (waiting = serial),
    });
  });
  await pass(0);
}
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

it('a new desk takes what comes within two seconds, and nothing waits', async () => {
  slowMs = 1_900;
  await start();
  expect(opened).toBe(false);
  await pass(1_900);
  expect([opened, waiting, problems]).toEqual([true, null, []]);
});

it('a new desk opens without a server that stays silent', async () => {
  await start(() => never);
  await pass(1_999);
  expect(opened).toBe(false);
  await pass(1);
  expect(opened).toBe(true);
});

it('what comes later waits for a restart, and the window is told', async () => {
  slowMs = 5_000;
  await start();
  await pass(2_000);
  expect([opened, waiting]).toEqual([true, null]);
  await pass(3_000);
  expect(waiting).toBe(1);
});

it('a desk that has a good one never waits, and hears of a newer one hours later', async () => {
  kept = { serial: 1, layer: 'a' };
  await start(() => never);
  expect(opened).toBe(true);
  await start();
  expect(waiting).toBeNull();
  server = { serial: 2, layer: 'b' };
  await pass(4 * 3_600_000);
  expect(waiting).toBe(2);
  server = { serial: 3, layer: 'a' };
  await pass(4 * 3_600_000);
  expect(waiting).toBeNull();
});

it('a higher number with nothing new in it tells nobody', async () => {
  kept = { serial: 1, layer: 'a' };
  server = { serial: 2, layer: 'a' };
  await start();
  expect(waiting).toBeNull();
});

it('a server that is away is asked after a minute, then ever less often, and told to new desks only', async () => {
  server = away;
  await start();
  expect([opened, looks]).toEqual([true, 1]);
  expect(problems).toEqual([{ code: 'policyNotFetched', detail: 'Keine Antwort.' }]);
  await pass(60_000);
  expect(looks).toBe(2);
  await pass(120_000);
  expect(looks).toBe(3);
  await pass(24 * 3_600_000);
  expect(looks).toBeLessThan(18);
  server = { serial: 1, layer: 'a' };
  await pass(4 * 3_600_000);
  expect([problems, waiting]).toEqual([[], 1]);
  server = away;
  await pass(5 * 3_600_000);
  expect([problems, waiting]).toEqual([[], 1]);
});

it('what is refused is told to everybody until something good comes', async () => {
  kept = { serial: 1, layer: 'a' };
  server = refused;
  await start();
  expect(problems).toEqual([{ code: 'policyRefused', detail: 'Nicht unterschrieben.' }]);
  server = { serial: 1, layer: 'a' };
  await pass(60_000);
  expect(problems).toEqual([]);
});
