import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeTrack, type FakePeerConnection } from '../../fakes/fake-media.ts';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';

const farCandidate = 'candidate:1 1 udp 2130706431 192.0.2.77 20000 typ host';
const offer = `${audioSdp()}a=${farCandidate}\r\n`;

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
});
afterEach(async () => {
  await desk.close();
});

/** Rings until everything is ready that can be. */
async function ready(body = offer): Promise<{
  readonly far: Awaited<ReturnType<Desk['ringing']>>;
  readonly media: FakePeerConnection;
}> {
  const far = await desk.ringing({ body });
  await pass(1_000);
  return { far, media: desk.media.connection() };
}

describe('while it rings', () => {
  it('the answer is made, but the engine does not know where to send anything', async () => {
    const { media } = await ready();
    expect(media.history).toEqual(['remote offer sendrecv', 'local answer sendrecv']);
    expect(media.iceGatheringState).toBe('complete');
    expect(media.knowsFarEnd).toBe(false);
    expect(media.sentTrack?.enabled).toBe(false);
    expect(desk.media.heard).toEqual([]);
  });

  it('the caller hears it ring before any of that begins', async () => {
    let rung = false;
    desk.media.openMicrophone = () => {
      rung = desk.wire.socket.sent.some((text) => text.startsWith('SIP/2.0 180'));
      return Promise.resolve(new FakeTrack());
    };
    await ready();
    expect(rung).toBe(true);
  });

  it('two calls are ready at most; the third does not even ring', async () => {
    await ready();
    await desk.ringing();
    const third = desk.exchange.call();
    await third.answered(486);
    expect(desk.media.connections).toHaveLength(2);
  });

  it.each([
    [
      'declined',
      (): void => {
        desk.phone.decline(desk.call.id);
      },
    ],
    [
      'lost with its socket',
      (): void => {
        desk.wire.socket.drop();
      },
    ],
  ])('everything is released when it is %s', async (_what, end) => {
    await ready();
    end();
    await desk.callIs({ phase: 'ended' });
    desk.expectReleased();
  });

  it('everything is released when the caller gives up, also while it is being made ready', async () => {
    const { far } = await ready();
    far.cancel();
    await far.answered(487);
    desk.expectReleased();
    let arrive: (track: FakeTrack) => void = () => undefined;
    desk.media.openMicrophone = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const next = await desk.ringing();
    next.cancel();
    await next.answered(487);
    arrive(new FakeTrack());
    await pass(10);
    desk.expectReleased();
  });

  it('another microphone makes it ready anew', async () => {
    const { far } = await ready();
    desk.phone.microphoneChanged();
    await pass(1_000);
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
    desk.phone.answer(desk.call.id);
    await far.answered(200);
    far.ack();
    await desk.callIs({ phase: 'connected' });
    expect(desk.media.connection(1).sentTrack).toBe(desk.media.microphones[1]);
    expect(far.methods).toEqual([]);
  });

  it('a body that is no description leaves the media alone', async () => {
    await desk.ringing({ contentType: 'text/plain', body: 'hello' });
    await pass(100);
    expect(desk.media.connections).toEqual([]);
  });
});

describe('the answer', () => {
  it('goes out without any more work on media, with all candidates, and opens the microphone', async () => {
    const { far, media } = await ready();
    const before = media.history.length;
    desk.phone.answer(desk.call.id);
    // Nothing but promises in between: no timer has run.
    await pass(0);
    expect(desk.wire.socket.sent.at(-1)).toMatch(/^SIP\/2\.0 200/);
    expect(media.history).toHaveLength(before);
    expect(media.added).toEqual([farCandidate]);
    expect(media.sentTrack?.enabled).toBe(true);
    const { body } = await far.answered(200);
    expect(body.match(/a=candidate/g)).toHaveLength(2);
    far.ack();
    await desk.callIs({ phase: 'connected' });
    expect(desk.media.heard).toEqual([desk.call.id]);
    expect(desk.media.connections).toHaveLength(1);
  });

  it('takes the offer that was made ready where the caller made none', async () => {
    const { far, media } = await ready('');
    expect(media.history).toEqual(['local offer sendrecv']);
    desk.phone.answer(desk.call.id);
    await pass(0);
    expect(desk.wire.socket.sent.at(-1)).toContain('a=setup:actpass');
    await far.answered(200);
    far.ack(audioSdp('sendrecv', 'active'));
    await desk.callIs({ phase: 'connected' });
    await pass(10);
    expect(media.direction).toBe('sendrecv');
    expect(media.sentTrack?.enabled).toBe(true);
  });

  it('in the very first moment waits for the first candidate only (trap 21)', async () => {
    const far = await desk.ringing({ body: offer });
    const began = Date.now();
    desk.phone.answer(desk.call.id);
    const { body } = await far.answered(200);
    expect(Date.now() - began).toBeLessThan(60);
    expect(body.match(/a=candidate/g)).toHaveLength(1);
    far.ack();
    await desk.callIs({ phase: 'connected' });
    expect(desk.media.connection().knowsFarEnd).toBe(true);
  });

  it('works although nothing could be made ready', async () => {
    let broken = true;
    desk.media.openMicrophone = () =>
      broken
        ? Promise.reject(new DOMException('busy', 'NotReadableError'))
        : Promise.resolve(new FakeTrack());
    const { far } = await ready();
    broken = false;
    desk.phone.answer(desk.call.id);
    await far.answered(200);
    far.ack();
    await desk.callIs({ phase: 'connected' });
    expect(desk.media.connection(1).sentTrack?.enabled).toBe(true);
  });
});
