import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';
import type { FarCall } from './far-call.ts';

let desk: Desk;
let far: FarCall;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
  far = await desk.talking();
});
afterEach(async () => {
  await desk.close();
});

function restarts(): number {
  return desk.media.connection().history.filter((step) => step === 'ICE restart').length;
}

describe('voices stop arriving although the exchange can be reached', () => {
  it('is told after some seconds, and another way is looked for', async () => {
    await pass(60_000);
    expect(desk.call.media).toBe('up');
    desk.media.connection().silent = true;
    await pass(4_000);
    expect(desk.call.media).toBe('up');
    await desk.callIs({ media: 'lost', signalling: 'up', phase: 'connected' }, 0, 5_000);
    await far.got('INVITE');
    expect(restarts()).toBe(1);
    desk.media.connection().silent = false;
    await desk.callIs({ media: 'up' });
    await pass(60_000);
    expect(restarts()).toBe(1);
  });

  it('three ways are tried, no more, and the call is left to the agent', async () => {
    desk.media.connection().silent = true;
    await pass(120_000);
    expect(restarts()).toBe(3);
    expect(desk.call).toMatchObject({ phase: 'connected', media: 'lost' });
    desk.media.connection().silent = false;
    await desk.callIs({ media: 'up' });
    desk.media.connection().silent = true;
    await pass(20_000);
    expect(restarts()).toBeGreaterThan(3);
  });

  it('ICE that fails is told at once', async () => {
    desk.media.connection().become('failed');
    await desk.callIs({ media: 'lost' });
    expect(restarts()).toBe(1);
  });

  it('is no loss while one of the two has put the other on hold', async () => {
    desk.media.connection().silent = true;
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    await pass(30_000);
    expect(desk.call.media).toBe('up');
    desk.media.connection().silent = false;
    desk.phone.resume(desk.call.id);
    await desk.callIs({ hold: 'active' });
    far.reinvite(audioSdp('sendonly', 'actpass', 5));
    await desk.callIs({ heldByRemote: true });
    await pass(10);
    far.ack();
    desk.media.connection().silent = true;
    await pass(30_000);
    expect(desk.call.media).toBe('up');
    expect(restarts()).toBe(0);
  });
});
