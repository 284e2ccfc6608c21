import type {
  KnowledgeState,
  SyncOrder,
  SyncProgress,
  SyncReport,
} from '../../shared/knowledge/sync.ts';
import { isStale } from '../../shared/knowledge/sync.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Log } from './log.ts';
import type { ProblemBoard } from './problem-board.ts';

/** What the synchronisation acts on. */
export interface SyncPorts {
  readonly settings: () => Pick<
    Settings,
    | 'certificatePins'
    | 'extraCaFile'
    | 'knowledgeMaxAgeHours'
    | 'knowledgeRootFile'
    | 'knowledgeSources'
    | 'knowledgeSyncMinutes'
  >;
  /** Folder of the store. */
  readonly store: string;
  readonly synchronise: (order: SyncOrder) => Promise<SyncReport>;
  /** Proxy for an address as `http://host:port`; null: direct. */
  readonly proxyFor: (address: string) => Promise<string | null>;
  /** Somebody is being called: nothing that costs time may begin now. */
  readonly ringing: () => boolean;
  /** Synchronised state in use. */
  readonly generation: () => string | null;
  /** Takes the newest synchronised state into use. */
  readonly reload: () => Promise<void>;
  readonly state: () => KnowledgeState;
  readonly setState: (state: KnowledgeState) => void;
  readonly problems: Pick<ProblemBoard, 'add' | 'remove'>;
  readonly log: Log;
  /** 0 to 1; spreads the desks of a centre over time. */
  readonly random: () => number;
}

/** Keeps the knowledge fresh for as long as the application runs. */
export interface KnowledgeSync {
  /** Synchronises at once, or joins the round that is running. */
  readonly now: () => Promise<void>;
  readonly progressed: (progress: SyncProgress) => void;
  readonly stop: () => void;
}

/** While it rings: look again after so many milliseconds. */
const ringingPauseMs = 2_000;
/** The desk redraws the progress at most so often. */
const progressPauseMs = 250;

/**
 * Synchronises at the start, then every `knowledgeSyncMinutes` give or take a fifth, and on demand. Neither
 * a round nor the change to a new pack begins while a call is ringing.
 * @param sources of the settings at the start
 */
export function startKnowledgeSync(
  ports: SyncPorts,
  sources: NonNullable<Settings['knowledgeSources']>,
): KnowledgeSync {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  let stopped = false;
  let shownAt = 0;

  const change = (changes: Partial<KnowledgeState>): void => {
    ports.setState({ ...ports.state(), ...changes });
  };

  async function round(): Promise<void> {
    await quiet();
    if (stopped) return;
    change({ progress: { done: 0, total: 0 } });
    const { knowledgeRootFile, extraCaFile, certificatePins } = ports.settings();
    const report = await ports.synchronise({
      store: ports.store,
      rootFile: knowledgeRootFile ?? '',
      extraCaFile: extraCaFile ?? null,
      certificatePins,
      sources: await Promise.all(
        sources.map(async (location) => ({ location, proxy: await proxyOf(location) })),
      ),
    });
    tell(report);
    if (report.generation !== null && report.generation !== ports.generation()) {
      await quiet();
      await ports.reload();
    }
  }

  function proxyOf(location: string): Promise<string | null> {
    return location.startsWith('https://') ? ports.proxyFor(location) : Promise.resolve(null);
  }

  /** Settles as soon as nobody is being called. */
  async function quiet(): Promise<void> {
    while (ports.ringing() && !stopped)
      await new Promise((wake) => setTimeout(wake, ringingPauseMs));
  }

  function tell({
    outcome,
    publishedAt,
    confirmedAt,
    bytes,
    failures,
    expiring,
  }: SyncReport): void {
    const sentences = failures.map(({ source, sentence }) => `${source}: ${sentence}`);
    const failure = outcome === 'failed' ? (failures[0]?.sentence ?? null) : null;
    change({ publishedAt, confirmedAt, failure });
    ports.log.info('knowledge', `synchronisation: ${outcome}`, { bytes });
    for (const sentence of sentences) ports.log.warn('knowledge', sentence);
    for (const sentence of expiring) ports.log.warn('knowledge', sentence);
    // A source that was not there has said nothing about its signatures.
    if (expiring.length > 0)
      ports.problems.add({ code: 'packExpiring', detail: expiring.join('\n') });
    else if (outcome !== 'failed') ports.problems.remove('packExpiring');
    const refused = failures.filter((one) => one.refused);
    if (refused.length === 0) ports.problems.remove('packRefused');
    else
      ports.problems.add({
        code: 'packRefused',
        detail: refused.map(({ source, sentence }) => `${source}: ${sentence}`).join('\n'),
      });
  }

  function checkAge(): void {
    if (isStale(ports.state(), ports.settings().knowledgeMaxAgeHours, Date.now()))
      ports.problems.add({ code: 'packStale', detail: ports.state().failure });
    else ports.problems.remove('packStale');
  }

  function schedule(): void {
    if (stopped) return;
    const minutes = ports.settings().knowledgeSyncMinutes;
    timer = setTimeout(() => void now(), minutes * 60_000 * (0.8 + 0.4 * ports.random()));
  }

  function now(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    running ??= round()
      .catch((error: unknown) => {
        ports.log.error('knowledge', 'synchronisation ended', { reason: String(error) });
      })
      .finally(() => {
        running = null;
        change({ progress: null });
        checkAge();
        schedule();
      });
    return running;
  }

  return {
    now,
    progressed: (progress) => {
      const at = Date.now();
      if (running === null || at - shownAt < progressPauseMs) return;
      shownAt = at;
      change({ progress });
    },
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** First proxy of a PAC answer that we can speak with, as Chromium's `resolveProxy` gives it. */
export function proxyOfRule(rule: string): string | null {
  for (const entry of rule.split(';')) {
    const [kind, host] = entry.trim().split(/\s+/);
    if (kind === 'DIRECT') return null;
    if (host !== undefined && (kind === 'PROXY' || kind === 'HTTPS'))
      return `${kind === 'HTTPS' ? 'https' : 'http'}://${host}`;
  }
  return null;
}
