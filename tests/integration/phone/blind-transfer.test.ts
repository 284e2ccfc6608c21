import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass, until } from './clock.ts';
import { Desk } from './desk.ts';
import { acceptingReply, type FarCall } from './far-call.ts';
import type { Reply } from './sip-text.ts';

let desk: Desk;
let far: FarCall;
/** What the far end answers to our REFER. */
let referAnswer: Reply | null;

beforeEach(async () => {
  desk = new Desk();
  await desk.register({ blindTransfer: 'refer' });
  far = await desk.talking();
  referAnswer = { status: 202 };
  far.answer = ({ method, body }) => {
    if (method === 'REFER') return referAnswer;
    return method === 'INVITE' ? acceptingReply(body) : { status: 200 };
  };
});
afterEach(async () => {
  await desk.close();
});

async function transfer(target = '+494103700'): Promise<void> {
  desk.phone.transfer(desk.call.id, { target, name: null });
  await far.got('REFER');
  await pass(5);
}

/** Waits for the answer to the n-th NOTIFY and expects it to be 200 (trap 28). */
async function acknowledged(count = 1): Promise<void> {
  await until(
    () => far.statuses('NOTIFY').length === count,
    () => `NOTIFY answered: ${far.statuses('NOTIFY').join(' ')}`,
  );
  expect(far.statuses('NOTIFY').every((status) => status === 200)).toBe(true);
}

describe('blind transfer by REFER', () => {
  it('holds, refers without a display name, and hangs up when the target has answered', async () => {
    await transfer();
    const request = far.requests.find(({ method }) => method === 'REFER');
    expect(request?.getHeader('Refer-To')).toMatch(/^<sip:(%2B|\+)494103700@exchange\.invalid>$/i);
    expect(request?.getHeader('Referred-By')).toBe('<sip:agent@exchange.invalid>');
    expect(request?.getHeader('Contact')).toBeDefined();
    expect(far.methods).toEqual(['INVITE', 'ACK', 'REFER']);
    expect(desk.call).toMatchObject({ hold: 'held', transfer: { stage: 'accepted' } });

    far.notify('SIP/2.0 100 Trying');
    far.notify('SIP/2.0 180 Ringing');
    await acknowledged(2);
    expect(desk.call.transfer).toMatchObject({ stage: 'ringing', target: '+494103700' });
    expect(far.methods).not.toContain('BYE');

    far.notify('SIP/2.0 200 OK', 'terminated;reason=noresource');
    await far.got('BYE');
    await acknowledged(3);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'transferred' });
  });

  it('a target that goes on ringing is waited for, one of which nothing is heard for a minute is not', async () => {
    await transfer();
    await pass(50_000);
    far.notify('SIP/2.0 180 Ringing');
    await pass(50_000);
    expect(desk.call.transfer).toMatchObject({ stage: 'ringing' });
    await pass(11_000);
    expect(desk.call).toMatchObject({ transferFailure: 'noAnswer' });
  });

  it.each([
    ['SIP/2.0 486 Busy Here', 'busy'],
    ['SIP/2.0 603 Decline', 'declinedThere'],
    ['SIP/2.0 404 Not Found', 'notFound'],
    ['SIP/2.0 503 Service Unavailable', 'failed'],
  ])('%s: the caller is back and hears the agent', async (sipfrag, reason) => {
    await transfer();
    far.notify(sipfrag, 'terminated;reason=noresource');
    await acknowledged();
    await desk.callIs({ hold: 'active', transferFailure: reason as 'busy' });
    expect(desk.call.transfer).toEqual({ phase: 'none' });
    expect(desk.media.connection().direction).toBe('sendrecv');
    expect(far.methods).not.toContain('BYE');
  });

  it.each([
    [405, 'failed'],
    [603, 'declinedThere'],
    [403, 'forbidden'],
  ])('an exchange that refuses the REFER with %i: the caller is back', async (status, reason) => {
    referAnswer = { status };
    await transfer();
    await desk.callIs({ hold: 'active', transferFailure: reason as 'failed' });
  });

  it('an exchange that never tells how it went: the caller is back after a minute', async () => {
    await transfer();
    await pass(59_000);
    expect(desk.call.transfer).toMatchObject({ phase: 'transferring' });
    await desk.callIs({ hold: 'active', transferFailure: 'noAnswer' }, 0, 3_000);
  });

  it('an exchange that does not answer the REFER at all: the caller is back', async () => {
    referAnswer = null;
    await transfer();
    await desk.callIs({ hold: 'active', transferFailure: 'noAnswer' }, 0, 40_000);
  });

  it('trap 29: "terminated" with a provisional answer is not the end', async () => {
    await transfer();
    far.notify('SIP/2.0 100 Trying', 'terminated;reason=timeout');
    await acknowledged();
    await pass(2_000);
    expect(desk.call.transfer).toMatchObject({ phase: 'transferring' });
    far.notify('SIP/2.0 200 OK', 'terminated;reason=noresource');
    await far.got('BYE');
    expect(desk.call.endReason).toBe('transferred');
  });

  it('trap 29: but nothing more after it is one', async () => {
    await transfer();
    far.notify('', 'terminated;reason=giveup');
    await desk.callIs({ hold: 'active', transferFailure: 'noAnswer' }, 0, 12_000);
  });

  it('an exchange that hangs up as soon as it has taken on', async () => {
    await transfer();
    far.bye();
    await far.answered(200, 'BYE');
    await desk.callIs({ phase: 'ended', endReason: 'transferred' });
  });

  it('a caller who gives up before the exchange has taken on was not transferred', async () => {
    referAnswer = null;
    await transfer();
    far.bye();
    await desk.callIs({ phase: 'ended', endReason: 'hungUpThere' });
  });

  it('a caller who gives up while the target still rings was not transferred', async () => {
    await transfer();
    far.notify('SIP/2.0 100 Trying');
    far.notify('SIP/2.0 180 Ringing');
    await acknowledged(2);
    far.bye();
    await desk.callIs({ phase: 'ended', endReason: 'hungUpThere' });
  });

  it('a NOTIFY that comes before the answer to the REFER counts', async () => {
    referAnswer = null;
    await transfer();
    far.notify('SIP/2.0 200 OK', 'terminated;reason=noresource');
    await far.got('BYE');
    expect(desk.call.endReason).toBe('transferred');
  });

  it.each([
    ['of another event', 'SIP/2.0 486 Busy Here', 'active', 'message-summary'],
    ['without an event', 'SIP/2.0 486 Busy Here', 'active', ''],
    ['with an empty body', '', 'active', 'refer'],
    ['with nonsense', 'not a sipfrag', 'active', 'refer'],
  ])('a NOTIFY %s is answered and changes nothing', async (_what, body, state, event) => {
    await transfer();
    far.notify(body, state, event);
    await until(() => far.statuses('NOTIFY').length === 1);
    expect(desk.call).toMatchObject({ transfer: { stage: 'accepted' }, transferFailure: null });
  });

  it('a late NOTIFY of a transfer that has failed is answered and changes nothing', async () => {
    await transfer();
    far.notify('SIP/2.0 486 Busy Here', 'terminated');
    await desk.callIs({ hold: 'active' });
    far.notify('SIP/2.0 200 OK', 'terminated');
    await acknowledged(2);
    await pass(100);
    expect(desk.call).toMatchObject({ phase: 'connected', transferFailure: 'busy' });
  });

  it('the same order twice is one REFER, and a second one after a failure is possible', async () => {
    await transfer();
    desk.phone.transfer(desk.call.id, { target: '4711', name: null });
    await pass(100);
    expect(far.methods.filter((method) => method === 'REFER')).toHaveLength(1);
    far.notify('SIP/2.0 486 Busy Here', 'terminated');
    await desk.callIs({ hold: 'active' });
    desk.phone.transfer(desk.call.id, { target: '4711', name: null });
    await far.got('REFER', 1);
    expect(desk.call.transferFailure).toBeNull();
  });

  it('a refused hold does not keep the caller from being transferred', async () => {
    far.answer = ({ method }) => ({ status: { REFER: 202, INVITE: 488 }[method] ?? 200 });
    await transfer();
    far.notify('SIP/2.0 200 OK', 'terminated');
    await far.got('BYE');
    expect(desk.call.endReason).toBe('transferred');
  });

  it('hanging up in the middle is hanging up', async () => {
    await transfer();
    desk.phone.hangUp(desk.call.id);
    await far.got('BYE');
    await desk.callIs({ phase: 'ended', endReason: 'hungUpHere' });
  });

  it('a call that is no longer there, or does not talk yet, cannot be transferred', async () => {
    const second = await desk.ringing();
    desk.phone.transfer(desk.calls[1]?.id ?? '', { target: '4711', name: null });
    desk.phone.transfer(crypto.randomUUID(), { target: '4711', name: null });
    desk.phone.completeTransfer(desk.calls[0]?.id ?? '');
    desk.phone.endConsultation(desk.calls[0]?.id ?? '');
    await pass(100);
    expect([...far.methods, ...second.methods]).toEqual([]);
  });
});
