import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import { pass, until } from './clock.ts';
import { Desk } from './desk.ts';
import { acceptingReply, type FarCall } from './far-call.ts';
import type { Reply } from './sip-text.ts';

let desk: Desk;
let caller: FarCall;
/** What the exchange answers to the INVITE of the second call; null: the test answers itself. */
let welcome: Reply | null;

beforeEach(async () => {
  desk = new Desk();
  await desk.register();
  caller = await desk.talking();
  welcome = { status: 200, body: audioSdp('sendrecv', 'active') };
  answerRefer(caller, 202);
  desk.exchange.onPlaced = (call) => {
    call.answer = ({ method, body }) => {
      if (method !== 'INVITE') return { status: 200 };
      return call.requests.length === 1 ? welcome : acceptingReply(body);
    };
  };
});
afterEach(async () => {
  await desk.close();
});

function answerRefer(far: FarCall, status: number): void {
  far.answer = ({ method, body }) => {
    if (method === 'REFER') return { status };
    return method === 'INVITE' ? acceptingReply(body) : { status: 200 };
  };
}

function idOf(index: number): string {
  return desk.calls[index]?.id ?? '';
}

/** The agent consults the colleague. */
async function consult(): Promise<FarCall> {
  desk.phone.consult(idOf(0), { target: '200', name: null });
  await desk.callIs({ phase: 'connected' }, 1);
  await pass(5);
  return desk.exchange.placedCall();
}

/** Somebody is asked to take the caller over, and it rings there. @returns the far end and how to answer it */
async function passToRinging(): Promise<{
  readonly target: FarCall;
  readonly answer: (reply: Parameters<FarCall['reply']>[1]) => void;
}> {
  welcome = null;
  desk.phone.transfer(idOf(0), { target: '200', name: null });
  const target = await desk.exchange.placedCall();
  const [invite] = target.requests;
  if (invite === undefined) throw new Error('no INVITE');
  const answer = (reply: Parameters<FarCall['reply']>[1]): void => {
    target.reply(invite, reply);
  };
  answer({ status: 180 });
  await desk.callIs({ phase: 'alerting' }, 1);
  return { target, answer };
}

describe('consultation', () => {
  it('holds the caller before the colleague is called, and links the two', async () => {
    caller.answer = () => null;
    desk.phone.consult(idOf(0), { target: '200', name: null });
    const hold = await caller.got('INVITE');
    await pass(500);
    expect(desk.exchange.placed).toEqual([]);
    caller.reply(hold, { status: 200, body: audioSdp('recvonly', 'active') });
    await desk.callIs({ phase: 'connected' }, 1);
    expect(desk.calls[0]).toMatchObject({
      hold: 'held',
      transfer: { phase: 'consulting', consultation: idOf(1) },
    });
  });

  it('a refused hold is no consultation: nobody must hear the other conversation', async () => {
    caller.answer = () => ({ status: 488 });
    desk.phone.consult(idOf(0), { target: '200', name: null });
    await desk.callIs({ hold: 'active', holdRefused: true });
    expect(desk.exchange.placed).toEqual([]);
    expect(desk.call.transfer).toEqual({ phase: 'none' });
  });

  it.each([
    ['is not answered', () => null, false],
    // Who refuses to be put on hold hears the room: that is better than no help.
    ['is refused', () => ({ status: 488 }), true],
  ])('112 does not wait for a hold that %s', async (_how, answer, hearsTheRoom) => {
    caller.answer = answer;
    desk.phone.dial('112');
    const emergency = await desk.exchange.placedCall();
    expect((await emergency.got('INVITE')).ruri?.toString()).toBe('sip:112@exchange.invalid');
    expect(desk.media.connection().sentTrack?.enabled).toBe(hearsTheRoom);
  });

  it('handing over: REFER with Replaces of the second dialog and without a display name (trap 31)', async () => {
    const colleague = await consult();
    desk.phone.completeTransfer(idOf(0));
    const refer = await caller.got('REFER');
    const placed = colleague.requests[0];
    const fromTag = /;tag=([^;>]+)/.exec(placed?.getHeader('From') ?? '')?.[1] ?? '';
    const replaces = `${colleague.callId};to-tag=${colleague.tag};from-tag=${fromTag}`;
    expect(refer.getHeader('Refer-To')).toBe(
      `<sip:far@exchange.invalid;transport=ws?Replaces=${encodeURIComponent(replaces)}>`,
    );
    caller.notify('SIP/2.0 200 OK', 'terminated');
    await caller.got('BYE');
    await colleague.got('BYE');
    expect(desk.calls.map(({ endReason }) => endReason)).toEqual(['transferred', 'transferred']);
  });

  it('an exchange that ends both calls by itself: both have been passed on', async () => {
    const colleague = await consult();
    desk.phone.completeTransfer(idOf(0));
    await caller.got('REFER');
    colleague.bye();
    await colleague.answered(200, 'BYE');
    caller.bye();
    await caller.answered(200, 'BYE');
    await pass(10);
    expect(desk.calls.map(({ endReason }) => endReason)).toEqual(['transferred', 'transferred']);
  });

  it('a refused REFER leaves everything as it was: the colleague can be told', async () => {
    answerRefer(caller, 501);
    await consult();
    desk.phone.completeTransfer(idOf(0));
    await desk.callIs({ transferFailure: 'failed' });
    expect(desk.calls).toMatchObject([
      { hold: 'held', transfer: { phase: 'consulting', consultation: idOf(1) } },
      { phase: 'connected', hold: 'active' },
    ]);
  });

  it('a caller who hangs up in the middle leaves the agent with the colleague', async () => {
    const colleague = await consult();
    answerRefer(caller, 202);
    caller.answer = ({ method }) => (method === 'REFER' ? null : { status: 200 });
    desk.phone.completeTransfer(idOf(0));
    await caller.got('REFER');
    caller.bye();
    await desk.callIs({ phase: 'ended', endReason: 'hungUpThere' });
    await pass(100);
    expect(colleague.methods).not.toContain('BYE');
    expect(desk.calls[1]).toMatchObject({ phase: 'connected', hold: 'active' });
  });

  it('back to the caller: the colleague is let go and the caller hears the agent', async () => {
    const colleague = await consult();
    desk.phone.endConsultation(idOf(0));
    await colleague.got('BYE');
    await desk.callIs({ hold: 'active', transfer: desk.calls[0]?.transfer ?? { phase: 'none' } });
    expect(desk.calls[0]?.transfer).toEqual({ phase: 'none' });
  });

  it.each([
    [486, 'busy'],
    [480, 'unavailable'],
  ])(
    'a colleague who answers %i: the caller waits until the agent comes back',
    async (status, reason) => {
      welcome = { status };
      desk.phone.consult(idOf(0), { target: '200', name: null });
      await desk.callIs({ phase: 'ended', endReason: reason as 'busy' }, 1);
      expect(desk.calls[0]).toMatchObject({ hold: 'held', transfer: { phase: 'none' } });
    },
  );

  it('a colleague who hangs up: the caller waits until the agent comes back', async () => {
    const colleague = await consult();
    colleague.bye();
    await desk.callIs({ phase: 'ended' }, 1);
    expect(desk.calls[0]).toMatchObject({ hold: 'held', transfer: { phase: 'none' } });
  });

  it('handing over while it still rings there waits for the answer', async () => {
    welcome = null;
    desk.phone.consult(idOf(0), { target: '200', name: null });
    const colleague = await desk.exchange.placedCall();
    const invite = colleague.requests[0];
    if (invite === undefined) throw new Error('no INVITE');
    colleague.reply(invite, { status: 180 });
    await desk.callIs({ phase: 'alerting' }, 1);
    desk.phone.completeTransfer(idOf(0));
    await pass(1_000);
    expect(desk.calls[0]?.transfer).toMatchObject({ phase: 'transferring', stage: 'ringing' });
    expect(caller.methods).not.toContain('REFER');
    colleague.reply(invite, { status: 200, body: audioSdp('sendrecv', 'active') });
    const refer = await caller.got('REFER');
    expect(refer.getHeader('Refer-To')).toContain(encodeURIComponent(`to-tag=${colleague.tag}`));
  });
});

describe('supervised transfer (trap 31: no semi-attended transfer)', () => {
  it('connects when the target has answered, and calls it by its name meanwhile', async () => {
    welcome = null;
    desk.phone.transfer(idOf(0), { target: '200', name: 'Standesamt' });
    const [invite] = (await desk.exchange.placedCall()).requests;
    if (invite === undefined) throw new Error('no INVITE');
    expect(invite.ruri?.user).toBe('200');
    expect(desk.calls[0]?.transfer).toMatchObject({ target: 'Standesamt' });
    expect(desk.calls[1]?.party).toEqual({ number: '200', displayName: 'Standesamt' });
    desk.exchange.placed[0]?.reply(invite, {
      status: 200,
      body: audioSdp('sendrecv', 'active'),
    });
    const refer = await caller.got('REFER');
    const target = await desk.exchange.placedCall();
    expect(refer.getHeader('Refer-To')).toContain(encodeURIComponent(target.callId));
    caller.notify('SIP/2.0 200 OK', 'terminated');
    await caller.got('BYE');
    await target.got('BYE');
    expect(desk.calls[0]?.endReason).toBe('transferred');
  });

  it.each([
    [486, 'busy'],
    [603, 'declinedThere'],
    [404, 'notFound'],
  ])('a target that answers %i: the caller is back at once', async (status, reason) => {
    welcome = { status };
    desk.phone.transfer(idOf(0), { target: '200', name: null });
    await desk.callIs({ phase: 'ended' }, 1);
    await desk.callIs({ hold: 'active', transferFailure: reason as 'busy' });
    expect(desk.calls[0]?.transfer).toEqual({ phase: 'none' });
    expect(caller.methods).not.toContain('REFER');
    expect(desk.media.connection().direction).toBe('sendrecv');
  });

  it('taken back while it rings', async () => {
    const { target, answer } = await passToRinging();
    desk.phone.endConsultation(idOf(0));
    await target.got('CANCEL');
    await desk.callIs({ hold: 'active' });
    answer({ status: 487 });
    await desk.callIs({ phase: 'ended', endReason: 'cancelledHere' }, 1);
    expect(desk.calls[0]).toMatchObject({ transfer: { phase: 'none' }, hold: 'active' });
    expect(desk.calls[0]?.transferFailure, 'nothing has failed').toBeNull();
    await pass(100);
    expect(caller.methods).not.toContain('REFER');
  });

  it('hanging up on the target while it rings brings the caller back as well, and is no failure', async () => {
    const { target, answer } = await passToRinging();
    desk.phone.hangUp(idOf(1));
    await target.got('CANCEL');
    answer({ status: 487 });
    await desk.callIs({ hold: 'active' });
    await desk.callIs({ phase: 'ended' }, 1);
    expect(desk.calls[0]).toMatchObject({ transfer: { phase: 'none' }, transferFailure: null });
  });

  it('taken back while the exchange connects the two: what becomes of that is no failure', async () => {
    welcome = { status: 200, body: audioSdp('sendrecv', 'active') };
    desk.phone.transfer(idOf(0), { target: '200', name: null });
    await caller.got('REFER');
    await pass(5);
    desk.phone.endConsultation(idOf(0));
    await desk.callIs({ hold: 'active' });
    caller.notify('SIP/2.0 481 Call/Transaction Does Not Exist', 'terminated');
    await pass(100);
    expect(desk.calls[0]).toMatchObject({
      phase: 'connected',
      transfer: { phase: 'none' },
      transferFailure: null,
    });
  });

  it('a caller who hangs up before the exchange has taken on was not passed on', async () => {
    caller.answer = ({ method, body }) => {
      if (method === 'REFER') return null;
      return method === 'INVITE' ? acceptingReply(body) : { status: 200 };
    };
    const { answer } = await passToRinging();
    answer({ status: 200, body: audioSdp('sendrecv', 'active') });
    await caller.got('REFER');
    caller.bye();
    await desk.callIs({ phase: 'ended', endReason: 'hungUpThere' });
  });

  it('an exchange that hangs up as soon as it has taken on: passed on, though it rang before', async () => {
    const { answer } = await passToRinging();
    answer({ status: 200, body: audioSdp('sendrecv', 'active') });
    await caller.got('REFER');
    await pass(5);
    caller.bye();
    await desk.callIs({ phase: 'ended', endReason: 'transferred' });
  });

  it('a caller who hangs up while it rings: the agent sees it, the target is not disturbed', async () => {
    const { target } = await passToRinging();
    caller.bye();
    await desk.callIs({ phase: 'ended', endReason: 'hungUpThere' });
    await target.got('CANCEL');
  });
});

describe('Makeln', () => {
  it('the one that waits talks, the other waits: first held, then taken back', async () => {
    const colleague = await consult();
    desk.phone.swap();
    await desk.callIs({ hold: 'active' });
    expect(desk.calls[1]).toMatchObject({ hold: 'held' });
    expect(desk.calls[0]?.transfer).toMatchObject({ phase: 'consulting' });
    desk.phone.swap();
    await desk.callIs({ hold: 'active' }, 1);
    expect(desk.calls[0]?.hold).toBe('held');
    expect(colleague.requests.filter(({ method }) => method === 'INVITE')).toHaveLength(3);
  });

  it('who cannot be held keeps the conversation', async () => {
    const colleague = await consult();
    colleague.answer = () => ({ status: 488 });
    desk.phone.swap();
    await desk.callIs({ holdRefused: true, hold: 'active' }, 1);
    expect(desk.calls[0]?.hold).toBe('held');
  });

  it('with one call alone does nothing, and brings a waiting one back', async () => {
    desk.phone.swap();
    await pass(100);
    expect(caller.methods).toEqual([]);
    desk.phone.hold(idOf(0));
    await desk.callIs({ hold: 'held' });
    desk.phone.swap();
    await desk.callIs({ hold: 'active' });
  });

  it('hanging up one keeps the other', async () => {
    const colleague = await consult();
    desk.phone.hangUp(idOf(1));
    await colleague.got('BYE');
    await until(() => desk.calls[0]?.transfer.phase === 'none');
    expect(desk.calls[0]).toMatchObject({ phase: 'connected', hold: 'held' });
  });
});
