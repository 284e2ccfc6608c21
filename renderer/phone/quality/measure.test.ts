import { describe, expect, it } from 'vitest';
import { readCounters, type Counters } from './counters.ts';
import { measure } from './measure.ts';

/** An RTCStatsReport as Chromium writes it, shortened. */
const report = new Map<string, Readonly<Record<string, unknown>>>([
  [
    'I',
    {
      type: 'inbound-rtp',
      kind: 'audio',
      codecId: 'C',
      packetsReceived: 100,
      packetsLost: 2,
      packetsDiscarded: 1,
      jitter: 0.004,
      audioLevel: 0.3,
      jitterBufferDelay: 96_000,
      jitterBufferEmittedCount: 2_400_000,
    },
  ],
  ['O', { type: 'outbound-rtp', kind: 'audio', packetsSent: 101 }],
  ['R', { type: 'remote-inbound-rtp', kind: 'audio', packetsLost: 3, roundTripTime: 0.02 }],
  [
    'S',
    {
      type: 'media-source',
      kind: 'audio',
      audioLevel: 0.1,
      totalAudioEnergy: 0.5,
      totalSamplesDuration: 2,
    },
  ],
  ['C', { type: 'codec', id: 'C', mimeType: 'audio/PCMA' }],
  ['V', { type: 'inbound-rtp', kind: 'video', packetsReceived: 9_999 }],
]);
const nothing = readCounters(new Map());

describe('readCounters', () => {
  it('reads what Chromium tells', () => {
    expect(readCounters(report)).toEqual({
      packetsSent: 101,
      packetsReceived: 100,
      packetsLost: 2,
      packetsDiscarded: 1,
      lostThere: 3,
      jitter: 0.004,
      roundTrip: 0.02,
      bufferDelay: 96_000,
      bufferEmitted: 2_400_000,
      energySent: 0.5,
      energySeconds: 2,
      levelSent: 0.1,
      levelReceived: 0.3,
      codec: 'PCMA',
    });
  });

  it.each([
    ['an empty report', new Map()],
    [
      'nonsense',
      new Map([
        [
          'x',
          { type: 'inbound-rtp', packetsReceived: 'many', jitter: Number.NaN, codecId: undefined },
        ],
      ]),
    ],
  ])('takes %s for nothing', (_what, given: Map<string, Readonly<Record<string, unknown>>>) => {
    expect(readCounters(given)).toMatchObject({
      packetsReceived: 0,
      jitter: 0,
      lostThere: null,
      roundTrip: null,
      energySent: null,
      codec: null,
    });
  });
});

describe('measure', () => {
  const second = (changes: Partial<Counters>) =>
    measure(nothing, { ...nothing, packetsSent: 50, packetsReceived: 50, ...changes });

  it.each<[string, Partial<Counters>, object]>([
    [
      'a good second',
      { roundTrip: 0.02, jitter: 0.0015 },
      { mos: 4.4, rttMs: 20, jitterMs: 1.5, lossPercent: 0 },
    ],
    ['the round trip is not known yet', {}, { rttMs: null, mos: 4.4 }],
    ['a tenth is lost', { packetsReceived: 45, packetsLost: 5 }, { lossPercent: 10 }],
    ['late is lost', { packetsReceived: 49, packetsDiscarded: 1 }, { lossPercent: 2 }],
    ['lost there counts as well', { lostThere: 10 }, { lossPercent: 20 }],
    ['nothing arrives', { packetsReceived: 0, packetsLost: 50 }, { lossPercent: 100 }],
    [
      'a buffer of 400 ms is heard as delay',
      { bufferDelay: 19_200, bufferEmitted: 48_000 },
      { mos: 2.91 },
    ],
  ])('%s', (_what, changes, sample) => {
    const got = second(changes).sample;
    for (const [key, value] of Object.entries(sample) as [keyof typeof got, number | null][])
      if (value === null) expect(got[key]).toBeNull();
      else expect(got[key]).toBeCloseTo(value, key === 'mos' ? 1 : 5);
  });

  it('counters that start anew are no loss and no negative traffic', () => {
    const before = readCounters(report);
    const { sent, received, sample } = measure(before, { ...nothing, packetsReceived: 10 });
    expect([sent, received, sample.lossPercent]).toEqual([0, 0, 0]);
  });

  it('the level is that of the whole time, and none without a clock', () => {
    expect(second({ energySent: 0.0025, energySeconds: 1 }).levelSent).toBeCloseTo(0.05);
    expect(second({ energySent: 0.0025, energySeconds: 0 }).levelSent).toBe(0);
    expect(second({}).levelSent).toBeNull();
  });
});
