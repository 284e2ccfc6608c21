import type { Sound, SoundSnapshot } from './audio/index.ts';
import { readCounters, type Counters } from './quality/index.ts';
import type { Census, SipPhone } from './sip/index.ts';

/** Numbers about the media of one call, for measurements; no content. */
interface CallStatistics extends Counters {
  readonly callId: string;
}

declare global {
  /** Read-only numbers for measurements; gives no power over calls. */
  var phoneProbe:
    | {
        readonly statistics: () => Promise<readonly CallStatistics[]>;
        readonly sound: () => SoundSnapshot;
        readonly census: () => Census;
      }
    | undefined;
}

/** Lets tests and diagnostics read packet counts and levels of the calls, and the devices in use. */
export function exposeProbe({ reports, census }: SipPhone, sound: Sound): void {
  globalThis.phoneProbe = Object.freeze({
    statistics: async () =>
      (await reports()).map(({ call, report }) => ({ callId: call.id, ...readCounters(report) })),
    sound: () => sound.snapshot(),
    census,
  });
}
