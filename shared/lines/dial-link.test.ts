import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dialLinkIn, dialLinkOf } from './dial-link.ts';

it.each([
  ['tel:+49-4103-7070', '+49-4103-7070'],
  ['TEL:04103%207070', '04103 7070'],
  ['tel:7070;phone-context=+494103', '7070'],
  ['tel://+4941037070', '+4941037070'],
  ['sip:+4941037070@pbx.example;user=phone', '+4941037070'],
  ['sips:agent2@pbx.example', 'agent2'],
  ['sip:agent2', 'agent2'],
  ['callto:+49 4103 7070', '+49 4103 7070'],
  ['callto://04103/7070', '04103/7070'],
  ['tel:110?x=1', '110'],
])('%s is %s', (link, text) => {
  expect(dialLinkOf(link)).toBe(text);
});

it.each([
  ['nothing', 'tel:'],
  ['a feature code', 'tel:*21*01719999999#'],
  ['a feature code, encoded', 'tel:%2A21%2A0171%23'],
  ['broken encoding', 'tel:%zz'],
  ['a control character', 'tel:0410%0a3'],
  ['an invisible direction mark', 'tel:\u202e0103'],
  ['too long', `tel:${'1'.repeat(65)}`],
  ['another scheme', 'https://example.invalid/tel:110'],
  ['an option', '--policy'],
  ['a plain number', '04103 7070'],
])('%s is no link', (_what, link) => {
  expect(dialLinkOf(link)).toBeNull();
});

it('takes the first of a command line', () => {
  expect(dialLinkIn(['--flag', '/app', 'tel:1', 'tel:2'])).toBe('1');
  expect(dialLinkIn(['--flag', '/app'])).toBeNull();
});

it('never throws and never gives out a code or a control character', () => {
  fc.assert(
    fc.property(fc.constantFrom('tel:', 'sip:', 'callto:', ''), fc.string(), (scheme, rest) => {
      const text = dialLinkOf(`${scheme}${rest}`);
      expect(text ?? '1').toMatch(/^[^\p{Cc}\p{Cf}*#]{1,64}$/u);
    }),
  );
});
