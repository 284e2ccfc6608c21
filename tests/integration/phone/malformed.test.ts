import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';
import { writeMessage } from './sip-text.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
});
afterEach(async () => {
  await desk.close();
});

const names = ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Contact', 'Max-Forwards'] as const;
type Name = (typeof names)[number];

let counter = 0;

/** An INVITE whose headers can be replaced (a list: several of them) or left out (null). */
function inviteText(
  changes: Partial<Record<Name, string | null>> = {},
  extra: readonly string[] = [],
  body = audioSdp(),
): string {
  counter += 1;
  const id = String(counter);
  const headers: Record<Name, string> = {
    Via: `SIP/2.0/WS exchange.invalid;branch=z9hG4bK-odd-${id}`,
    From: `<sip:1@exchange.invalid>;tag=odd${id}`,
    To: '<sip:agent@exchange.invalid>',
    'Call-ID': `odd-${id}`,
    CSeq: '1 INVITE',
    Contact: '<sip:far@exchange.invalid;transport=ws>',
    'Max-Forwards': '70',
  };
  const lines = names.flatMap((name) => {
    const value = changes[name] === undefined ? headers[name] : changes[name];
    return value === null ? [] : [`${name}: ${value}`];
  });
  return writeMessage(`INVITE ${desk.exchange.contact} SIP/2.0`, [...lines, ...extra], body);
}

/** The phone has digested what came before: it still takes a call, and ends it. */
async function expectAlive(): Promise<void> {
  await pass(20);
  for (const { id } of desk.calls) desk.phone.hangUp(id);
  await pass(5_000);
  expect(desk.registration.phase).toBe('registered');
  expect(desk.wire.sockets).toHaveLength(1);
  expect(desk.calls).toEqual([]);
  const far = await desk.ringing();
  desk.phone.decline(desk.call.id);
  await far.answered(603);
  await pass(5_000);
}

describe('an INVITE that breaks the rules', () => {
  it.each(['Via', 'From', 'To', 'Call-ID', 'CSeq'] as const)(
    'without %s is dropped',
    async (name) => {
      desk.wire.socket.deliver(inviteText({ [name]: null }));
      await pass(100);
      expect(desk.incoming).toEqual([]);
      await expectAlive();
    },
  );

  it.each([
    ['From', '<sip:1@exchange.invalid'],
    ['From', 'Petersen, Anna <sip:1@exchange.invalid>;tag=1'],
    ['From', '""" <sip:1@exchange.invalid>;tag=1'],
    ['From', '<http://exchange.invalid>;tag=1'],
    ['From', '<tel:+4940>;tag=1'],
    ['From', ';tag=1'],
    ['From', ''],
    ['To', '<<sip:agent@exchange.invalid>>'],
    ['CSeq', 'INVITE'],
    ['CSeq', '99999999999999999999 INVITE'],
    ['CSeq', '1 BYE'],
    ['Via', 'SIP/2.0/WS'],
    ['Via', 'SIP/2.0/WS exchange.invalid'],
    ['Contact', null],
    ['Contact', '*'],
    ['Contact', '<javascript:alert(1)>'],
    ['Max-Forwards', '-1'],
    ['Max-Forwards', '0'],
    ['Call-ID', 'x y z'],
  ] as const)('with %s: %s does no harm', async (name, value) => {
    desk.wire.socket.deliver(inviteText({ [name]: value }));
    await expectAlive();
  });

  it.each([
    ['nothing', ''],
    ['an empty line', '\r\n'],
    ['a keep-alive', '\r\n\r\n'],
    ['a start line only', 'INVITE sip:agent@exchange.invalid SIP/2.0\r\n'],
    ['no SIP', 'GET / HTTP/1.1\r\nHost: exchange.invalid\r\n\r\n'],
    ['a wrong version', 'INVITE sip:agent@x SIP/3.0\r\nVia: x\r\n\r\n'],
    ['binary rubbish', '\u0000\u0001\ufffd\u0007'.repeat(500)],
    [
      'a response to nothing',
      'SIP/2.0 200 OK\r\nVia: SIP/2.0/WS x.invalid;branch=z9hG4bK1\r\n\r\n',
    ],
    ['a status without a number', 'SIP/2.0 abc OK\r\n\r\n'],
  ])('%s does no harm', async (_what, text) => {
    desk.wire.socket.deliver(text);
    await expectAlive();
  });

  it('a binary frame is read as text', async () => {
    const bytes = new TextEncoder().encode(inviteText());
    desk.wire.socket.deliver(bytes.slice().buffer);
    await desk.callIs({ phase: 'ringing' });
  });

  it('longer than its Content-Length says, or shorter', async () => {
    desk.wire.socket.deliver(inviteText().replace(/Content-Length: \d+/, 'Content-Length: 1'));
    desk.wire.socket.deliver(inviteText().replace(/Content-Length: \d+/, 'Content-Length: 99999'));
    desk.wire.socket.deliver(inviteText().replace(/Content-Length: \d+/, 'Content-Length: x'));
    await expectAlive();
  });

  it('the same INVITE twice rings once', async () => {
    const text = inviteText();
    desk.wire.socket.deliver(text);
    desk.wire.socket.deliver(text);
    await pass(100);
    expect(desk.incoming).toHaveLength(1);
    expect(desk.calls).toHaveLength(1);
  });
});

describe('an INVITE that tries it on', () => {
  it('a huge header is cut before it leaves the phone', async () => {
    const huge = `+49${'4'.repeat(60_000)}`;
    await desk.ringing({
      from: `"${'A'.repeat(60_000)}" <sip:${'1'.repeat(300)}@exchange.invalid>`,
      headers: [`X-Dialed-Number: ${huge}`, `History-Info: <sip:${huge}@x.invalid>`],
    });
    const [incoming] = desk.incoming;
    expect(incoming?.headers.dialedNumber[0]).toHaveLength(4096);
    expect(incoming?.headers.historyInfo[0]).toHaveLength(4096);
    expect(incoming?.headers.from).toHaveLength(4096);
    expect(desk.call.phase).toBe('ringing');
  });

  it('a thousand headers are bounded', async () => {
    const headers = Array.from(
      { length: 1000 },
      (_, index) => `Diversion: <sip:${String(index)}@x>`,
    );
    await desk.ringing({ headers });
    expect(desk.incoming[0]?.headers.diversion).toHaveLength(20);
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['escaped control characters', 'A\\\u0007\\\u001b[31mB', 'A[31mB'],
    ['right-to-left override', 'gnp.\u202eexe', 'gnp.exe'],
    ['nothing but invisible characters', '\u200b\u200e', null],
    ['escaped quotes', 'Anna \\"A\\" Petersen', 'Anna "A" Petersen'],
    ['umlauts and emoji', 'Größe 🙂', 'Größe 🙂'],
  ])('%s in the display name stays text', async (_what, name, shown) => {
    desk.wire.socket.deliver(inviteText({ From: `"${name}" <sip:1@exchange.invalid>;tag=name` }));
    await pass(50);
    expect(desk.incoming.map(({ call }) => call.party)).toEqual([
      { number: '1', displayName: shown },
    ]);
    await expectAlive();
  });

  it('markup in a display name is shown as text', async () => {
    await desk.ringing({ from: '"<b>Rathaus</b>" <sip:1@exchange.invalid>' });
    expect(desk.call.party.displayName).toBe('<b>Rathaus</b>');
  });

  it('what it says does not reach the log', async () => {
    desk.wire.socket.deliver(
      inviteText({ From: '"Petersen" <sip:+494066969101@exchange.invalid' }),
    );
    desk.wire.socket.deliver(inviteText({ CSeq: null, To: '<sip:+494066969101@x.invalid>' }));
    await pass(100);
    expect(desk.logged.length).toBeGreaterThan(0);
    expect(desk.logged.join('\n')).not.toMatch(/494066969101|Petersen/);
  });

  it('a description that is none ends the answer, not the phone', async () => {
    const far = await desk.ringing({ body: 'v=0\r\n<script>' });
    desk.phone.answer(desk.call.id);
    await far.answered(480);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'mediaFailed' });
    await expectAlive();
  });

  it('a body that is no description counts as none: the answer carries our offer', async () => {
    const far = await desk.ringing({ body: '<p>', contentType: 'text/html' });
    desk.phone.answer(desk.call.id);
    expect((await far.answered(200)).body).toContain('a=setup:actpass');
    far.ack('');
    // No answer came with the ACK: there is nothing to talk with.
    await far.got('BYE');
    await desk.callIs({ phase: 'ended' });
    await expectAlive();
  });

  it('no text at all gets the phone off the wire', async () => {
    const part = fc.oneof(
      fc.constantFrom('"', '<', '>', ';tag=', '@', 'sip:', 'tel:', ',', '\\', '%', '\t', ' ', '?'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    const value = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), value, value, async (name, odd, other) => {
        desk.wire.socket.deliver(
          inviteText({ [name]: odd }, [
            `X-Dialed-Number: ${other}`,
            `P-Asserted-Identity: ${odd}`,
            `Privacy: ${other}`,
          ]),
        );
        await pass(10);
        for (const { id } of desk.calls) desk.phone.hangUp(id);
        await pass(40_000);
        return desk.calls.length === 0 && desk.registration.phase === 'registered';
      }),
      { numRuns: 300 },
    );
    await expectAlive();
  });
});
