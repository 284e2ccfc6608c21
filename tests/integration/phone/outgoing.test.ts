import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
});
afterEach(async () => {
  await desk.close();
});

describe('dialling', () => {
  it('INVITE, 100, 180, 200, ACK: dialling, alerting, connected', async () => {
    desk.exchange.onPlaced = (call) => {
      call.answer = () => null;
    };
    desk.phone.dial('+4941037070');
    const far = await desk.exchange.placedCall();
    const invite = await far.got('INVITE');
    expect(invite.ruri?.toString()).toBe('sip:+4941037070@exchange.invalid');
    expect(invite.body).toContain('a=setup:actpass');
    far.reply(invite, { status: 100 });
    await pass(50);
    expect(desk.call).toMatchObject({
      direction: 'outgoing',
      phase: 'dialling',
      party: { number: '+4941037070', displayName: null },
    });
    far.reply(invite, { status: 180 });
    await desk.callIs({ phase: 'alerting' });
    far.reply(invite, { status: 200, body: audioSdp('sendrecv', 'active') });
    await far.got('ACK');
    await desk.callIs({ phase: 'connected', hold: 'active' });
    expect(desk.media.heard).toEqual([desk.call.id]);
    desk.phone.hangUp(desk.call.id);
    await far.got('BYE');
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'hungUpHere' });
  });

  it.each([
    [486, 'busy'],
    [404, 'notFound'],
    [603, 'declinedThere'],
    [480, 'unavailable'],
    [408, 'noAnswer'],
    [488, 'mediaFailed'],
    [503, 'failed'],
    [403, 'forbidden'],
    [302, 'failed'],
  ] as const)('a %i ends it as %s, with the microphone released', async (status, endReason) => {
    desk.exchange.onPlaced = (call) => {
      call.answer = () => ({ status });
    };
    desk.phone.dial('115');
    await desk.callIs({ phase: 'ended', endReason });
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(desk.media.connection().signalingState).toBe('closed');
  });

  it('hanging up while it rings there sends CANCEL', async () => {
    desk.exchange.onPlaced = (call) => {
      call.answer = (request) => ({ status: request.method === 'INVITE' ? 180 : 200 });
    };
    desk.phone.dial('115');
    await desk.callIs({ phase: 'alerting' });
    desk.phone.hangUp(desk.call.id);
    const far = await desk.exchange.placedCall();
    await far.got('CANCEL');
    expect(desk.call.phase).toBe('ending');
    far.reply(await far.got('INVITE'), { status: 487 });
    await desk.callIs({ phase: 'ended', endReason: 'cancelledHere' });
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['ended']);
  });

  it('trap 23: a 200 that crosses the CANCEL is acknowledged and hung up', async () => {
    desk.exchange.onPlaced = (call) => {
      call.answer = (request) => ({ status: request.method === 'INVITE' ? 180 : 200 });
    };
    desk.phone.dial('115');
    await desk.callIs({ phase: 'alerting' });
    desk.phone.hangUp(desk.call.id);
    const far = await desk.exchange.placedCall();
    far.reply(await far.got('INVITE'), { status: 200, body: audioSdp('sendrecv', 'active') });
    await far.got('BYE');
    await desk.callIs({ phase: 'ended', endReason: 'cancelledHere' });
    expect(desk.phases).not.toContain('connected');
  });

  it('hanging up while the microphone is opened sends nothing', async () => {
    desk.media.openMicrophone = () => new Promise(() => undefined);
    desk.phone.dial('115');
    await desk.callIs({ phase: 'dialling' });
    desk.phone.hangUp(desk.call.id);
    await desk.callIs({ phase: 'ended', endReason: 'cancelledHere' });
    await pass(1_000);
    expect(desk.exchange.placed).toEqual([]);
  });

  it('a failing microphone ends it, and nobody is called', async () => {
    desk.media.openMicrophone = () => Promise.reject(new DOMException('no', 'NotReadableError'));
    desk.phone.dial('115');
    await desk.callIs({ phase: 'ended', endReason: 'mediaFailed' });
    expect(desk.exchange.placed).toEqual([]);
  });

  it('an answer that cannot be understood ends it, here and there', async () => {
    desk.exchange.onPlaced = (call) => {
      call.answer = () => ({ status: 200, body: 'v=0\r\n' });
    };
    desk.phone.dial('115');
    await desk.callIs({ phase: 'ended', endReason: 'mediaFailed' });
    await (await desk.exchange.placedCall()).got('BYE');
  });

  it('puts the caller on hold first, and calls nobody when that is refused', async () => {
    const first = await desk.talking();
    first.answer = () => ({ status: 488 });
    desk.phone.dial('115');
    await desk.callIs({ holdRefused: true });
    await pass(100);
    expect(desk.exchange.placed).toEqual([]);
    first.answer = () => ({ status: 200, body: audioSdp('recvonly', 'active') });
    desk.phone.dial('115');
    await desk.callIs({ phase: 'connected' }, 1);
    expect(desk.calls[0]?.hold).toBe('held');
  });

  it('does nothing while not registered', async () => {
    desk.wire.welcome = 'refuse';
    desk.wire.socket.drop();
    desk.phone.dial('115');
    await pass(100);
    expect(desk.calls).toEqual([]);
  });

  it('a target cannot smuggle in another host, parameters or headers', async () => {
    desk.phone.dial('1@evil.invalid;x=y?Subject=z');
    const invite = await (await desk.exchange.placedCall()).got('INVITE');
    expect(invite.ruri?.host).toBe('exchange.invalid');
    expect(invite.ruri?.headers).toEqual({});
    // A question mark may stand in a user part (RFC 3261 25.1).
    expect(invite.ruri?.toString()).toBe(
      'sip:1%40evil.invalid%3Bx%3Dy?Subject%3Dz@exchange.invalid',
    );
  });
});
