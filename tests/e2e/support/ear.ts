import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface EarPage {
  heardTracks?: MediaStreamTrack[];
}

/**
 * Puts an ear to a phone page before its calls: the voices of all far ends, as they come out of WebRTC.
 * Without it a test could only tell that something is loud, not who.
 */
export async function putEarTo(phone: Page): Promise<void> {
  await phone.evaluate(() => {
    const page = globalThis as EarPage;
    const tracks: MediaStreamTrack[] = [];
    page.heardTracks = tracks;
    const known = new WeakSet<RTCPeerConnection>();
    // On the prototype, because the page has made classes of its own from it when it was loaded.
    const { prototype } = RTCPeerConnection;
    const original: unknown = Reflect.get(prototype, 'setRemoteDescription');
    if (typeof original !== 'function') throw new Error('no WebRTC here');
    Reflect.set(
      prototype,
      'setRemoteDescription',
      function (this: RTCPeerConnection, ...given: unknown[]): unknown {
        if (!known.has(this))
          this.addEventListener('track', ({ track }) => {
            tracks.push(track);
          });
        known.add(this);
        return Reflect.apply(original, this, given) as unknown;
      },
    );
  });
}

/** Which of these pitches the agent hears at this moment, of all calls together. */
async function heard(phone: Page, pitches: readonly number[]): Promise<number[]> {
  return phone.evaluate(async (wanted) => {
    const { heardTracks = [] } = globalThis as EarPage;
    const live = heardTracks.filter(({ readyState }) => readyState === 'live');
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
    for (const track of live)
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    await new Promise((wake) => setTimeout(wake, 400));
    const levels = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(levels);
    const width = context.sampleRate / analyser.fftSize;
    await context.close();
    const at = (hz: number): number =>
      Math.max(...levels.slice(Math.round(hz / width) - 2, Math.round(hz / width) + 3));
    const loudest = Math.max(...wanted.map(at));
    // A tone stands far out of what codecs leave around it.
    return wanted.filter((hz) => at(hz) > -60 && at(hz) > loudest - 25);
  }, pitches);
}

/** Waits until the agent hears exactly these of the known pitches. */
export async function expectPitches(
  phone: Page,
  known: readonly number[],
  expected: readonly number[],
): Promise<void> {
  await expect.poll(() => heard(phone, known), { timeout: 10_000 }).toEqual(expected);
}
