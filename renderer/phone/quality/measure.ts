import type { QualitySample } from '../../../shared/sound/call-media.ts';
import type { Counters } from './counters.ts';
import { mosOf, ratingOf } from './e-model.ts';

/** Packets of 20 ms are complete only after that time; the part of the delay that nothing measures. */
const packetMs = 20;

/** What went over the wire between two looks. */
export interface Traffic {
  readonly sent: number;
  readonly received: number;
  /** Share that did not arrive at the exchange, 0 to 1; null: not told in this time. */
  readonly lostThere: number | null;
  /** Level of the microphone over the whole time (root mean square), 0 to 1; null: not told. */
  readonly levelSent: number | null;
  readonly sample: QualitySample;
}

/**
 * Measures the time between two readings of the counters. Only the way to the exchange is seen: what
 * happens behind it shows to nobody here.
 */
export function measure(before: Counters, now: Counters): Traffic {
  const sent = grown(before.packetsSent, now.packetsSent);
  const received = grown(before.packetsReceived, now.packetsReceived);
  const lost =
    grown(before.packetsLost, now.packetsLost) +
    grown(before.packetsDiscarded, now.packetsDiscarded);
  const lossHere = received + lost === 0 ? 0 : lost / (received + lost);
  // Reports of the exchange come every few seconds, and then for the whole time since.
  const lostThere =
    now.lostThere === null || now.lostThere === before.lostThere || sent === 0
      ? null
      : Math.min(1, grown(before.lostThere ?? 0, now.lostThere) / sent);
  const lossPercent = 100 * Math.min(1, Math.max(lossHere, lostThere ?? 0));
  const emitted = grown(before.bufferEmitted, now.bufferEmitted);
  const bufferMs =
    emitted === 0 ? 0 : (1000 * grown(before.bufferDelay, now.bufferDelay)) / emitted;
  const rttMs = now.roundTrip === null ? null : 1000 * now.roundTrip;
  const delayMs = (rttMs ?? 0) / 2 + bufferMs + packetMs;
  return {
    sent,
    received,
    lostThere,
    levelSent: levelOf(before, now),
    sample: {
      mos: rounded(mosOf(ratingOf(now.codec, delayMs, lossPercent)), 2),
      rttMs: rttMs === null ? null : rounded(rttMs, 0),
      jitterMs: rounded(1000 * now.jitter, 1),
      lossPercent: rounded(lossPercent, 1),
    },
  };
}

/** webrtc-stats: the square root of energy over duration is the level of that time. */
function levelOf(before: Counters, now: Counters): number | null {
  if (now.energySent === null) return null;
  const seconds = grown(before.energySeconds, now.energySeconds);
  return seconds === 0 ? 0 : Math.sqrt(grown(before.energySent ?? 0, now.energySent) / seconds);
}

/** Counters start anew with another stream, and a loss may be taken back by a late packet. */
function grown(before: number, now: number): number {
  return Math.max(0, now - before);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
