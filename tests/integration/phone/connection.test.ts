import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';
import { expiresOf } from './exchange.ts';
import type { FakeSocket } from '../../fakes/fake-wire.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
});
afterEach(async () => {
  await desk.close();
});

function socket(index: number): FakeSocket {
  const found = desk.wire.sockets[index];
  if (found === undefined) throw new Error(`only ${String(desk.wire.sockets.length)} sockets`);
  return found;
}

/** REGISTERs on one socket, e.g. `300` or `0` (taken back). */
function registersOn(index: number): number[] {
  return socket(index)
    .sent.filter((text) => text.startsWith('REGISTER'))
    .map((text) => Number(/expires=(\d+)/.exec(text)?.[1]));
}

describe('trap 3: an exception in onDisconnect or a state listener wedges the transport for ever', () => {
  it.each(['onRegistration', 'onCalls'] as const)(
    'trap 3: the phone comes back although its %s listener throws',
    async (broken) => {
      await desk.talking();
      desk.disturb = (what) => {
        if (what === broken) throw new Error(`bug in ${broken}`);
      };
      desk.wire.socket.drop();
      await pass(5_000);
      expect(desk.logged.join('\n')).toContain(`bug in ${broken}`);
      desk.disturb = () => undefined;
      // Registered meanwhile, although nobody could be told; a refresh tells it.
      await pass(200_000);
      expect(desk.registration.phase).toBe('registered');
      // One for the registration, one for the conversation.
      expect(desk.wire.sockets).toHaveLength(3);
      await desk.ringing();
    },
  );

  it('trap 3: a listener that throws on success does not stop heartbeat and refresh', async () => {
    desk.disturb = () => {
      throw new Error('bug');
    };
    desk.phone.renew();
    await pass(1_000);
    const registers = desk.exchange.registers.length;
    const options = desk.exchange.options.length;
    await pass(160_000);
    expect(desk.exchange.registers.length).toBeGreaterThan(registers);
    expect(desk.exchange.options.length).toBeGreaterThan(options + 5);
    expect(desk.wire.sockets).toHaveLength(2);
  });
});

describe('the socket breaks', () => {
  it('a conversation goes on and is taken up again on a new socket, with an ICE restart (B1-3)', async () => {
    const far = await desk.talking();
    socket(0).drop();
    await pass(0);
    expect(desk.call).toMatchObject({ phase: 'connected', signalling: 'lost' });
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['live']);
    await desk.registrationIs('registered');
    const { body } = await far.got('INVITE');
    expect(desk.media.connection().history).toContain('ICE restart');
    expect(body).toContain('a=sendrecv');
    await desk.callIs({ phase: 'connected', signalling: 'up', hold: 'active' });
    await pass(10);
    // What the far end says is heard again, on the socket of the conversation.
    far.bye();
    await far.answered(200, 'BYE');
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'hungUpThere' });
    await pass(2_000);
    expect(desk.wire.sockets.filter(({ isOpen }) => isOpen)).toHaveLength(1);
    desk.expectReleased();
  });

  it('a call that was held stays held when it is taken up again', async () => {
    const far = await desk.talking();
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    socket(0).drop();
    expect((await far.got('INVITE', 1)).body).toContain('a=sendonly');
    await desk.callIs({ signalling: 'up', hold: 'held' });
  });

  it('a far end that hung up meanwhile is noticed: 481', async () => {
    const far = await desk.talking();
    far.answer = () => ({ status: 481 });
    socket(0).drop();
    await desk.callIs({ phase: 'ended', endReason: 'connectionLost' }, 0, 3_000);
    desk.expectReleased();
  });

  it('an exchange that refuses the new offer has the call all the same', async () => {
    const far = await desk.talking();
    far.answer = () => ({ status: 488 });
    socket(0).drop();
    await far.got('INVITE');
    await desk.callIs({ phase: 'connected', signalling: 'up' });
  });

  it('an exchange that is still starting (503) is asked again until it knows the call or not', async () => {
    const far = await desk.talking();
    far.answer = () => ({ status: 503 });
    socket(0).drop();
    await pass(8_000);
    expect(desk.call).toMatchObject({ phase: 'connected', signalling: 'lost' });
    far.answer = () => ({ status: 481 });
    await desk.callIs({ phase: 'ended', endReason: 'connectionLost' }, 0, 8_000);
    desk.expectReleased();
  });

  it('as long as there is no network it is tried again and again, and the call goes on', async () => {
    const far = await desk.talking();
    desk.wire.welcome = 'refuse';
    socket(0).drop();
    await pass(60_000);
    expect(desk.call).toMatchObject({ phase: 'connected', signalling: 'lost', media: 'up' });
    desk.wire.welcome = 'open';
    await far.got('INVITE').catch(() => pass(8_000));
    await desk.callIs({ signalling: 'up' });
  });

  it('a socket that breaks again is built again', async () => {
    const far = await desk.talking();
    for (let round = 0; round < 3; round += 1) {
      for (const each of desk.wire.sockets) each.drop();
      await desk.callIs({ signalling: 'lost' });
      await desk.callIs({ signalling: 'up' }, 0, 10_000);
    }
    far.bye();
    await far.answered(200, 'BYE');
  });

  it('the agent is free at once when hanging up without signalling; the caller is told later', async () => {
    const far = await desk.talking();
    desk.wire.welcome = 'refuse';
    socket(0).drop();
    await pass(0);
    desk.phone.hangUp(desk.call.id);
    await pass(0);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'hungUpHere' });
    desk.expectReleased();
    await pass(10_000);
    desk.wire.welcome = 'open';
    await far.got('BYE').catch(() => pass(8_000));
    expect(far.methods).toEqual(['BYE']);
    await pass(3_000);
    expect(desk.wire.sockets.filter(({ isOpen }) => isOpen)).toHaveLength(1);
  });

  it('a BYE that nobody can be told is given up at last', async () => {
    await desk.talking();
    desk.wire.welcome = 'refuse';
    socket(0).drop();
    await pass(0);
    desk.phone.hangUp(desk.call.id);
    await pass(200_000);
    const tries = desk.wire.sockets.length;
    desk.phone.connect(null);
    await pass(120_000);
    expect(desk.wire.sockets).toHaveLength(tries);
  });

  it('the next caller rings on the new generation beside the old conversation', async () => {
    await desk.talking();
    socket(0).drop();
    await desk.registrationIs('registered');
    await desk.ringing();
    expect(desk.calls.map(({ phase }) => phase)).toEqual(['connected', 'ringing']);
  });

  it('the next caller can be answered: the old conversation is held on its new socket', async () => {
    await desk.talking();
    socket(0).drop();
    await desk.registrationIs('registered');
    await desk.callIs({ signalling: 'up' });
    const next = await desk.ringing();
    desk.phone.answer(desk.calls[1]?.id ?? '');
    await next.answered(200);
    next.ack();
    await desk.callIs({ phase: 'connected' }, 1);
    expect(desk.calls[0]?.hold).toBe('held');
  });

  it('a conversation that cannot be held has to be ended before the next caller is answered', async () => {
    const far = await desk.talking();
    far.answer = () => ({ status: 500 });
    socket(0).drop();
    await desk.registrationIs('registered');
    const next = await desk.ringing();
    desk.phone.answer(desk.calls[1]?.id ?? '');
    await desk.callIs({ hold: 'active', holdRefused: true });
    expect(desk.calls[1]?.phase).toBe('ringing');
    desk.phone.hangUp(desk.calls[0]?.id ?? '');
    desk.phone.answer(desk.calls[1]?.id ?? '');
    await next.answered(200);
    next.ack();
    await desk.callIs({ phase: 'connected' }, 1);
  });

  it.each(['before', 'after'] as const)(
    'media that fails %s the socket ends the call after half a minute without either',
    async (order) => {
      await desk.talking();
      if (order === 'before') desk.media.connection().become('failed');
      desk.wire.welcome = 'refuse';
      socket(0).drop();
      await pass(2_000);
      if (order === 'after') desk.media.connection().become('failed');
      await desk.callIs({ signalling: 'lost', media: 'lost' });
      await pass(25_000);
      expect(desk.call.phase).toBe('connected');
      await desk.callIs({ phase: 'ended', endReason: 'connectionLost' }, 0, 8_000);
      desk.expectReleased();
    },
  );

  it('media and socket that both come back keep the call (another Wi-Fi)', async () => {
    const far = await desk.talking();
    desk.wire.welcome = 'refuse';
    socket(0).drop();
    desk.media.connection().become('failed');
    await desk.callIs({ signalling: 'lost', media: 'lost' });
    await pass(15_000);
    desk.wire.welcome = 'open';
    await far.got('INVITE').catch(() => pass(8_000));
    desk.media.connection().become('connected');
    await desk.callIs({ phase: 'connected', signalling: 'up', media: 'up' });
  });

  it('trap 9: socket drop leaves session Initial: the ringing stops', async () => {
    await desk.ringing();
    socket(0).drop();
    await pass(0);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'connectionLost' });
    await pass(5_000);
    expect(desk.calls).toEqual([]);
  });

  it('a call that is being dialled ends', async () => {
    desk.exchange.onPlaced = (call) => {
      call.answer = () => ({ status: 180 });
    };
    desk.phone.dial('041037070');
    await desk.callIs({ phase: 'alerting' });
    socket(0).drop();
    await pass(0);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'connectionLost' });
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['ended']);
  });
});

describe('the network is suspect (sleep, other Wi-Fi)', () => {
  it('trap 2: a dead socket does not hold the new generation up', async () => {
    socket(0).freeze();
    desk.phone.renew();
    await desk.registrationIs('registered', 100);
    expect(desk.wire.sockets).toHaveLength(2);
  });

  it('trap 36: stop() waits for unregister: two seconds are enough although nobody answers', async () => {
    desk.exchange.onRegister = () => null;
    desk.phone.connect(null);
    await pass(2_000);
    expect(socket(0).isOpen).toBe(false);
    expect(desk.registration.phase).toBe('off');
  });

  it('a conversation stays on its socket as long as that lives', async () => {
    const far = await desk.talking();
    desk.phone.renew();
    await desk.registrationIs('registered');
    await pass(30_000);
    expect(desk.call).toMatchObject({ phase: 'connected', signalling: 'up' });
    expect(socket(0).isOpen).toBe(true);
    far.bye();
    await far.answered(200, 'BYE');
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'hungUpThere' });
    await pass(2_000);
    expect(socket(0).isOpen).toBe(false);
    expect(socket(1).isOpen).toBe(true);
  });

  it('the retired generation takes its binding back once, at the start, and never registers again', async () => {
    const far = await desk.talking();
    desk.phone.renew();
    await desk.registrationIs('registered');
    expect(registersOn(0)).toContain(0);
    const before = registersOn(0).length;
    await pass(400_000);
    far.bye();
    await pass(5_000);
    expect(registersOn(0)).toHaveLength(before);
    const last = desk.exchange.registers.at(-1);
    expect(last === undefined ? 0 : expiresOf(last)).toBe(300);
    expect(desk.exchange.contact).toContain(
      /<([^>]+)>/.exec(last?.getHeader('Contact') ?? '')?.[1] ?? 'none',
    );
  });

  it('a conversation on a socket that turns out to be dead loses its signalling', async () => {
    await desk.talking();
    socket(0).freeze();
    desk.phone.renew();
    await desk.registrationIs('registered');
    await desk.callIs({ phase: 'connected', signalling: 'lost' }, 0, 11_000);
    desk.phone.hangUp(desk.call.id);
    await pass(0);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'hungUpHere' });
  });

  it('a conversation notices when its old socket closes later', async () => {
    await desk.talking();
    desk.phone.renew();
    await desk.registrationIs('registered');
    socket(0).drop();
    await pass(0);
    expect(desk.call).toMatchObject({ phase: 'connected', signalling: 'lost' });
    expect(desk.registration.phase).toBe('registered');
  });

  it('trap 9: a call does not ring on for ever on a dead socket', async () => {
    await desk.ringing();
    socket(0).freeze();
    desk.phone.renew();
    await desk.callIs({ phase: 'ended', endReason: 'connectionLost' }, 0, 11_000);
  });

  it('a ringing call can still be answered after a needless renewal', async () => {
    const far = await desk.ringing();
    desk.phone.renew();
    await desk.registrationIs('registered');
    desk.phone.answer(desk.call.id);
    await far.answered(200);
    far.ack();
    await desk.callIs({ phase: 'connected' });
  });

  it('a retired generation takes no new call', async () => {
    await desk.talking();
    const stray = desk.exchange.prepareCall();
    desk.phone.renew();
    stray.invite();
    await stray.answered(480);
    expect(desk.calls).toHaveLength(1);
  });

  it('another account does not end the conversation of the old one', async () => {
    await desk.talking();
    desk.phone.connect(null);
    await pass(60_000);
    expect(desk.call).toMatchObject({ phase: 'connected', signalling: 'up' });
    expect(desk.registration.phase).toBe('off');
  });
});
