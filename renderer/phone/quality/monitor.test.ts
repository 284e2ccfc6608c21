import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newCall } from '../../../shared/call/transition.ts';
import type { Call } from '../../../shared/call/call.ts';
import type { CallMedia } from '../../../shared/sound/call-media.ts';
import { MediaMonitor } from './monitor.ts';

const id = '6a1f7c0e-6a55-4f5c-9a43-0f6b8f3a1c11';
const talking: Call = {
  ...newCall({ id, direction: 'incoming', party: { number: null, displayName: null }, at: 0 }),
  phase: 'connected',
};

let calls: readonly Call[];
let packets: number;
let told: CallMedia[];
let summaries: string[];
let listening: boolean;
let asked: number;
let monitor: MediaMonitor;

beforeEach(() => {
  vi.useFakeTimers();
  [calls, packets, told, summaries, listening, asked] = [[], 0, [], [], false, 0];
  monitor = new MediaMonitor({
    reports: () => {
      asked += 1;
      packets += 50;
      const inbound = { type: 'inbound-rtp', packetsReceived: packets, codecId: 'C', id: 'I' };
      const outbound = { type: 'outbound-rtp', packetsSent: packets };
      const report = [inbound, outbound, { type: 'codec', id: 'C', mimeType: 'audio/opus' }];
      return Promise.resolve(calls.map((call) => ({ call, report })));
    },
    speech: () => (listening ? true : null),
    listen: (wanted) => (listening = wanted),
    onMedia: (media) => told.push(media),
    onSummary: (line) => summaries.push(line),
    log: (message) => {
      throw new Error(message);
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function follow(...now: readonly Call[]): void {
  calls = now;
  monitor.follow(now);
}

describe('MediaMonitor', () => {
  it('tells every second of a conversation, the last minute, and sums up at its end', async () => {
    follow(talking);
    await vi.advanceTimersByTimeAsync(91_000);
    expect(told).toHaveLength(90);
    expect(told.at(-1)).toMatchObject({ callId: id, codec: 'opus', warnings: [] });
    expect(told.at(-1)?.samples).toHaveLength(60);
    follow({ ...talking, phase: 'ended' });
    expect(summaries).toHaveLength(1);
    expect(summaries[0]).toMatch(/^call quality: opus, 90 s, MOS 4\.\d\d .* warnings: none$/);
    expect(summaries[0]).not.toContain(id);
  });

  it('does nothing while nobody talks, and leaves nothing behind', async () => {
    follow({ ...talking, phase: 'ringing' });
    await vi.advanceTimersByTimeAsync(5_000);
    follow(talking);
    follow();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toBe(0);
    expect(summaries).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('a call that ends while its engine counts is not watched on', async () => {
    follow(talking);
    await vi.advanceTimersByTimeAsync(1_500);
    const late = vi.advanceTimersByTimeAsync(500);
    monitor.follow([]);
    await late;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([]);
  });

  it('listens to the microphone itself exactly while somebody is muted in a conversation', async () => {
    follow({ ...talking, muted: true });
    expect(listening).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told.at(-1)?.warnings).toEqual(['mutedSpeaking']);
    follow({ ...talking, muted: true, hold: 'held' });
    expect(listening).toBe(false);
    follow({ ...talking, muted: true, phase: 'ended' });
    expect(listening).toBe(false);
  });

  it('hold is neither measured nor told as a fault', async () => {
    follow({ ...talking, hold: 'held' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told.at(-1)).toMatchObject({ warnings: [], samples: [] });
    follow();
    expect(summaries).toEqual([]);
  });
});
