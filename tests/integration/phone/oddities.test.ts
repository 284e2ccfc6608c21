import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const clerk = 'P-Asserted-Identity: "Bauamt" <sip:+4941037075@exchange.invalid>';

describe('trap 24: UPDATE', () => {
  it('trap 24: is listed in Allow of the answer', async () => {
    const far = await desk.talking();
    expect((await far.answered(200)).getHeader('Allow')).toContain('UPDATE');
  });

  it('trap 24: without a description is a session refresh: 200, and nothing changes', async () => {
    const far = await desk.talking();
    far.request('UPDATE', ['Session-Expires: 1800;refresher=uac', 'Supported: timer']);
    const answer = await far.answered(200, 'UPDATE');
    expect(answer.hasHeader('Contact')).toBe(true);
    expect(far.statuses('UPDATE')).toEqual([200]);
    expect(desk.call).toMatchObject({ phase: 'connected', hold: 'active' });
    // The sequence numbers go on as the far end counts them.
    far.request('UPDATE');
    await pass(20);
    expect(far.statuses('UPDATE')).toEqual([200, 200]);
    far.bye();
    await far.answered(200, 'BYE');
  });

  it('trap 24: with a description negotiates: the far end holds and resumes', async () => {
    const far = await desk.talking();
    far.update(audioSdp('sendonly', 'actpass', 2));
    expect((await far.answered(200, 'UPDATE')).body).toContain('a=recvonly');
    expect(desk.call.heldByRemote).toBe(true);
    far.update(audioSdp('sendrecv', 'actpass', 3));
    await desk.callIs({ heldByRemote: false });
    // And the phone can still negotiate itself.
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
  });

  it('trap 24: with a description while it rings has to wait for the answer', async () => {
    const far = await desk.ringing();
    far.update(audioSdp('sendrecv', 'actpass', 2));
    expect((await far.answered(500, 'UPDATE')).hasHeader('Retry-After')).toBe(true);
    desk.phone.answer(desk.call.id);
    await far.answered(200);
  });

  it('trap 24: that meets our own offer is told so', async () => {
    const far = await desk.talking();
    far.answer = () => null;
    desk.phone.hold(desk.call.id);
    const invite = await far.got('INVITE');
    far.update(audioSdp('sendrecv', 'actpass', 2));
    await far.answered(491, 'UPDATE');
    far.reply(invite, { status: 200, body: audioSdp('recvonly', 'active') });
    await desk.callIs({ hold: 'held' });
  });

  it('trap 24: with a description that is none changes nothing', async () => {
    const far = await desk.talking();
    far.update('v=0\r\n');
    await far.answered(488, 'UPDATE');
    far.update(audioSdp('sendonly', 'actpass', 3));
    await far.answered(200, 'UPDATE');
    expect(desk.call).toMatchObject({ phase: 'connected', heldByRemote: true });
  });

  it('trap 24: an old one is refused, one of an unknown call too', async () => {
    const far = await desk.talking();
    far.request('UPDATE', [], { cseq: 1 });
    await far.answered(500, 'UPDATE');
    const stranger = desk.exchange.prepareCall();
    stranger.invite({ to: '<sip:agent@exchange.invalid>;tag=nobody' });
    await stranger.answered(481);
  });
});

describe('connected line', () => {
  it.each([
    ['UPDATE while it rings', (far: FarCall): void => far.request('UPDATE', [clerk]), false],
    ['UPDATE in the call', (far: FarCall): void => far.request('UPDATE', [clerk]), true],
    [
      're-INVITE',
      (far: FarCall): void => far.reinvite(audioSdp('sendrecv', 'actpass', 2), [clerk]),
      true,
    ],
  ] as const)('%s: the new party is shown', async (_what, say, talking) => {
    const far = await (talking ? desk.talking() : desk.ringing());
    say(far);
    await pass(50);
    expect(desk.call.party).toEqual({ number: '+4941037075', displayName: 'Bauamt' });
  });

  it('the From of a re-INVITE says nothing about it', async () => {
    const far = await desk.talking({ headers: ['P-Asserted-Identity: "A" <sip:1@x.invalid>'] });
    far.reinvite(audioSdp('sendrecv', 'actpass', 2));
    await pass(50);
    expect(desk.call.party).toEqual({ number: '1', displayName: 'A' });
  });

  it('a bare number does not take the name away, a private one does not take the number away', async () => {
    const far = await desk.talking({ headers: ['P-Asserted-Identity: "A" <sip:1@x.invalid>'] });
    far.request('UPDATE', ['P-Asserted-Identity: <sip:1@x.invalid>']);
    far.request('UPDATE', [clerk, 'Privacy: id']);
    await pass(50);
    expect(desk.call.party).toEqual({ number: '1', displayName: 'A' });
  });

  it.each([180, 200])('a %i to a call of ours says who is there', async (status) => {
    desk.exchange.onPlaced = (call) => {
      call.answer = () => ({ status: 180, headers: status === 180 ? [clerk] : [] });
    };
    desk.phone.dial('041037070');
    const far = await desk.exchange.placedCall();
    const invite = await far.got('INVITE');
    if (status === 200)
      far.reply(invite, { status, headers: [clerk], body: audioSdp('sendrecv', 'active') });
    await pass(50);
    expect(desk.call.party).toEqual({ number: '+4941037075', displayName: 'Bauamt' });
  });
});

describe('trap 12: an offer of the far end that comes while ours is being made', () => {
  it('trap 12: gets 491, and both go on', async () => {
    const far = await desk.talking();
    desk.media.connection().createOffer = slow(
      desk.media.connection().createOffer.bind(desk.media.connection()),
    );
    desk.phone.hold(desk.call.id);
    await pass(1);
    far.reinvite(audioSdp('sendrecv', 'actpass', 2));
    await far.answered(491);
    await desk.callIs({ hold: 'held' });
    await pass(10);
    far.reinvite(audioSdp('sendrecv', 'actpass', 3));
    await pass(50);
    expect(far.responses.at(-1)?.body).toContain('a=sendonly');
  });
});

describe('trap 22: early media', () => {
  async function dialled(): Promise<FarCall> {
    desk.exchange.onPlaced = (call) => {
      call.answer = (request) => (request.method === 'INVITE' ? null : { status: 200 });
    };
    desk.phone.dial('041037070');
    const far = await desk.exchange.placedCall();
    await far.got('INVITE');
    return far;
  }

  it('trap 22: an announcement (183 with a description) is heard, and the call can be answered after it', async () => {
    const far = await dialled();
    const invite = await far.got('INVITE');
    const body = audioSdp('sendrecv', 'active');
    far.reply(invite, { status: 183, body });
    await desk.callIs({ phase: 'alerting', earlyMedia: true });
    expect(desk.media.heard).toEqual([desk.call.id]);
    far.reply(invite, { status: 200, body });
    await far.got('ACK');
    await desk.callIs({ phase: 'connected' });
    expect(desk.media.connection().direction).toBe('sendrecv');
  });

  it('trap 22: a refusal after an announcement tells its reason', async () => {
    const far = await dialled();
    const invite = await far.got('INVITE');
    far.reply(invite, { status: 183, body: audioSdp('sendrecv', 'active') });
    await desk.callIs({ earlyMedia: true });
    far.reply(invite, { status: 486 });
    await desk.callIs({ phase: 'ended', endReason: 'busy' });
    desk.expectReleased();
  });

  it('trap 22: 180 or 183 without a description lets our own ringback sound', async () => {
    const far = await dialled();
    const invite = await far.got('INVITE');
    far.reply(invite, { status: 183 });
    far.reply(invite, { status: 180 });
    await desk.callIs({ phase: 'alerting', earlyMedia: false });
  });

  it('trap 22: a forked call takes the answer of whoever answers', async () => {
    const far = await dialled();
    const invite = await far.got('INVITE');
    far.reply(invite, { status: 183, body: audioSdp('sendrecv', 'active', 1) }, 'first');
    far.reply(invite, { status: 183, body: audioSdp('sendrecv', 'active', 2) }, 'second');
    await desk.callIs({ earlyMedia: true });
    far.reply(invite, { status: 200, body: audioSdp('sendrecv', 'active', 2) }, 'second');
    await far.got('ACK');
    await desk.callIs({ phase: 'connected' });
  });

  it('trap 23: a second branch that answers too is acknowledged and hung up', async () => {
    const far = await dialled();
    const invite = await far.got('INVITE');
    far.reply(invite, { status: 200, body: audioSdp('sendrecv', 'active') }, 'first');
    await desk.callIs({ phase: 'connected' });
    far.reply(invite, { status: 200, body: audioSdp('sendrecv', 'active') }, 'second');
    const bye = await far.got('BYE');
    expect(bye.toTag).toBe('second');
    await pass(1_000);
    expect(far.methods.filter((method) => method === 'BYE')).toHaveLength(1);
    expect(desk.call.phase).toBe('connected');
  });
});

/** The same, but it takes its time. */
function slow<Value>(action: () => Promise<Value>): () => Promise<Value> {
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return action();
  };
}

it('trap 33: a PRACK that nobody asked for harms nothing', async () => {
  const far = await desk.talking();
  far.request('PRACK', ['RAck: 1 1 INVITE']);
  await pass(100);
  expect(desk.call).toMatchObject({ phase: 'connected', signalling: 'up' });
  far.bye();
  await far.answered(200, 'BYE');
});
