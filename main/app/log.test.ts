import { describe, expect, it } from 'vitest';
import { logLine, redact } from './log.ts';

describe('redact', () => {
  it.each([
    ['call from +49 4121 450280', 'call from …80'],
    ['call from 04103/707-0', 'call from …70'],
    ['<sip:wedel.agent@pbx.example>', '<sip:…@pbx.example>'],
    ['sips:+4941035555@pbx', 'sips:…@pbx'],
    ['503 on port 8089 after 1500 ms', '503 on port 8089 after 1500 ms'],
    ['SIP/2.0 401', 'SIP/2.0 401'],
    ['settings.defekt-2026-11-24T08.json', 'settings.defekt-2026-11-24T08.json'],
  ])('%s → %s', (text, safe) => {
    expect(redact(text)).toBe(safe);
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
