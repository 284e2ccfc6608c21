import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass, until } from './clock.ts';
import { connection, Desk } from './desk.ts';
import { digestRegistrar, expiresOf, grant } from './exchange.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(async () => {
  await desk.close();
});

/** REGISTERs that ask for a binding, without the first try that only fetches the challenge. */
function attempts(): number {
  return desk.exchange.registers.filter(
    (request) => expiresOf(request) > 0 && request.hasHeader('Authorization'),
  ).length;
}

function confirmedAt(): number {
  const { registration } = desk;
  return registration.phase === 'registered' ? registration.confirmedAt : Number.NaN;
}

describe('registering', () => {
  it('answers the digest challenge and is registered only after the 200', async () => {
    await desk.register();
    expect(desk.registrations.map(({ phase }) => phase)).toEqual([
      'connecting',
      'registering',
      'registered',
    ]);
    expect(desk.registration).toEqual({
      phase: 'registered',
      server: connection.registrars[0],
      since: desk.registrationTimes.at(-1),
      confirmedAt: desk.registrationTimes.at(-1),
      answeredAt: desk.registrationTimes.at(-1),
    });
    const [first, second] = desk.exchange.registers;
    expect(first?.hasHeader('Authorization')).toBe(false);
    expect(second?.getHeader('Authorization')).toContain('username="agent"');
    expect(second?.getHeader('Contact')).toContain(connection.instanceId);
    expect(desk.wire.socket.protocol).toBe('sip');
  });

  it.each([
    ['MD5', 'SHA-256'],
    ['SHA-256', 'MD5'],
  ])('trap 26: challenges %s then %s: the stronger one is answered', async (...order) => {
    desk.exchange.onRegister = (request) => {
      const given = request.getHeader('Authorization');
      if (given !== undefined)
        return given.includes('algorithm=SHA-256') ? grant(request) : { status: 403 };
      const challenges = order.map(
        (algorithm) =>
          `WWW-Authenticate: Digest realm="r",nonce="n",qop="auth",algorithm=${algorithm}`,
      );
      return { status: 401, headers: challenges };
    };
    await desk.register();
    const given = desk.exchange.registers.at(-1)?.getHeader('Authorization') ?? '';
    expect(/response="([0-9a-f]*)"/.exec(given)?.[1]).toHaveLength(64);
  });

  it('never writes the password or the number of a caller into the log', async () => {
    desk.phone.connect({ ...connection, password: 'falsch-und-geheim' });
    await desk.registrationIs('waiting');
    expect(desk.logged.join('\n')).not.toContain('falsch-und-geheim');
    expect(desk.logged.join('\n')).not.toContain('sip:agent@');
  });

  it('says wrongPassword after a 403 to our credentials and does not try again for a minute', async () => {
    desk.phone.connect({ ...connection, password: 'falsch' });
    await desk.registrationIs('waiting');
    expect(desk.registration).toMatchObject({ failure: 'wrongPassword' });
    const tries = attempts();
    await pass(59_000);
    expect(attempts()).toBe(tries);
    await pass(10_000);
    expect(attempts()).toBe(tries + 1);
  });

  it('says wrongPassword when the challenge comes again', async () => {
    const challenging = digestRegistrar();
    desk.exchange.onRegister = (request) => {
      request.setHeader('Authorization', '');
      return challenging(request);
    };
    desk.phone.connect(connection);
    await desk.registrationIs('waiting');
    expect(desk.registration).toMatchObject({ failure: 'wrongPassword' });
  });

  it.each([
    [403, 'forbidden'],
    [404, 'notFound'],
    [503, 'serverError'],
    [408, 'timeout'],
  ] as const)('says after a %i without a challenge: %s', async (status, failure) => {
    desk.exchange.onRegister = () => ({ status });
    desk.phone.connect(connection);
    await desk.registrationIs('waiting');
    expect(desk.registration).toMatchObject({ failure });
  });

  it('says serverUnreachable, tries the other registrar, and comes back', async () => {
    desk.wire.welcome = 'refuse';
    const registrars = ['wss://one.exchange.invalid/ws', 'wss://two.exchange.invalid/ws'];
    desk.phone.connect({ ...connection, registrars });
    await desk.registrationIs('waiting');
    expect(desk.registration).toMatchObject({
      failure: 'serverUnreachable',
      server: registrars[0],
    });
    desk.wire.welcome = 'open';
    await desk.registrationIs('registered');
    expect(desk.registration).toMatchObject({ server: registrars[1] });
  });

  it('gives a server up that says nothing, whether to the socket or to the REGISTER', async () => {
    desk.wire.welcome = 'silent';
    desk.phone.connect(connection);
    await desk.registrationIs('waiting', 11_000);
    expect(desk.registration).toMatchObject({ failure: 'serverUnreachable' });
    desk.wire.welcome = 'open';
    desk.exchange.onRegister = () => null;
    await desk.registrationIs('registering');
    await desk.registrationIs('waiting', 11_000);
    expect(desk.registration).toMatchObject({ failure: 'timeout' });
  });

  it('pauses longer after each failure, up to half a minute, and starts small after a success', async () => {
    desk.exchange.onRegister = () => ({ status: 500 });
    desk.phone.connect(connection);
    await pass(130_000);
    const pauses = (): number[] =>
      desk.registrations.flatMap((registration, index) => {
        const next = desk.registrationTimes[index + 1] ?? Number.NaN;
        const began = desk.registrationTimes[index] ?? Number.NaN;
        return registration.phase === 'waiting' ? [Math.round((next - began) / 1000)] : [];
      });
    expect(pauses().slice(0, 8)).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);

    desk.exchange.onRegister = digestRegistrar();
    await desk.registrationIs('registered', 40_000);
    desk.wire.socket.drop();
    await desk.registrationIs('waiting');
    await desk.registrationIs('registered');
    expect(pauses().at(-1)).toBe(1);
  });

  it('the same account told twice does not tear the first connection down', async () => {
    desk.phone.connect(connection);
    desk.phone.connect({ ...connection });
    await desk.registrationIs('registered');
    desk.phone.connect({ ...connection });
    await pass(100);
    expect(desk.wire.sockets).toHaveLength(1);
  });

  it('takes its registration back when it is told to stop', async () => {
    await desk.register();
    desk.phone.connect(null);
    await pass(100);
    expect(desk.registration).toEqual({ phase: 'off' });
    expect(expiresOf(desk.exchange.registers.at(-1) ?? missing())).toBe(0);
    expect(desk.wire.socket.isOpen).toBe(false);
  });
});

describe('staying registered', () => {
  it('refreshes after half of what was granted, by the Contact that is ours', async () => {
    const other = '<sip:other@192.0.2.7>;expires=3600';
    desk.exchange.onRegister = digestRegistrar((request) => {
      const own = grant(request, 100);
      return { ...own, headers: [`Contact: ${other}`, ...(own.headers ?? [])] };
    });
    await desk.register();
    await pass(49_000);
    expect(attempts()).toBe(1);
    await pass(2_000);
    expect(attempts()).toBe(2);
  });

  it('trap 1: half-open WebSocket: no answer to OPTIONS, so the socket is given up', async () => {
    await desk.register();
    await pass(40_000);
    expect(desk.exchange.options.length).toBeGreaterThan(1);
    expect(desk.registration.phase).toBe('registered');
    desk.wire.socket.freeze();
    await desk.registrationIs('waiting', 9_500);
    expect(desk.registration).toMatchObject({ failure: 'connectionLost' });
    await desk.registrationIs('registered');
    expect(desk.wire.sockets).toHaveLength(2);
  });

  it('trap 1: the same while the exchange answers slowly: nothing is given up', async () => {
    desk.exchange.onOptions = () => null;
    await desk.register();
    await pass(4_500);
    expect(desk.registration.phase).toBe('registered');
  });

  it.each([404, 405, 501])('an OPTIONS refused with %i is a sign of life', async (status) => {
    desk.exchange.onOptions = () => ({ status });
    await desk.register();
    await pass(120_000);
    expect(desk.wire.sockets).toHaveLength(1);
    expect(desk.registration.phase).toBe('registered');
  });

  it('trap 5: Registerer: 200 OK without Contact leaves waiting=true for ever', async () => {
    desk.exchange.onRegister = digestRegistrar(() => ({ status: 200 }));
    desk.phone.connect(connection);
    await desk.registrationIs('registering');
    await desk.registrationIs('waiting', 11_000);
    desk.exchange.onRegister = digestRegistrar();
    await desk.registrationIs('registered');
  });

  it('trap 5: a refresh answered without Contact does not leave the phone green and dead', async () => {
    desk.exchange.onRegister = digestRegistrar((request) => grant(request, 60));
    await desk.register();
    desk.exchange.onRegister = digestRegistrar(() => ({ status: 200 }));
    await desk.registrationIs('waiting', 41_000);
    desk.exchange.onRegister = digestRegistrar();
    await desk.registrationIs('registered');
    expect(desk.wire.sockets).toHaveLength(2);
  });

  it('trap 6: REGISTER in flight when socket drops does not make the next one wait for Timer F', async () => {
    const normal = desk.exchange.onRegister;
    desk.exchange.onRegister = () => null;
    desk.phone.connect(connection);
    await desk.registrationIs('registering');
    await pass(50);
    desk.exchange.onRegister = normal;
    desk.wire.socket.drop();
    await desk.registrationIs('waiting');
    const began = Date.now();
    await desk.registrationIs('registered');
    expect(Date.now() - began).toBeLessThan(1_500);
    expect(desk.logged.join('\n')).not.toContain('already in progress');
  });

  it('trap 6: nobody misses the rejection of a refresh, not even of a retired connection', async () => {
    await desk.register();
    const registered = attempts();
    desk.exchange.onRegister = () => null;
    // Half of 300 s: our refresh is under way and never answered when the socket goes.
    await until(() => desk.exchange.registers.length > registered + 1, undefined, 151_000);
    desk.wire.socket.drop();
    // Past 99 % of 300 s, when SIP.js's own timer of the old Registerer would fire.
    await pass(400_000);
    expect(desk.registration.phase).not.toBe('registered');
  });

  it('trap 7: after transport loss Registerer still says Registered; the phone does not', async () => {
    await desk.register();
    desk.wire.welcome = 'refuse';
    desk.wire.socket.drop();
    await pass(0);
    expect(desk.registration).toMatchObject({ phase: 'waiting', failure: 'connectionLost' });
  });

  it('trap 7: a re-REGISTER gives no stateChange, but counts as the new proof', async () => {
    await desk.register();
    const first = confirmedAt();
    await pass(151_000);
    expect(confirmedAt() - first).toBeGreaterThan(149_000);
    expect(desk.registrations.map(({ phase }) => phase)).not.toContain('waiting');
  });

  it('trap 8: refresh rejected: says so and tries again', async () => {
    await desk.register();
    desk.exchange.onRegister = () => ({ status: 503 });
    await desk.registrationIs('waiting', 151_000);
    expect(desk.registration).toMatchObject({ failure: 'serverError' });
    desk.exchange.onRegister = digestRegistrar();
    await desk.registrationIs('registered');
  });

  it('trap 8: Retry-After is honoured', async () => {
    desk.exchange.onRegister = () => ({ status: 503, headers: ['Retry-After: 40 (maintenance)'] });
    desk.phone.connect(connection);
    await desk.registrationIs('waiting');
    const sockets = desk.wire.sockets.length;
    desk.exchange.onRegister = digestRegistrar();
    await pass(39_000);
    expect(desk.wire.sockets).toHaveLength(sockets);
    await desk.registrationIs('registered', 6_000);
  });

  it('trap 8: Retry-After of one registrar does not keep us from the other', async () => {
    desk.exchange.onRegister = () => ({ status: 503, headers: ['Retry-After: 600'] });
    desk.phone.connect({ ...connection, registrars: servers });
    await desk.registrationIs('waiting');
    desk.exchange.onRegister = digestRegistrar();
    await desk.registrationIs('registered');
    expect(desk.registration).toMatchObject({ server: servers[1] });
  });

  it('trap 8: 423 with Min-Expires: the longer time is accepted', async () => {
    desk.exchange.onRegister = digestRegistrar((request) =>
      expiresOf(request) < 3600 ? { status: 423, headers: ['Min-Expires: 3600'] } : grant(request),
    );
    await desk.register();
    await pass(60_000);
    expect(desk.registration.phase).toBe('registered');
    expect(desk.wire.sockets).toHaveLength(1);
  });
});

const servers = ['wss://one.exchange.invalid/ws', 'wss://two.exchange.invalid/ws'];

describe('several registrars by priority', () => {
  /** Registers at the second, because the first is not there. */
  async function onSecond(): Promise<void> {
    desk.wire.welcome = 'refuse';
    desk.phone.connect({ ...connection, registrars: servers });
    await desk.registrationIs('waiting');
    desk.wire.welcome = 'open';
    await desk.registrationIs('registered');
    expect(desk.registration).toMatchObject({ server: servers[1] });
  }

  it('returns to the preferred one when it is back, without a moment of being seen away', async () => {
    await onSecond();
    const seen = desk.registrations.length;
    await pass(61_000);
    expect(desk.registration).toMatchObject({ phase: 'registered', server: servers[0] });
    expect(desk.registrations.slice(seen).map(({ phase }) => phase)).not.toContain('waiting');
    expect(desk.wire.sockets.filter(({ isOpen }) => isOpen).map(({ url }) => url)).toEqual([
      servers[0],
    ]);
    await desk.ringing();
    const sockets = desk.wire.sockets.length;
    await pass(1_200_000);
    expect(desk.wire.sockets).toHaveLength(sockets);
  });

  it('a conversation stays where it is when the phone returns', async () => {
    await onSecond();
    const far = await desk.talking();
    await pass(61_000);
    expect(desk.registration).toMatchObject({ phase: 'registered', server: servers[0] });
    expect(desk.call).toMatchObject({ phase: 'connected', signalling: 'up' });
    far.bye();
    await far.answered(200, 'BYE');
  });

  it.each(['refuse', 'silent'] as const)(
    'one that is still not there (%s) is asked more and more rarely, and nothing is disturbed',
    async (welcome) => {
      await onSecond();
      desk.wire.welcome = welcome;
      const sockets = desk.wire.sockets.length;
      await pass(3_600_000);
      expect(desk.registration).toMatchObject({ phase: 'registered', server: servers[1] });
      const asked = desk.wire.sockets.length - sockets;
      expect(asked).toBeGreaterThan(4);
      expect(asked).toBeLessThan(12);
      await desk.ringing();
    },
  );

  it('a socket that merely broke is built again at the same one', async () => {
    desk.phone.connect({ ...connection, registrars: servers });
    await desk.registrationIs('registered');
    desk.wire.socket.drop();
    await desk.registrationIs('waiting');
    await desk.registrationIs('registered');
    expect(desk.registration).toMatchObject({ server: servers[0] });
  });

  it('after sleep or in another network the first is asked first', async () => {
    await onSecond();
    desk.phone.renew();
    await desk.registrationIs('registered');
    expect(desk.registration).toMatchObject({ server: servers[0] });
  });
});

function missing(): never {
  throw new Error('missing');
}
