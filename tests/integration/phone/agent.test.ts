import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';
import { expiresOf } from './exchange.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
});
afterEach(async () => {
  await desk.close();
});

it('an agent who is away is busy, and rings again when ready', async () => {
  desk.phone.refuseCalls(true);
  const refused = desk.exchange.call();
  await refused.answered(486);
  expect(refused.statuses()).not.toContain(180);
  expect(desk.incoming).toEqual([]);
  desk.phone.refuseCalls(false);
  await desk.ringing();
});

it('tells that the registrar has confirmed the end of the registration, not before', async () => {
  const { onRegister } = desk.exchange;
  desk.exchange.onRegister = (request) => (expiresOf(request) === 0 ? null : onRegister(request));
  desk.phone.connect(null);
  await pass(1000);
  expect(desk.unregistered).toBe(0);
  desk.exchange.onRegister = onRegister;
  await desk.register();
  desk.phone.connect(null);
  await pass(1000);
  expect(desk.unregistered).toBe(1);
});

describe('a feature code', () => {
  it('is confirmed by a 2xx, is no call, and takes nothing from the microphone', async () => {
    const opened = desk.media.microphones.length;
    const answered = desk.phone.dialCode('*45');
    const far = await desk.exchange.placedCall();
    const invite = await far.got('INVITE');
    expect(invite.ruri?.user).toBe('*45');
    expect(invite.body).toContain('a=recvonly');
    expect(await answered).toBe('accepted');
    expect(desk.calls).toEqual([]);
    expect(desk.media.microphones.length).toBe(opened);
    expect(desk.media.heard).toEqual([]);
    await pass(3000);
    expect(far.methods).toEqual(['INVITE', 'ACK', 'BYE']);
  });

  it('may be hung up by the exchange after its announcement', async () => {
    const answered = desk.phone.dialCode('*45');
    const far = await desk.exchange.placedCall();
    expect(await answered).toBe('accepted');
    far.bye();
    await far.answered(200, 'BYE');
    await pass(3000);
    expect(far.methods).toEqual(['INVITE', 'ACK']);
  });

  it.each([
    [404, 'codeUnknown'],
    [403, 'refused'],
    [603, 'refused'],
    [503, 'noAnswer'],
  ] as const)('%d is told as %s', async (status, outcome) => {
    desk.exchange.onPlaced = (call) => {
      call.answer = () => ({ status });
    };
    const answered = desk.phone.dialCode('*45');
    await desk.exchange.placedCall();
    await pass(100);
    expect(await answered).toBe(outcome);
  });

  it('without an answer is given up after ten seconds', async () => {
    desk.exchange.onPlaced = (call) => {
      call.answer = ({ method }) => (method === 'INVITE' ? { status: 100 } : { status: 200 });
    };
    const answered = desk.phone.dialCode('*45');
    const far = await desk.exchange.placedCall();
    await pass(10_500);
    expect(await answered).toBe('noAnswer');
    expect(far.methods).toContain('CANCEL');
  });

  it('is not dialled without a registration', async () => {
    desk.phone.connect(null);
    expect(await desk.phone.dialCode('*45')).toBe('notConnected');
  });
});
