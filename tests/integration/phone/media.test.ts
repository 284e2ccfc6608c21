import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeTrack } from '../../fakes/fake-media.ts';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';
import type { FarCall } from './far-call.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
});
afterEach(async () => {
  await desk.close();
});

/** Whether the track that goes out carries the agent's voice. */
function audible(): boolean {
  const track = desk.media.connection().sentTrack;
  return track?.enabled === true && track.readyState === 'live';
}

async function changeMicrophone(): Promise<void> {
  desk.phone.microphoneChanged();
  await pass(10);
}

describe('mute', () => {
  it('silences the outgoing track and gives it back', async () => {
    await desk.talking();
    expect(audible()).toBe(true);
    desk.phone.mute(desk.call.id, true);
    expect(audible()).toBe(false);
    expect(desk.call.muted).toBe(true);
    desk.phone.mute(desk.call.id, false);
    expect(audible()).toBe(true);
    expect(desk.call.muted).toBe(false);
  });

  it('pressed while the call is being answered holds from the first packet', async () => {
    let arrive: (track: FakeTrack) => void = () => undefined;
    desk.media.openMicrophone = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    await pass(10);
    desk.phone.mute(desk.call.id, true);
    arrive(new FakeTrack());
    await far.answered(200);
    far.ack();
    await desk.callIs({ phase: 'connected', muted: true });
    expect(audible()).toBe(false);
  });

  it('pressed while it rings holds after the answer', async () => {
    const far = await desk.ringing();
    desk.phone.mute(desk.call.id, true);
    desk.phone.answer(desk.call.id);
    await far.answered(200);
    far.ack();
    await desk.callIs({ phase: 'connected', muted: true });
    expect(audible()).toBe(false);
  });
});

describe('trap 18: mute is lost when a re-INVITE changes device/constraints', () => {
  it('trap 18: another microphone is muted too, and the old one is released', async () => {
    await desk.talking();
    desk.phone.mute(desk.call.id, true);
    await changeMicrophone();
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
    expect(desk.media.connection().sentTrack).toBe(desk.media.microphones[1]);
    expect(audible()).toBe(false);
    desk.phone.mute(desk.call.id, false);
    expect(audible()).toBe(true);
  });

  it('trap 18: mute pressed while the other microphone is being opened', async () => {
    await desk.talking();
    let arrive: (track: FakeTrack) => void = () => undefined;
    desk.media.openMicrophone = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    await changeMicrophone();
    desk.phone.mute(desk.call.id, true);
    arrive(new FakeTrack());
    await pass(10);
    expect(desk.media.connection().sentTrack).toBe(desk.media.microphones[1]);
    expect(audible()).toBe(false);
  });

  it('trap 18: hold, resume and a session refresh leave the mute alone', async () => {
    const far = await desk.talking();
    desk.phone.mute(desk.call.id, true);
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    await changeMicrophone();
    desk.phone.resume(desk.call.id);
    await desk.callIs({ hold: 'active' });
    await pass(10);
    far.reinvite(audioSdp('sendrecv', 'actpass', 2));
    await pass(50);
    expect(desk.call.muted).toBe(true);
    expect(audible()).toBe(false);
  });

  it('a microphone that arrives after the call is released', async () => {
    const far = await desk.talking();
    let arrive: (track: FakeTrack) => void = () => undefined;
    desk.media.openMicrophone = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    await changeMicrophone();
    far.bye();
    await desk.callIs({ phase: 'ended' });
    arrive(new FakeTrack());
    await pass(10);
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
  });

  it('a microphone that changes just after a call is not opened for it', async () => {
    const far = await desk.talking();
    far.bye();
    await desk.callIs({ phase: 'ended' });
    await changeMicrophone();
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(desk.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('a microphone that changes while the first is being opened leaves only one open', async () => {
    const arrive: ((track: FakeTrack) => void)[] = [];
    desk.media.openMicrophone = () =>
      new Promise((resolve) => {
        arrive.push(resolve);
      });
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    await pass(10);
    await changeMicrophone();
    arrive[1]?.(new FakeTrack());
    await pass(10);
    arrive[0]?.(new FakeTrack());
    await far.answered(200);
    far.ack();
    await desk.callIs({ phase: 'connected' });
    expect(desk.media.microphones.filter(({ readyState }) => readyState === 'live')).toEqual([
      desk.media.connection().sentTrack,
    ]);
  });

  it('a microphone that was missing at the answer is heard once it is there', async () => {
    desk.media.openMicrophone = () => Promise.resolve(null);
    const far = await desk.talking();
    expect(desk.media.connection().direction).toBe('recvonly');
    desk.media.openMicrophone = () => Promise.resolve(new FakeTrack());
    await changeMicrophone();
    await far.got('INVITE');
    await pass(100);
    expect(desk.media.connection().direction).toBe('sendrecv');
    expect(audible()).toBe(true);
  });
});

describe('DTMF', () => {
  async function press(tones: string): Promise<FarCall> {
    const far = await desk.talking();
    for (const tone of tones) desk.phone.sendDtmf(desk.call.id, tone);
    await pass(50);
    return far;
  }

  it('goes into the audio stream (RFC 4733)', async () => {
    const far = await press('1#');
    expect(desk.media.connection().dtmf?.inserted).toEqual(['1', '#']);
    expect(far.methods).toEqual([]);
  });

  it('appends to digits that are still waiting', async () => {
    await desk.talking();
    const sender = desk.media.connection().dtmf;
    if (sender !== undefined) sender.toneBuffer = '12';
    desk.phone.sendDtmf(desk.call.id, '3');
    expect(sender?.inserted).toEqual(['123']);
  });

  it('goes as INFO when the account says so', async () => {
    await desk.register({ dtmf: 'info' });
    const far = await press('5');
    const info = await far.got('INFO');
    expect(info.getHeader('Content-Type')).toBe('application/dtmf-relay');
    expect(info.body).toBe('Signal=5\r\nDuration=160\r\n');
    expect(desk.media.connection().dtmf?.inserted).toEqual([]);
  });

  it('trap 35: goes as INFO when the stream cannot carry it', async () => {
    const far = await desk.talking();
    const sender = desk.media.connection().dtmf;
    if (sender !== undefined) sender.canInsertDTMF = false;
    desk.phone.sendDtmf(desk.call.id, '9');
    expect((await far.got('INFO')).body).toContain('Signal=9');
  });

  it('a refused INFO ends nothing', async () => {
    await desk.register({ dtmf: 'info' });
    const far = await desk.talking();
    far.answer = () => ({ status: 415 });
    desk.phone.sendDtmf(desk.call.id, '5');
    await far.got('INFO');
    await pass(100);
    expect(desk.call.phase).toBe('connected');
  });

  it('is nothing while it rings', async () => {
    const far = await desk.ringing();
    desk.phone.sendDtmf(desk.call.id, '1');
    await pass(50);
    expect(far.methods).toEqual([]);
  });
});
