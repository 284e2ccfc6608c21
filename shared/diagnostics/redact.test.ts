import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSipRedactor } from './redact-sip.ts';
import { createTextRedactor, redactLogLine } from './redact-text.ts';

/** A call with the same secret in every place that could hold one. */
function invite(secret: string): string {
  return [
    `INVITE sip:${secret}@pbx.example;user=${secret} SIP/2.0`,
    `Via: SIP/2.0/WSS ${secret};branch=z9hG4bK${secret}`,
    'Max-Forwards: 70',
    `From: "${secret}" <sip:${secret}@${secret}>;tag=${secret}`,
    `To: <tel:${secret}>`,
    `Contact: <sip:${secret}>`,
    `Call-ID: ${secret}@${secret}`,
    `CSeq: ${secret} INVITE`,
    `X-Dialed-Number: ${secret}`,
    `Subject: ${secret}`,
    `${secret.replace(/[:\s]/g, '')}X: value`,
    `Server: ${secret}`,
    `Authorization: Digest username="${secret}", response="${secret}", algorithm=MD5, nonce="${secret}"`,
    `Reason: Q.850;cause=16;text="${secret}"`,
    `Warning: 399 ${secret} "${secret}"`,
    `Supported: outbound, ${secret}`,
    'Content-Type: application/sdp',
    '',
    'v=0',
    `o=${secret} 1 1 IN IP4 ${secret}`,
    `s=${secret}`,
    `i=${secret}`,
    'c=IN IP4 192.168.4.17',
    'm=audio 41214 UDP/TLS/RTP/SAVPF 111 8',
    'a=rtpmap:111 opus/48000/2',
    `a=fmtp:111 x=${secret}`,
    `a=ice-ufrag:${secret}`,
    `a=ice-pwd:${secret}`,
    `a=ssrc:1 cname:${secret}`,
    `a=fingerprint:sha-256 ${secret}`,
    `a=candidate:1 1 udp 2122 192.168.4.17 50211 typ host ${secret}`,
    `a=x-${secret}`,
    'a=sendrecv',
    `e=${secret}`,
  ].join('\r\n');
}

/** Any text of one line; what has line breaks is a message of another shape. */
const secret = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.stringMatching(/^\+?\d{5,15}$/),
  fc.constantFrom('Frau Petersen', 'perso verloren', 'geheim7', '04121 450280', '10.0.0.7'),
);
const oneLine = secret.map((text) => text.replace(/[\r\n\u0085\u2028\u2029]/g, ''));

describe('a SIP trace', () => {
  it('is the same whoever it is about: no number, name, address or password gets through', () => {
    fc.assert(
      fc.property(oneLine, oneLine, (one, other) => {
        // Alone, these would be values of their own: a short counter, a known product, a token.
        fc.pre(!visible(one) && !visible(other));
        expect(createSipRedactor()(invite(one))).toBe(createSipRedactor()(invite(other)));
      }),
      { numRuns: 500 },
    );
  });

  it('lets no longer digits and no unknown words of arbitrary text through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), oneLine, (noise, text) => {
        const seen = createSipRedactor()(`SIP/2.0 200 OK\r\n${noise}\r\n\r\n${noise}${text}`);
        expect(seen).not.toMatch(/\d{5}/);
        const words = seen.match(/[\p{L}\d+]{2,}/gu) ?? [];
        expect(words.filter((word) => /\p{L}{2}/u.test(word) && !harmless.has(word))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('shows what a help desk needs', () => {
    const redact = createSipRedactor();
    const seen = redact(invite('geheim')).split('\n');
    expect(seen).toEqual(
      expect.arrayContaining([
        'INVITE … SIP/2.0',
        'Via: SIP/2.0/WSS',
        'Call-ID: #1',
        'CSeq: … INVITE',
        'Authorization: Digest algorithm=MD5',
        'Reason: cause=16',
        'Warning: 399',
        'Supported: outbound, …',
        '(Header): …',
        'c=IPv4-privat',
        'm=audio … UDP/TLS/RTP/SAVPF 111 8',
        'a=rtpmap:111 opus/48000/2',
        'a=fingerprint:sha-256 …',
        'a=candidate:udp host IPv4-privat',
        'a=sendrecv',
      ]),
    );
    expect(redact('SIP/2.0 486 Besetzt bei Petersen\r\nCall-ID: b\r\nCSeq: 7 INVITE\r\n\r\n')).toBe(
      'SIP/2.0 486\nCall-ID: #2\nCSeq: 7 INVITE',
    );
    expect(redact('SIP/2.0 401 x\r\nServer: Asterisk PBX 22.1.0~geheim\r\n\r\n')).toContain(
      'Server: Asterisk PBX 22.1.0',
    );
    expect(redact('hallo')).toBe('(keine SIP-Nachricht)');
  });
});

/** Whether a text is by itself something that a trace may show. */
const visible = (text: string): boolean =>
  /^\s*\d{1,4}(\s|$)/.test(text) ||
  /^\s*(Amtsdraht|Asterisk PBX|FPBX|FreeSWITCH|Kamailio|OpenSIPS|3CX|STARFACE|innovaphone)/i.test(
    text,
  ) ||
  /algorithm|cause=/i.test(text) ||
  text.includes(',') ||
  text.includes(' ') ||
  ['', 'timer', 'path', 'replaces'].includes(text.trim());

/** Words that a trace is made of. */
const harmless = new Set(
  (
    'SIP Header Inhalt Via WSS Max Forwards From To Contact CSeq Call ID Content Type Expires Min Session ' +
    'Retry After Allow Supported Require Unsupported Event Subscription State Reason cause Warning WWW ' +
    'Authenticate Proxy Authorization Server User Agent Digest algorithm SE'
  ).split(' '),
);

describe('free text', () => {
  const known = fc.array(
    fc.string({ unit: 'grapheme', minLength: 2, maxLength: 20 }).filter(
      // The sign itself and single characters are not looked for.
      (word) => word.trim().length > 1 && !'‹…›'.includes(word.trim()),
    ),
    { maxLength: 6 },
  );

  it('shows no known name, user or folder, in whatever case', () => {
    fc.assert(
      fc.property(known, fc.string({ unit: 'grapheme' }), (words, around) => {
        const seen = createTextRedactor(words)(
          words.map((word) => `${around}${word.toUpperCase()} ${word}`).join(around),
        );
        for (const word of words) expect(seen).not.toContain(word.trim());
      }),
    );
  });

  const separator = fc.constantFrom('', ' ', '-', '/', '.', ' / ');
  const number = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 9 }), separator), { minLength: 5, maxLength: 16 })
    .map((parts) =>
      parts.map(([digit, gap], index) => (index === 0 ? `${digit}` : `${gap}${digit}`)).join(''),
    )
    .filter((text) => !/^20\d{2}-[01]\d-[0-3]\d$/.test(text));

  it('shows no telephone number, however it is written', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('', '+', '(', 'tel:', 'von '), (digits, before) => {
        const seen = createTextRedactor([])(`Anruf ${before}${digits} beendet`);
        expect(seen).not.toMatch(/\d/);
      }),
    );
  });

  it('shows no SIP address, mail address or network address', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9._-]{2,15}$/);
    fc.assert(
      fc.property(word, word, fc.ipV4(), fc.ipV6(), (user, host, v4, v6) => {
        const redact = createTextRedactor([]);
        expect(redact(`<sip:${user}@${host}>`)).not.toContain(user);
        expect(redact(`${user}@${host}.example`)).not.toContain(host);
        expect(redact(`von ${v4}:5060`)).not.toContain(v4);
        if (v6.length > 4) expect(redact(`von ${v6} an`)).not.toContain(v6);
      }),
    );
  });

  it('keeps what is none of these', () => {
    const redact = createTextRedactor(['platz1', '/home/petersen']);
    expect(
      redactLogLine('2026-11-25T08:00:00.123Z warn phone 503 on port 8089, platz1', redact),
    ).toBe('2026-11-25T08:00:00.123Z warn phone 503 on port 8089, ‹…›');
    expect(redact('/home/petersen/x.defekt-2026-11-25T08-00.json at 12:30:15')).toBe(
      '‹…›/x.defekt-2026-11-25T08-00.json at 12:30:15',
    );
  });
});
