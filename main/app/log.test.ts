import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLine, redact } from './log.ts';

describe('redact', () => {
  it.each([
    ['call from +49 4121 450280', 'call from …80'],
    ['call from 04103/707-0', 'call from …70'],
    ['<sip:wedel.agent@pbx.example>', '<sip:…@pbx.example>'],
    ['sips:+4941035555@pbx', 'sips:…@pbx'],
    ['call from 04121 / 4502 - 80', 'call from …80'],
    ['503 on port 8089 after 1500 ms', '503 on port 8089 after 1500 ms'],
    ['SIP/2.0 401', 'SIP/2.0 401'],
    ['settings.defekt-2026-11-24T08.json', 'settings.defekt-2026-11-24T08.json'],
  ])('%s → %s', (text, safe) => {
    expect(redact(text)).toBe(safe);
  });

  it('leaves two digits of a telephone number, however it is written', () => {
    const gap = fc.constantFrom('', '', '', ' ', '-', '/', ' / ', ' - ', ') ', ' (');
    const number = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), gap), { minLength: 5, maxLength: 16 })
      .map((parts) =>
        parts.map(([digit, before], at) => `${at === 0 ? '' : before}${digit}`).join(''),
      )
      .filter((text) => !/^\d{4}-\d{2}-\d{2}$/.test(text));
    fc.assert(
      fc.property(number, fc.constantFrom('', '+', '('), (digits, before) => {
        const last = digits.replace(/\D/g, '').slice(-2);
        const seen = redact(`call from ${before}${digits} ended`);
        expect(seen.replace(/\D/g, '')).toBe(last);
      }),
    );
  });

  it('shows no user of a SIP address, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('sip', 'sips', 'SIP', 'tel'),
        fc.stringMatching(/^[a-z][a-z0-9._~!$&'()*+,=%-]{2,20}$/),
        fc.constantFrom('', '<', '"', 'to '),
        (scheme, user, before) => {
          expect(redact(`${before}${scheme}:${user}@pbx.example>`)).not.toContain(user);
        },
      ),
    );
  });
});

describe('logLine', () => {
  const at = new Date('2026-11-24T08:00:00Z');

  it('has time, level, area, message and fields', () => {
    expect(logLine(at, 'info', 'app', 'start', { version: '1' })).toBe(
      '2026-11-24T08:00:00.000Z info app start {"version":"1"}',
    );
  });

  it('stays one line whatever the message holds', () => {
    expect(logLine(at, 'warn', 'app', 'a\r\nb')).not.toContain('\n');
  });

  it('redacts fields as well', () => {
    expect(logLine(at, 'info', 'app', 'x', { number: '+494121450280' })).not.toContain('450280');
  });
});
