import type { Call } from '../../../shared/call/call.ts';
import {
  graphSeconds,
  type CallMedia,
  type QualitySample,
} from '../../../shared/sound/call-media.ts';
import { readCounters, type Counters, type StatsReport } from './counters.ts';
import { judge, noJudgement, warningsOf, type Judgement } from './judge.ts';
import { measure } from './measure.ts';
import { emptySummary, summaryLine, summed, type Summary } from './summary.ts';

const periodMs = 1_000;

/** A call and what its engine counts. */
interface CallReport {
  readonly call: Call;
  readonly report: StatsReport;
}

export interface MonitorPorts {
  /** Reports of all connected calls. */
  readonly reports: () => Promise<readonly CallReport[]>;
  /** Whether the microphone has heard speech since the last time; null: nobody listens. */
  readonly speech: () => boolean | null;
  /** Somebody is muted in a conversation: the microphone has to be listened to (or no longer). */
  readonly listen: (wanted: boolean) => void;
  readonly onMedia: (media: CallMedia) => void;
  /** How a call has sounded, once it is over. */
  readonly onSummary: (line: string) => void;
  readonly log: (message: string) => void;
}

interface Watched {
  readonly counters: Counters;
  readonly judgement: Judgement;
  readonly samples: readonly QualitySample[];
  readonly summary: Summary;
  readonly codec: string | null;
}

/** Looks at every conversation once a second, as long as there is one. */
export class MediaMonitor {
  readonly #ports: MonitorPorts;
  readonly #watched = new Map<string, Watched>();
  #connected: readonly string[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #looking = false;

  constructor(ports: MonitorPorts) {
    this.#ports = ports;
  }

  /** Follows the calls: starts with the first conversation, sums up and forgets those that are over. */
  follow(calls: readonly Call[]): void {
    const connected = calls.filter(({ phase }) => phase === 'connected');
    this.#connected = connected.map(({ id }) => id);
    this.#ports.listen(connected.some(({ muted, ...call }) => muted && !isHeld(call)));
    for (const [id, { summary, codec }] of this.#watched) {
      if (connected.some((call) => call.id === id)) continue;
      this.#watched.delete(id);
      const line = summaryLine(summary, codec);
      if (line !== null) this.#ports.onSummary(line);
    }
    if (connected.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else
      this.#timer ??= setInterval(() => {
        void this.#look();
      }, periodMs);
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const speech = this.#ports.speech();
      for (const report of await this.#ports.reports()) this.#take(report, speech);
    } catch (error) {
      this.#ports.log(error instanceof Error ? error.message : String(error));
    } finally {
      this.#looking = false;
    }
  }

  #take({ call, report }: CallReport, speech: boolean | null): void {
    // It may have ended while its engine was counting.
    if (!this.#connected.includes(call.id)) return;
    const counters = readCounters(report);
    const before = this.#watched.get(call.id);
    if (before === undefined) {
      const { codec } = counters;
      this.#watched.set(call.id, {
        counters,
        judgement: noJudgement,
        samples: [],
        summary: emptySummary,
        codec,
      });
      return;
    }
    const traffic = measure(before.counters, counters);
    const held = isHeld(call);
    const judgement = judge(before.judgement, { traffic, muted: call.muted, held, speech });
    const warnings = warningsOf(judgement);
    // Nothing flows on hold; a perfect score for silence would be a lie.
    const counts = !held && traffic.received > 0;
    const next: Watched = {
      counters,
      judgement,
      samples: counts ? [...before.samples, traffic.sample].slice(-graphSeconds) : before.samples,
      summary: counts ? summed(before.summary, traffic.sample, warnings) : before.summary,
      codec: counters.codec ?? before.codec,
    };
    this.#watched.set(call.id, next);
    const { codec, samples } = next;
    this.#ports.onMedia({ callId: call.id, codec, warnings, samples: [...samples] });
  }
}

function isHeld({ hold, heldByRemote }: Pick<Call, 'hold' | 'heldByRemote'>): boolean {
  return hold !== 'active' || heldByRemote;
}
