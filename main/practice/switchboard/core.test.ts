import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Action, ConnectionId } from './action.ts';
import { createCore, type Core } from './core.ts';

const password = 'passwort';
const domain = 'uebung.invalid';
let core: Core;
let now = 1_700_000_000_000;

beforeEach(() => {
  core = createCore({
    accounts: [
      { user: 'agent', password },
      { user: 'anrufer', password },
    ],
    domain,
    host: '127.0.0.1:5060',
    secret: 'geheim-geheim',
  });
});

interface Fields {
  readonly uri?: string;
  readonly to?: string;
  readonly branch?: string;
  readonly extra?: readonly string[];
  readonly maxForwards?: number;
}

function request(method: string, fields: Fields = {}): string {
  const { uri = `sip:agent@${domain}`, to = `<sip:agent@${domain}>`, branch = 'a' } = fields;
  return [
    `${method} ${uri} SIP/2.0`,
    `Via: SIP/2.0/WS client.invalid;branch=z9hG4bK${branch}`,
    `From: <sip:anrufer@${domain}>;tag=1`,
    `To: ${to}`,
    'Call-ID: anruf-1',
    `CSeq: 7 ${method}`,
    `Max-Forwards: ${String(fields.maxForwards ?? 70)}`,
    ...(fields.extra ?? []),
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

/** The response that a client gives to a request it received. */
function response(received: string, status: number): string {
  const copied = received
    .split('\r\n')
    .filter((line) => /^(Via|From|Call-ID|CSeq|Record-Route):/.test(line));
  const to = `To: <sip:agent@${domain}>;tag=2`;
  return [`SIP/2.0 ${String(status)} Status`, ...copied, to, 'Content-Length: 0', '', ''].join(
    '\r\n',
  );
}

/** `connection: first line` of everything that is sent. */
function sent(actions: readonly Action[]): readonly string[] {
  return actions.flatMap((action) =>
    action.do === 'send'
      ? [`${String(action.connection)}: ${action.text.split('\r\n')[0] ?? ''}`]
      : [],
  );
}

function textTo(actions: readonly Action[], connection: ConnectionId, start: string): string {
  for (const action of actions)
    if (action.do === 'send' && action.connection === connection && action.text.startsWith(start))
      return action.text;
  throw new Error(`nothing like ${start} in ${sent(actions).join(' | ')}`);
}

/** REGISTER with the answer to its challenge. */
function register(
  user: string,
  connection: ConnectionId,
  fields: { readonly expires?: number; readonly as?: string } = {},
): readonly Action[] {
  const uri = `sip:${domain}`;
  const base: Fields = {
    uri,
    to: `<sip:${fields.as ?? user}@${domain}>`,
    branch: `r${String(connection)}`,
    extra: [
      `Contact: <sip:geraet${String(connection)}@x.invalid;transport=ws>;expires=${String(fields.expires ?? 300)}`,
    ],
  };
  const challenged = core.handle(request('REGISTER', base), connection, now);
  const nonce = /nonce="([^"]+)"/.exec(textTo(challenged, connection, 'SIP/2.0 401'))?.[1] ?? '';
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  const ha1 = md5(`${user}:${domain}:${password}`);
  const answer = md5(`${ha1}:${nonce}:00000001:c:auth:${md5(`REGISTER:${uri}`)}`);
  const credentials = `Authorization: Digest username="${user}", realm="${domain}", nonce="${nonce}", uri="${uri}", response="${answer}", cnonce="c", nc=00000001, qop=auth`;
  return core.handle(
    request('REGISTER', { ...base, extra: [...(base.extra ?? []), credentials] }),
    connection,
    now,
  );
}

const caller = 1;
const desk = 2;
const secondDesk = 3;

describe('registrar', () => {
  test('lists all contacts of the user with the seconds left', () => {
    register('agent', desk);
    now += 60_000;
    const text = textTo(register('agent', secondDesk), secondDesk, 'SIP/2.0 200');
    expect(text).toContain('Contact: <sip:geraet2@x.invalid;transport=ws>;expires=240');
    expect(text).toContain('Contact: <sip:geraet3@x.invalid;transport=ws>;expires=300');
  });

  test('expires bindings and tells that the user went', () => {
    expect(register('agent', desk)).toContainEqual({ do: 'registered', user: 'agent' });
    expect(core.tick(now + 299_000)).toEqual([]);
    expect(core.tick(now + 301_000)).toEqual([{ do: 'unregistered', user: 'agent' }]);
    expect(core.registeredUsers()).toEqual([]);
  });

  test('refuses to register somebody else', () => {
    expect(sent(register('anrufer', caller, { as: 'agent' }))).toEqual([
      '1: SIP/2.0 403 Forbidden',
    ]);
    expect(core.registeredUsers()).toEqual([]);
  });

  test('expires=0 removes the contact; a fifth contact drops the oldest', () => {
    for (const connection of [2, 3, 4, 5, 6]) register('agent', connection);
    const text = textTo(register('agent', 6, { expires: 0 }), 6, 'SIP/2.0 200');
    expect(text.match(/geraet\d/g)).toEqual(['geraet3', 'geraet4', 'geraet5']);
  });
});

describe('who may do what', () => {
  test.each(['INVITE', 'BYE', 'MESSAGE', 'REFER'])('%s of a stranger is challenged', (method) => {
    expect(sent(core.handle(request(method), 9, now))).toEqual([
      '9: SIP/2.0 407 Proxy Authentication Required',
    ]);
  });

  test('an ACK is never answered', () => {
    expect(core.handle(request('ACK'), 9, now)).toEqual([]);
    register('anrufer', caller);
    expect(core.handle(request('ACK', { uri: `sip:4711@${domain}` }), caller, now)).toEqual([]);
  });

  test.each<[string, string, Fields, string]>([
    ['OPTIONS to the switchboard', 'OPTIONS', { uri: `sip:${domain}` }, '200 OK'],
    ['INVITE to the switchboard', 'INVITE', { uri: `sip:${domain}` }, '405 Method Not Allowed'],
    ['unknown number', 'INVITE', { uri: `sip:115@${domain}` }, '404 Not Found'],
    ['another domain', 'INVITE', { uri: 'sip:agent@example.org' }, '404 Not Found'],
    ['foreign route', 'INVITE', { extra: ['Route: <sip:example.org;lr>'] }, '404 Not Found'],
    ['nobody registered', 'INVITE', {}, '480 Temporarily Unavailable'],
    ['no hops left', 'INVITE', { maxForwards: 0 }, '483 Too Many Hops'],
    [
      'unknown dialog',
      'BYE',
      { to: '<sip:x@y.invalid>;tag=9' },
      '481 Call/Transaction Does Not Exist',
    ],
    ['CANCEL of nothing', 'CANCEL', {}, '481 Call/Transaction Does Not Exist'],
    ['extension', 'INVITE', { extra: ['Proxy-Require: x'] }, '420 Bad Extension'],
    [
      'dialog of others',
      'BYE',
      { extra: ['Route: <sip:7.agent~8.agent@127.0.0.1:5060;transport=ws;lr>'] },
      '403 Forbidden',
    ],
  ])('%s', (_what, method, fields, answer) => {
    register('anrufer', caller);
    expect(sent(core.handle(request(method, fields), caller, now))).toEqual([
      `1: SIP/2.0 ${answer}`,
    ]);
  });
});

describe('INVITE', () => {
  /** Rings two desks; returns the copies. */
  function ringBoth(): { readonly first: string; readonly second: string } {
    register('agent', desk);
    register('agent', secondDesk);
    register('anrufer', caller);
    const actions = core.handle(request('INVITE'), caller, now);
    expect(sent(actions)).toEqual([
      '1: SIP/2.0 100 Trying',
      '2: INVITE sip:geraet2@x.invalid;transport=ws SIP/2.0',
      '3: INVITE sip:geraet3@x.invalid;transport=ws SIP/2.0',
    ]);
    return {
      first: textTo(actions, desk, 'INVITE'),
      second: textTo(actions, secondDesk, 'INVITE'),
    };
  }

  test('rings all devices; the answer of one cancels the others with the reason', () => {
    const { first, second } = ringBoth();
    expect(sent(core.handle(response(second, 180), secondDesk, now))).toEqual([
      '1: SIP/2.0 180 Status',
    ]);
    core.handle(response(first, 180), desk, now);
    const answered = core.handle(response(first, 200), desk, now);
    expect(sent(answered)).toEqual([
      '1: SIP/2.0 200 Status',
      '3: CANCEL sip:geraet3@x.invalid;transport=ws SIP/2.0',
    ]);
    expect(textTo(answered, secondDesk, 'CANCEL')).toContain('Reason: SIP;cause=200');
    // The 487 that follows stays here: the caller has its answer.
    expect(sent(core.handle(response(second, 487), secondDesk, now))).toEqual([
      '3: ACK sip:geraet3@x.invalid;transport=ws SIP/2.0',
    ]);
  });

  test('the 2xx loses our Via and keeps the Record-Route', () => {
    const { first } = ringBoth();
    const text = textTo(core.handle(response(first, 200), desk, now), caller, 'SIP/2.0 200');
    expect(text.match(/^Via:.*$/gm)).toEqual(['Via: SIP/2.0/WS client.invalid;branch=z9hG4bKa']);
    expect(text).toContain('Record-Route: <sip:1.anrufer~2.agent@127.0.0.1:5060;transport=ws;lr>');
  });

  test.each([
    [486, 480, 480],
    [486, 603, 603],
    [404, 486, 404],
  ])('%i and %i end in %i', (one, other, best) => {
    const { first, second } = ringBoth();
    core.handle(response(first, one), desk, now);
    const settled = core.handle(response(second, other), secondDesk, now);
    expect(sent(settled)).toContain(`1: SIP/2.0 ${String(best)} Status`);
    // The ACK to that goes no further.
    expect(core.handle(request('ACK'), caller, now)).toEqual([]);
  });

  test('"no" of the person stops the other devices', () => {
    const { first, second } = ringBoth();
    core.handle(response(second, 180), secondDesk, now);
    expect(sent(core.handle(response(first, 603), desk, now))).toEqual([
      '2: ACK sip:geraet2@x.invalid;transport=ws SIP/2.0',
      '3: CANCEL sip:geraet3@x.invalid;transport=ws SIP/2.0',
    ]);
  });

  test('CANCEL waits for a sign of the INVITE and carries the reason of the caller', () => {
    const { first } = ringBoth();
    const cancel = request('CANCEL', { extra: ['Reason: Q.850;cause=16'] });
    expect(sent(core.handle(cancel, caller, now))).toEqual(['1: SIP/2.0 200 OK']);
    const late = core.handle(response(first, 100), desk, now);
    expect(sent(late)).toEqual(['2: CANCEL sip:geraet2@x.invalid;transport=ws SIP/2.0']);
    expect(textTo(late, desk, 'CANCEL')).toContain('Reason: Q.850;cause=16');
  });

  test('a repeated INVITE and the answer of a stranger change nothing', () => {
    const { first } = ringBoth();
    expect(core.handle(request('INVITE'), caller, now)).toEqual([]);
    expect(sent(core.handle(response(first, 200), secondDesk, now))).toEqual([]);
  });

  test('silence ends in 408, ringing is cut off, and everything is forgotten', () => {
    const { first } = ringBoth();
    core.handle(response(first, 180), desk, now);
    expect(sent(core.tick(now + 33_000))).toEqual([]);
    const cutOff = core.tick(now + 186_000);
    expect(sent(cutOff)).toEqual(['2: CANCEL sip:geraet2@x.invalid;transport=ws SIP/2.0']);
    expect(sent(core.tick(now + 220_000))).toEqual(['1: SIP/2.0 408 Request Timeout']);
    core.tick(now + 260_000);
    expect(sent(core.handle(request('CANCEL'), caller, now + 261_000))).toEqual([
      '1: SIP/2.0 481 Call/Transaction Does Not Exist',
    ]);
  });

  test('a caller that vanishes stops the ringing', () => {
    const { first } = ringBoth();
    core.handle(response(first, 180), desk, now);
    expect(sent(core.closed(caller, now))).toEqual([
      '2: CANCEL sip:geraet2@x.invalid;transport=ws SIP/2.0',
    ]);
  });

  test('the two ends of a dialog reach each other; one that is gone is told by 480', () => {
    ringBoth();
    const route = 'Route: <sip:1.anrufer~2.agent@127.0.0.1:5060;transport=ws;lr>';
    const bye = (branch: string): string =>
      request('BYE', {
        uri: 'sip:g@x.invalid',
        to: '<sip:a@b.invalid>;tag=2',
        branch,
        extra: [route],
      });
    expect(sent(core.handle(bye('b1'), caller, now))).toEqual(['2: BYE sip:g@x.invalid SIP/2.0']);
    expect(sent(core.handle(bye('b2'), desk, now))).toEqual(['1: BYE sip:g@x.invalid SIP/2.0']);
    core.closed(caller, now);
    expect(sent(core.handle(bye('b3'), desk, now))).toEqual([
      '2: SIP/2.0 480 Temporarily Unavailable',
    ]);
  });
});

describe('whatever arrives', () => {
  const lines = fc.constantFrom(
    ...request('INVITE', { extra: ['Route: <sip:1.anrufer~2.agent@127.0.0.1:5060;lr>'] }).split(
      '\r\n',
    ),
    'Via: ',
    'v: SIP/2.0/WS a;branch=z9hG4bKa, SIP/2.0/WS b',
    'Contact: *',
    'Contact: "a, <',
    'Expires: 0',
    'To: <sip:',
    'CSeq: 1',
    'SIP/2.0 200 OK',
    'SIP/2.0 700 X',
    ' folded',
    ':',
    '__proto__: x',
    'Route: <>',
    'Authorization: Digest',
    'Proxy-Authorization: Digest a="',
    'Content-Length: 99999999999999999999',
  );
  const message = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString()),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(lines, { maxLength: 20 }).map((chosen) => [...chosen, '', ''].join('\r\n')),
    // A good message with one piece replaced.
    fc
      .tuple(
        fc.constantFrom('INVITE', 'REGISTER', 'BYE', 'ACK', 'CANCEL'),
        fc.nat(400),
        fc.string(),
      )
      .map(([method, at, piece]) => {
        const good = request(method);
        return good.slice(0, at) + piece + good.slice(at + piece.length);
      }),
  );

  test('never throws, and all that is sent looks like SIP', () => {
    register('agent', desk);
    register('anrufer', caller);
    fc.assert(
      fc.property(message, fc.constantFrom(caller, desk, 9), (text, from) => {
        for (const action of core.handle(text, from, now))
          if (action.do === 'send')
            expect(action.text).toMatch(/^(\r\n$|SIP\/2\.0 \d{3} |[A-Z]+ \S+ SIP\/2\.0\r\n)/);
        core.tick(now);
      }),
      { numRuns: 1500 },
    );
  });
});
