import type { Problem, ProblemCode } from '../../shared/problem.ts';
import { maintenanceFrom } from '../../shared/updates/maintenance-window.ts';
import type { UpdateFailure, UpdateHold, UpdateState } from '../../shared/updates/update-state.ts';
import { unreachable } from '../../shared/unreachable.ts';
import type { UpdateEngine } from './update-engine.ts';
import { reasonOf, type Fault } from './update-fault.ts';

/** What the updates act on. */
export interface UpdatePorts {
  readonly engine: UpdateEngine;
  /** Maintenance window in force, `HH:MM-HH:MM`. */
  readonly window: () => string;
  /** What keeps the agent busy right now; null: nothing. */
  readonly busy: () => 'call' | 'wrapUp' | null;
  readonly setState: (state: UpdateState) => void;
  readonly problems: {
    readonly add: (problem: Problem) => void;
    readonly remove: (...codes: ProblemCode[]) => void;
  };
  /** German sentence for what the network said. */
  readonly describe: (fault: Fault) => string | null;
  readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void;
  /** Last words before the program is replaced. @throws when the disk does not take them */
  readonly beforeInstall: (version: string) => void;
  readonly quit: () => void;
  readonly now: () => number;
  /** 0 to 1; spreads the desks of a centre over time. */
  readonly random: () => number;
}

export interface SelfUpdater {
  /** Asks the server at once, or joins the round that is running. */
  readonly check: () => Promise<void>;
  readonly stop: () => void;
}

const minute = 60_000;
/** Between two questions to the server. */
const pauseMs = 240 * minute;
/** After the first failure; doubled by each further one, up to `pauseMs`. */
const firstRetryMs = 5 * minute;
/** After the start; then the desk has other things to do. */
const firstCheckMs = minute;
/** So long nobody may have called before an update takes the desk away. */
const quietMs = 15_000;
const lookMs = 1_000;
/** So many failures in a row until the window tells that the server is away. */
const awayAfter = 3;

const problemCodes = ['updateRefused', 'updateFailed', 'updateServerAway'] as const;

/**
 * Finds, fetches and tries a new version, and puts it in place in the maintenance window when nobody calls. The
 * desk is never taken away from a call: neither a download nor the trial begins during one.
 */
export function startSelfUpdater(ports: UpdatePorts): SelfUpdater {
  let stopped = false;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let ready: string | null = null;
  let failures = 0;
  /** Failures in a row because the server did not answer. */
  let away = 0;

  async function round(): Promise<void> {
    if (ready === null) ports.setState({ phase: 'checking' });
    const found = await ports.engine.check();
    if (!found.ok) {
      fail(found.failure, null);
      return;
    }
    if (found.value.kind === 'newer') {
      if (found.value.version !== ready) await fetchAndTry(found.value.version);
      return;
    }
    // What was ready has been withdrawn.
    rest();
    succeeded();
    const later = found.value.kind === 'later' ? found.value.version : null;
    ports.setState({ phase: 'idle', checkedAt: ports.now(), later });
  }

  async function fetchAndTry(version: string): Promise<void> {
    rest();
    ports.log('found', { version });
    if (!(await free())) return;
    const tell = (percent: number): void => {
      ports.setState({ phase: 'loading', version, percent });
    };
    tell(0);
    const loaded = await ports.engine.load(tell);
    if (!loaded.ok) {
      fail(loaded.failure, version);
      return;
    }
    if (!(await free())) return;
    ports.setState({ phase: 'trying', version });
    const tried = await ports.engine.tryStart();
    if (!tried.ok) {
      fail(tried.failure, version);
      return;
    }
    succeeded();
    ports.log('ready', { version });
    wait(version);
  }

  /** Settles as soon as the agent has no call. @returns false: the application ends */
  async function free(): Promise<boolean> {
    while (ports.busy() === 'call' && !stopped)
      await new Promise((wake) => setTimeout(wake, lookMs));
    return !stopped;
  }

  function wait(version: string): void {
    ready = version;
    let busyAt = ports.now();
    let shown: UpdateHold | null = null;
    const look = (): void => {
      const now = ports.now();
      const busy = ports.busy();
      if (busy !== null) busyAt = now;
      const from = maintenanceFrom(ports.window(), new Date(now));
      const hold = busy ?? (from > now ? 'window' : now - busyAt < quietMs ? 'quiet' : null);
      if (hold === null) {
        void install(version);
        return;
      }
      if (hold !== shown) ports.setState({ phase: 'ready', version, hold, from });
      shown = hold;
    };
    waiting = setInterval(look, lookMs);
    look();
  }

  async function install(version: string): Promise<void> {
    rest();
    ports.setState({ phase: 'installing', version });
    if (!(await ports.engine.intact())) {
      fail({ failure: 'damaged', detail: null }, version);
      return;
    }
    if (ports.busy() !== null) {
      wait(version);
      return;
    }
    try {
      ports.beforeInstall(version);
    } catch (error) {
      fail({ failure: 'notStored', detail: reasonOf(error) }, version);
      return;
    }
    const installed = ports.engine.install();
    if (installed.ok) {
      ports.log('installed', { version });
      ports.quit();
    } else fail(installed.failure, version);
  }

  function rest(): void {
    clearInterval(waiting);
    ready = null;
  }

  function succeeded(): void {
    failures = 0;
    away = 0;
    ports.problems.remove(...problemCodes);
  }

  function fail(fault: Fault, version: string | null): void {
    failures += 1;
    away = fault.failure === 'unreachable' ? away + 1 : 0;
    // A server that is away for a while does not take away what is ready.
    if (fault.failure === 'unreachable' && ready !== null) {
      schedule(retryMs());
      return;
    }
    rest();
    const wait = retryMs();
    const detail = ports.describe(fault);
    const { failure } = fault;
    ports.log(`failed: ${failure}`, { version, detail });
    const code = problemOf(failure);
    ports.problems.remove(...problemCodes.filter((other) => other !== code));
    if (code !== 'updateServerAway' || away >= awayAfter)
      ports.problems.add({ code, detail: [version, detail].filter(Boolean).join(': ') || null });
    ports.setState({ phase: 'failed', failure, detail, version, retryAt: ports.now() + wait });
    schedule(wait);
  }

  function retryMs(): number {
    return varied(Math.min(pauseMs, firstRetryMs * 2 ** (failures - 1)));
  }

  /** A fifth more or less. */
  function varied(ms: number): number {
    return Math.round(ms * (0.8 + 0.4 * ports.random()));
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void check(), ms);
  }

  function check(): Promise<void> {
    running ??= begin();
    return running;
  }

  async function begin(): Promise<void> {
    // A failure brings the next round forward.
    schedule(varied(pauseMs));
    try {
      await round();
    } catch (error) {
      ports.log('ended', { reason: String(error) });
      fail({ failure: 'unreachable', detail: null }, null);
    } finally {
      running = null;
    }
  }

  ports.setState({ phase: 'idle', checkedAt: null, later: null });
  schedule(varied(firstCheckMs));
  return {
    check,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      clearInterval(waiting);
    },
  };
}

/** Problem of the window for a failure. */
function problemOf(failure: UpdateFailure): (typeof problemCodes)[number] {
  switch (failure) {
    case 'unreachable':
      return 'updateServerAway';
    case 'unsigned':
    case 'unreadable':
    case 'older':
      return 'updateRefused';
    case 'damaged':
    case 'doesNotStart':
    case 'notStored':
    case 'notReplaced':
      return 'updateFailed';
    default:
      return unreachable(failure);
  }
}
