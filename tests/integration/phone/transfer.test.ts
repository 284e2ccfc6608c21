import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass, until } from './clock.ts';
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

describe('trap 27: REFER received without delegate.onRefer is auto-accepted and dialled', () => {
  it('trap 27: within a call it is refused and nobody is dialled', async () => {
    const far = await desk.talking();
    far.request('REFER', ['Refer-To: <sip:+4990012345@exchange.invalid>']);
    await far.answered(603, 'REFER');
    await pass(5_000);
    expect(desk.exchange.placed).toEqual([]);
    expect(desk.calls).toHaveLength(1);
    expect(desk.call.phase).toBe('connected');
    expect(far.statuses('REFER')).toEqual([603]);
  });

  it('trap 27: within a call that the phone placed', async () => {
    desk.exchange.onPlaced = (call) => {
      const accept = call.answer;
      call.answer = (request) => (request.method === 'NOTIFY' ? { status: 200 } : accept(request));
    };
    desk.phone.dial('041037070');
    await desk.callIs({ phase: 'connected' });
    const far = await desk.exchange.placedCall();
    far.request('REFER', ['Refer-To: <sip:+4990012345@exchange.invalid>']);
    await far.answered(603, 'REFER');
    await pass(5_000);
    expect(desk.exchange.placed).toHaveLength(1);
  });

  it('trap 27: out of a call', async () => {
    const stray = desk.exchange.prepareCall();
    stray.request('REFER', ['Refer-To: <sip:+4990012345@exchange.invalid>']);
    await stray.answered(603, 'REFER');
    await pass(5_000);
    expect(desk.exchange.placed).toEqual([]);
  });

  it('a REFER without Refer-To does no harm', async () => {
    const far = await desk.talking();
    far.request('REFER');
    await until(() => far.statuses('REFER').length > 0);
    expect(far.statuses('REFER')[0]).toBeGreaterThanOrEqual(400);
    expect(desk.call.phase).toBe('connected');
  });
});

describe('other requests of strangers', () => {
  it.each([
    ['REGISTER', 405],
    ['SUBSCRIBE', 405],
    ['NOTIFY', 481],
    ['BYE', 481],
    ['INFO', 405],
    ['UPDATE', 481],
    ['OPTIONS', 200],
  ])('%s out of a call is answered with %i', async (method, status) => {
    const stray = desk.exchange.prepareCall();
    stray.request(method, method === 'SUBSCRIBE' || method === 'NOTIFY' ? ['Event: x'] : []);
    await pass(100);
    expect(stray.statuses(method)).toEqual([status]);
    expect(desk.registration.phase).toBe('registered');
  });
});

describe('trap 29: REFER where the policy lets the agent be asked', () => {
  const referTo = 'Refer-To: <sip:+494103700@exchange.invalid>';

  async function asked(headers = [referTo]): Promise<FarCall> {
    await desk.register({ incomingRefer: 'ask' });
    const far = await desk.talking();
    far.request('REFER', headers);
    await until(() => far.statuses('REFER').length > 0);
    return far;
  }

  /** What the phone has told the far end about it. */
  function told(far: FarCall): readonly string[] {
    return far.requests
      .filter(({ method }) => method === 'NOTIFY')
      .map((request) => {
        const state = request.getHeader('Subscription-State')?.split(';')[0] ?? '';
        return `${state} ${request.body.trim()}`;
      });
  }

  it('nothing is dialled before the agent says so', async () => {
    const far = await asked();
    expect(far.statuses('REFER')).toEqual([202]);
    await pass(60_000);
    expect(desk.call.referral).toBe('+494103700@exchange.invalid');
    expect(desk.exchange.placed).toEqual([]);
    expect(told(far)).toEqual(['active SIP/2.0 100 Trying']);
  });

  it('the agent refuses', async () => {
    const far = await asked();
    desk.phone.answerReferral(desk.call.id, false);
    await until(() => told(far).length === 2);
    expect(told(far)[1]).toBe('terminated SIP/2.0 603 Decline');
    expect(desk.call).toMatchObject({ referral: null, phase: 'connected', hold: 'active' });
    desk.phone.answerReferral(desk.call.id, true);
    await pass(100);
    expect(desk.exchange.placed).toEqual([]);
  });

  it('the agent agrees: held, called, and told as it goes; only the last NOTIFY is the end', async () => {
    const replaces = 'abc%40far%3Bto-tag%3D1%3Bfrom-tag%3D2';
    const far = await asked([
      `Refer-To: <sip:102@exchange.invalid?Replaces=${replaces}>`,
      'Referred-By: <sip:103@exchange.invalid>',
    ]);
    desk.phone.answerReferral(desk.call.id, true);
    const placed = await desk.exchange.placedCall();
    expect(desk.calls[0]?.hold).toBe('held');
    const [invite] = placed.requests;
    expect(invite?.getHeader('Replaces')).toBe('abc@far;to-tag=1;from-tag=2');
    expect(invite?.getHeader('Referred-By')).toBe('<sip:103@exchange.invalid>');
    await desk.callIs({ phase: 'connected' }, 1);
    await until(() => told(far).length === 2);
    expect(told(far)).toEqual(['active SIP/2.0 100 Trying', 'terminated SIP/2.0 200 OK']);
  });

  it('the target is busy: the far end is told, the conversation is still there', async () => {
    desk.exchange.onPlaced = (call) => {
      call.answer = ({ method }) => ({ status: method === 'INVITE' ? 486 : 200 });
    };
    const far = await asked();
    desk.phone.answerReferral(desk.call.id, true);
    await until(() => told(far).length === 2);
    expect(told(far)[1]).toBe('terminated SIP/2.0 486 Busy Here');
    expect(desk.calls[0]).toMatchObject({ phase: 'connected' });
  });

  it.each([
    ['Refer-To: <tel:+494103700>'],
    ['Refer-To: <sip:exchange.invalid>'],
    ['Refer-To: nonsense'],
    ['Refer-To: <http://exchange.invalid/>'],
  ])('%s leads nowhere', async (header) => {
    await desk.register({ incomingRefer: 'ask' });
    const far = await desk.talking();
    far.request('REFER', [header]);
    await pass(100);
    // What SIP.js cannot read at all it does not answer.
    expect(far.statuses('REFER').every((status) => status >= 400)).toBe(true);
    expect(desk.call).toMatchObject({ referral: null, phase: 'connected' });
  });

  it('a second one while the first is open is refused', async () => {
    const far = await asked();
    far.request('REFER', [referTo]);
    await until(() => far.statuses('REFER').length === 2);
    expect(far.statuses('REFER')).toEqual([202, 603]);
  });

  it('out of a call it is refused all the same', async () => {
    await desk.register({ incomingRefer: 'ask' });
    const stray = desk.exchange.prepareCall();
    stray.request('REFER', [referTo]);
    await stray.answered(603, 'REFER');
  });
});
