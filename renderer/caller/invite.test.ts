import { expect, test } from 'vitest';
import { inviterOptionsFor, type CallOrder } from './invite.ts';
import { melody } from './melody.ts';

const order: CallOrder = {
  scenario: 's',
  target: 'agent',
  callerNumber: '+494066969101',
  callerName: null,
  headers: ['X-A: 1'],
  speech: 'x.ogg',
  talkMs: 1,
};

test.each<[string, Partial<CallOrder>, unknown]>([
  [
    'a number',
    {},
    { extraHeaders: ['X-A: 1'], params: { fromUri: 'sip:+494066969101@d.invalid' } },
  ],
  [
    'a name that would break the header',
    { callerName: 'A" <sip:x@y>\r\nX-Evil: 1' },
    {
      extraHeaders: ['X-A: 1'],
      params: { fromUri: 'sip:+494066969101@d.invalid', fromDisplayName: 'A <sip:x@y>X-Evil: 1' },
    },
  ],
  [
    'a suppressed number',
    { callerNumber: null },
    {
      extraHeaders: ['X-A: 1', 'Privacy: id'],
      params: { fromUri: 'sip:anonymous@anonymous.invalid', fromDisplayName: 'Anonymous' },
    },
  ],
  [
    'a header with a line break',
    { headers: ['X-A: 1\r\nX-B: 2'] },
    { extraHeaders: [], params: { fromUri: 'sip:+494066969101@d.invalid' } },
  ],
])('%s', (_what, changes, options) => {
  expect(inviterOptionsFor({ ...order, ...changes }, 'd.invalid')).toEqual(options);
});

test('the melody is audible, never clips and ends in silence', () => {
  const samples = melody(8000);
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(loudest).toBeGreaterThan(0.15);
  expect(loudest).toBeLessThanOrEqual(0.2);
  expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01);
});
