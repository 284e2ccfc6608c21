import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass, until } from './clock.ts';
import { Desk } from './desk.ts';

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
