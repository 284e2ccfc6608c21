/** Sums and momentary values of a call's media, out of one RTCStatsReport (webrtc-stats). */
export interface Counters {
  readonly packetsSent: number;
  readonly packetsReceived: number;
  /** Lost on the way to us, and arrived too late to be played. */
  readonly packetsLost: number;
  readonly packetsDiscarded: number;
  /** Lost on the way to the exchange as it says; null until it has said something (RTCP). */
  readonly lostThere: number | null;
  /** Seconds. */
  readonly jitter: number;
  /** Seconds; null until the exchange has answered. */
  readonly roundTrip: number | null;
  /** Seconds that all emitted samples have waited, and their number. */
  readonly bufferDelay: number;
  readonly bufferEmitted: number;
  /** Sum of squared levels over time and that time in seconds, of the microphone; null: not told. */
  readonly energySent: number | null;
  readonly energySeconds: number;
  /** 0 to 1, of the last moment. */
  readonly levelSent: number;
  readonly levelReceived: number;
  readonly codec: string | null;
}

type Entry = Readonly<Record<string, unknown>>;
/** What is used of an RTCStatsReport. */
export interface StatsReport {
  readonly forEach: (visit: (entry: Entry) => void) => void;
}

/** Reads what the measurement needs; what an engine does not tell counts as nothing. */
export function readCounters(report: StatsReport): Counters {
  const entries: Entry[] = [];
  report.forEach((entry) => entries.push(entry));
  const of = (type: string): Entry =>
    entries.find((entry) => entry['type'] === type && (entry['kind'] ?? 'audio') === 'audio') ?? {};
  const inbound = of('inbound-rtp');
  const outbound = of('outbound-rtp');
  const there = of('remote-inbound-rtp');
  const codec = entries.find(({ id }) => id !== undefined && id === inbound['codecId']);
  const mimeType = codec?.['mimeType'];
  const roundTrip = there['roundTripTime'];
  const source = of('media-source');
  const energy = source['totalAudioEnergy'];
  return {
    packetsSent: number(outbound['packetsSent']),
    packetsReceived: number(inbound['packetsReceived']),
    packetsLost: number(inbound['packetsLost']),
    packetsDiscarded: number(inbound['packetsDiscarded']),
    lostThere: there['packetsLost'] === undefined ? null : number(there['packetsLost']),
    jitter: number(inbound['jitter']),
    roundTrip: roundTrip === undefined ? null : number(roundTrip),
    bufferDelay: number(inbound['jitterBufferDelay']),
    bufferEmitted: number(inbound['jitterBufferEmittedCount']),
    energySent: energy === undefined ? null : number(energy),
    energySeconds: number(source['totalSamplesDuration']),
    levelSent: number(source['audioLevel']),
    levelReceived: number(inbound['audioLevel']),
    codec: typeof mimeType === 'string' ? mimeType.replace(/^audio\//i, '').slice(0, 32) : null,
  };
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
