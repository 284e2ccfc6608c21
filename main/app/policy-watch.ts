import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { Log } from './log.ts';
import type { ProblemBoard } from './problem-board.ts';

/** Why there is no new policy: the server is away, or what it has is not good. German. */
export interface ProvisioningFailure {
  readonly kind: 'away' | 'refused';
  readonly sentence: string;
}

/** A good policy of the server: its number, and whether it is another one than before. */
export interface FetchedPolicy {
  readonly serial: number;
  readonly changed: boolean;
}

/** What the watch acts on. */
interface PolicyWatchPorts {
  readonly fetch: () => Promise<Result<FetchedPolicy, ProvisioningFailure>>;
  /** Whether this desk has a good policy of the server. */
  readonly known: () => boolean;
  /** What would be managed if the application started now, as text to compare. */
  readonly atNextStart: () => string;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** 0 to 1; spreads the desks of a centre over time. */
  readonly random: () => number;
}

/** Where the window hears of it. */
export interface PolicyBoard {
  readonly problems: Pick<ProblemBoard, 'add' | 'remove'>;
  /** Number of the policy that a restart would bring; null: what applies is what there is. */
  readonly setWaiting: (serial: number | null) => void;
}

/** A desk that has nothing yet waits so long before it opens without, in milliseconds. */
const patienceMs = 2_000;
/** Between two looks for a newer policy, in milliseconds. */
const pauseMs = 4 * 3_600_000;
/** After the first failure; doubled by each further one, up to `pauseMs`. */
const firstRetryMs = 60_000;

/**
 * Looks for a newer policy at the start and from time to time, and tells of one that waits for a restart: settings
 * are read once. A server that is away is asked again ever less often.
 * @returns settled when the application may read its settings: at once where the desk has a good policy
 */
export async function watchPolicy(
  ports: PolicyWatchPorts,
): Promise<{ readonly follow: (board: PolicyBoard) => void }> {
  let board: PolicyBoard | null = null;
  let problem: Problem | null = null;
  let waiting: number | null = null;
  /** null: the settings have not been read. */
  let inForce: string | null = null;
  let failures = 0;

  function tell(): void {
    board?.setWaiting(waiting);
    board?.problems.remove('policyRefused', 'policyNotFetched');
    if (problem !== null) board?.problems.add(problem);
  }

  async function look(): Promise<void> {
    const result = await ports.fetch();
    if (result.ok) {
      const { serial, changed } = result.value;
      const waits = inForce !== null && ports.atNextStart() !== inForce;
      failures = 0;
      problem = null;
      waiting = waits ? serial : null;
      if (changed) ports.log.info('policy', waits ? waitingWords : 'fetched', { serial });
    } else {
      const { kind, sentence } = result.failure;
      ports.log.warn('policy', `not fetched: ${sentence}`);
      failures += 1;
      // A desk that is not in the house has its last good one, and nothing is wrong with that.
      if (kind === 'refused') problem = { code: 'policyRefused', detail: sentence };
      else if (!ports.known()) problem = { code: 'policyNotFetched', detail: sentence };
    }
    tell();
    const pause = failures === 0 ? pauseMs : Math.min(pauseMs, firstRetryMs * 2 ** (failures - 1));
    // A fifth more or less.
    setTimeout(() => void look(), Math.round(pause * (0.8 + 0.4 * ports.random()))).unref();
  }

  const first = look();
  if (!ports.known()) await Promise.race([first, patience()]);
  inForce = ports.atNextStart();
  return {
    follow: (told) => {
      board = told;
      tell();
    },
  };
}

const waitingWords = 'fetched, applies from the next start';

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs));
}
