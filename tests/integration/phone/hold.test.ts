import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';
import { acceptingReply, type FarCall } from './far-call.ts';

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

/** The direction in force: what the media engine has negotiated. */
function direction(): string | null {
  return desk.media.connection().direction;
}

describe('hold', () => {
  it('is held only after the 2xx, and the ACK follows', async () => {
    far.answer = () => null;
    desk.phone.hold(desk.call.id);
    const invite = await far.got('INVITE');
    expect(invite.body).toContain('a=sendonly');
    await pass(1_000);
    expect(desk.call.hold).toBe('holding');
    far.reply(invite, { status: 200, body: audioSdp('recvonly', 'active') });
    await far.got('ACK');
    expect(desk.call).toMatchObject({ hold: 'held', holdRefused: false });
    expect(direction()).toBe('sendonly');
  });

  it('sends nothing of the room from the moment it is asked for, until the agent comes back', async () => {
    const microphone = (): boolean | undefined => desk.media.connection().sentTrack?.enabled;
    far.answer = () => null;
    desk.phone.hold(desk.call.id);
    expect(microphone()).toBe(false);
    const invite = await far.got('INVITE');
    far.reply(invite, { status: 488 });
    await desk.callIs({ holdRefused: true });
    expect(microphone()).toBe(true);
    far.answer = ({ body }) => acceptingReply(body);
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    desk.phone.mute(desk.call.id, true);
    desk.phone.mute(desk.call.id, false);
    expect(microphone()).toBe(false);
    desk.phone.resume(desk.call.id);
    await desk.callIs({ hold: 'active' });
    expect(microphone()).toBe(true);
  });

  it('resume is active only after the 2xx', async () => {
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    far.answer = () => null;
    desk.phone.resume(desk.call.id);
    const invite = await far.got('INVITE', 1);
    expect(invite.body).toContain('a=sendrecv');
    await pass(1_000);
    expect(desk.call.hold).toBe('resuming');
    far.reply(invite, { status: 200, body: audioSdp('sendrecv', 'active') });
    await desk.callIs({ hold: 'active' });
    expect(direction()).toBe('sendrecv');
  });

  it('is not the far end holding us, whatever direction it answers with', async () => {
    far.answer = () => ({ status: 200, body: audioSdp('inactive', 'active') });
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    expect(desk.call.heldByRemote).toBe(false);
  });

  it('the same order twice is one re-INVITE', async () => {
    desk.phone.hold(desk.call.id);
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    desk.phone.hold(desk.call.id);
    await pass(100);
    expect(far.methods).toEqual(['INVITE', 'ACK']);
  });

  it('hanging up while held ends the call', async () => {
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    desk.phone.hangUp(desk.call.id);
    await far.got('BYE');
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'hungUpHere' });
  });

  it('a BYE while the re-INVITE is open ends the call', async () => {
    far.answer = (request) => (request.method === 'INVITE' ? null : { status: 200 });
    desk.phone.hold(desk.call.id);
    const invite = await far.got('INVITE');
    far.bye();
    await far.answered(200, 'BYE');
    far.reply(invite, { status: 487 });
    await pass(100);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'hungUpThere' });
  });

  it('a call that the exchange has forgotten (481) ends', async () => {
    far.answer = () => ({ status: 481 });
    desk.phone.hold(desk.call.id);
    await desk.callIs({ phase: 'ended', endReason: 'connectionLost' });
    expect(desk.media.microphones[0]?.readyState).toBe('ended');
  });

  it('a 2xx without a description ends the call instead of leaving it half held', async () => {
    far.answer = () => ({ status: 200 });
    desk.phone.hold(desk.call.id);
    await far.got('BYE');
    expect(desk.call.phase).toBe('ended');
    expect(desk.media.microphones[0]?.readyState).toBe('ended');
  });
});

describe('trap 11: re-INVITE rejected (491/488/408): no SDP rollback, every later hold/resume fails', () => {
  it.each([491, 488, 500, 408])(
    'trap 11: after a %i the call is active, and the next hold works',
    async (status) => {
      far.answer = () => ({ status });
      desk.phone.hold(desk.call.id);
      await desk.callIs({ phase: 'connected', hold: 'active', holdRefused: true }, 0, 10_000);
      expect(desk.media.connection().signalingState).toBe('stable');
      expect(direction()).toBe('sendrecv');

      far.answer = () => ({ status: 200, body: audioSdp('recvonly', 'active') });
      desk.phone.hold(desk.call.id);
      await desk.callIs({ hold: 'held', holdRefused: false });
      expect(direction()).toBe('sendonly');
    },
  );

  it('trap 11: a re-INVITE that is never answered leaves the call active after Timer B', async () => {
    far.answer = () => null;
    desk.phone.hold(desk.call.id);
    await desk.callIs({ phase: 'connected', hold: 'active', holdRefused: true }, 0, 33_000);
    expect(desk.media.connection().signalingState).toBe('stable');
  });

  it('trap 11: after a refused hold the offers of the far end are answered, and as active', async () => {
    far.answer = () => ({ status: 488 });
    desk.phone.hold(desk.call.id);
    await desk.callIs({ holdRefused: true });
    far.reinvite(audioSdp('sendrecv', 'actpass', 2));
    await far.answered(200, 'INVITE');
    await pass(100);
    expect(far.responses.at(-1)?.body).toContain('a=sendrecv');
    expect(desk.call).toMatchObject({ phase: 'connected', hold: 'active' });
  });

  it('trap 11: a refused resume leaves the call held, also for the next offer of the far end', async () => {
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    far.answer = () => ({ status: 488 });
    desk.phone.resume(desk.call.id);
    await desk.callIs({ hold: 'held', holdRefused: true });
    expect(direction()).toBe('sendonly');
    far.reinvite(audioSdp('sendrecv', 'actpass', 2));
    await pass(100);
    // The caller must not hear the agent's room because of a session refresh.
    expect(far.responses.at(-1)?.body).toContain('a=sendonly');
    far.ack();
    await pass(10);
    far.answer = () => ({ status: 200, body: audioSdp('sendrecv', 'active') });
    desk.phone.resume(desk.call.id);
    await desk.callIs({ hold: 'active', holdRefused: false });
  });

  it('trap 12: a hold that met the far end is tried again and then stands', async () => {
    let refusals = 2;
    far.answer = (request) => {
      refusals -= 1;
      return refusals >= 0 ? { status: 491 } : acceptingReply(request.body);
    };
    desk.phone.hold(desk.call.id);
    await pass(500);
    expect(desk.call).toMatchObject({ hold: 'holding', holdRefused: false });
    await desk.callIs({ hold: 'held', holdRefused: false }, 0, 5_000);
    expect(direction()).toBe('sendonly');
    const offers = far.requests.filter(({ method }) => method === 'INVITE');
    expect(offers.map(({ body }) => body.includes('a=sendonly'))).toEqual([true, true, true]);
  });

  it('trap 12: who never lets us through is given up after three more tries', async () => {
    far.answer = () => ({ status: 491 });
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'active', holdRefused: true }, 0, 10_000);
    expect(far.methods.filter((method) => method === 'INVITE')).toHaveLength(4);
  });

  it('trap 12: a hold pressed while an offer of the far end is being answered follows it', async () => {
    far.reinvite(audioSdp('sendrecv', 'actpass', 2));
    await pass(1);
    desk.phone.hold(desk.call.id);
    await pass(50);
    expect(far.statuses().filter((status) => status === 200)).toHaveLength(2);
    expect(far.responses.at(-1)?.body).toContain('a=sendrecv');
    far.ack();
    await desk.callIs({ hold: 'held' }, 0, 5_000);
    expect(direction()).toBe('sendonly');
  });

  it('trap 12: a re-INVITE that meets ours gets 491, and ours goes on', async () => {
    far.answer = () => null;
    desk.phone.hold(desk.call.id);
    const invite = await far.got('INVITE');
    far.reinvite(audioSdp('sendrecv', 'actpass', 2));
    await far.answered(491);
    far.reply(invite, { status: 200, body: audioSdp('recvonly', 'active') });
    await desk.callIs({ hold: 'held' });
  });
});

describe('trap 14: resume from remote hold by offerless re-INVITE: we offer recvonly, one-way audio', () => {
  it('trap 14: we offer sendrecv', async () => {
    far.reinvite(audioSdp('sendonly', 'actpass', 2));
    await desk.callIs({ heldByRemote: true });
    await pass(10);
    expect(far.responses.at(-1)?.body).toContain('a=recvonly');
    far.ack();
    await pass(10);
    expect(direction()).toBe('recvonly');

    far.reinvite('');
    await pass(50);
    expect(far.responses.at(-1)?.body).toContain('a=sendrecv');
    far.ack(audioSdp('sendrecv', 'active', 3));
    await desk.callIs({ heldByRemote: false });
    expect(direction()).toBe('sendrecv');
  });

  it.each(['sendonly', 'inactive'] as const)(
    'trap 14: the far end holds with %s and resumes with an offer',
    async (held) => {
      far.reinvite(audioSdp(held, 'actpass', 2));
      await desk.callIs({ heldByRemote: true, hold: 'active' });
      await pass(10);
      far.ack();
      far.reinvite(audioSdp('sendrecv', 'actpass', 3));
      await desk.callIs({ heldByRemote: false });
      await pass(10);
      expect(far.responses.at(-1)?.body).toContain('a=sendrecv');
      expect(direction()).toBe('sendrecv');
    },
  );

  it('trap 14: what we hold ourselves stays held through an offerless re-INVITE', async () => {
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    await pass(10);
    far.reinvite('');
    await pass(50);
    expect(far.responses.at(-1)?.body).toContain('a=sendonly');
  });

  it('trap 13: an answer to the session refresh of the far end does not wait for ICE', async () => {
    far.reinvite(audioSdp('sendrecv', 'actpass', 2));
    await pass(5);
    expect(far.statuses().filter((status) => status === 200)).toHaveLength(2);
  });
});
