import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calledNumberHeadersSchema } from './called-number.ts';
import { readInvite } from './raw-invite.ts';

const invite = [
  'INVITE sip:agent@10.0.0.1:5060;transport=ws SIP/2.0',
  'Via: SIP/2.0/WSS 10.0.0.9;branch=z9hG4bK1',
  'f: "Wedel: 0171" <sip:0171@pbx>;tag=1',
  't: <sip:agent@pbx>',
  'x-dialed-NUMBER: +494066969530',
  'History-Info: <sip:1@a>;index=1,',
  ' <sip:2@b>;index=1.1',
  'Diversion: <sip:3@c>',
  'Diversion: <sip:4@d>',
  'Content-Length: 3',
  '',
  'To: <sip:not-a-header@body>',
];

describe('readInvite', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ])('reads the headers (%s)', (_name, end) => {
    expect(readInvite(invite.join(end), 'X-Dialed-Number')).toEqual({
      ok: true,
      value: {
        requestUri: 'sip:agent@10.0.0.1:5060;transport=ws',
        to: '<sip:agent@pbx>',
        from: '"Wedel: 0171" <sip:0171@pbx>;tag=1',
        dialedNumber: ['+494066969530'],
        pCalledPartyId: [],
        historyInfo: ['<sip:1@a>;index=1, <sip:2@b>;index=1.1'],
        diversion: ['<sip:3@c>', '<sip:4@d>'],
      },
    });
  });

  it('does without From and To', () => {
    expect(readInvite('INVITE sip:a@b SIP/2.0\r\n\r\n', 'X')).toMatchObject({
      value: { to: null, from: null },
    });
  });

  it.each([
    ['', 'empty'],
    ['\uFEFF \r\n', 'empty'],
    ['SIP/2.0 200 OK\r\nTo: <sip:a@b>\r\n\r\n', 'notInvite'],
    ['BYE sip:a@b SIP/2.0\r\n\r\n', 'notInvite'],
    ['GET / HTTP/1.1\r\n\r\n', 'notSip'],
    ['\u0000\u0001', 'notSip'],
  ])('%j is refused as %s', (text, reason) => {
    expect(readInvite(text, 'X')).toEqual({ ok: false, failure: reason });
  });

  it('stays within the bounds of the contract', () => {
    const flood = `INVITE sip:a@b SIP/2.0\r\n${`Diversion: <sip:${'1'.repeat(1_000_000)}@x>\r\n`.repeat(2)}${'X: 1\r\n'.repeat(100)}\r\n`;
    const read = readInvite(flood, 'X');
    expect(calledNumberHeadersSchema.safeParse(read.ok ? read.value : null).success).toBe(true);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof readInvite(`INVITE sip:a@b SIP/2.0\r\n${text}`, 'X').ok).toBe('boolean');
      }),
    );
  });
});
