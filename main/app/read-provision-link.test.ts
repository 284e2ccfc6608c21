import fc from 'fast-check';
import { expect, it } from 'vitest';
import { provisionLinkIn } from './read-provision-link.ts';

const url = 'https://vorgaben.example/amtsdraht/policy.json';
const link = (address: string): string =>
  `amtsdraht://provision?url=${encodeURIComponent(address)}`;

it('reads the address of the first link among the arguments', () => {
  expect(provisionLinkIn(['--flag', 'tel:115', link(url)])).toEqual({ ok: true, url });
  expect(provisionLinkIn([`AMTSDRAHT://provision/?url=${url}`])).toEqual({ ok: true, url });
  expect(provisionLinkIn(['tel:115', '/some/file'])).toBeNull();
});

it.each([
  ['another order', 'amtsdraht://call?number=115', 'unknown'],
  ['no order', 'amtsdraht:', 'unknown'],
  ['no address', 'amtsdraht://provision?key=1', 'noUrl'],
  ['half an address', link('vorgaben.example/policy.json'), 'notHttps'],
  ['plain http', link('http://vorgaben.example/p'), 'notHttps'],
  ['a file', link('file:///etc/passwd'), 'notHttps'],
  ['a password', link('https://u:p@vorgaben.example/p'), 'credentials'],
  ['too much', link(`https://vorgaben.example/${'a'.repeat(3_000)}`), 'tooLong'],
])('refuses %s', (_what, text, fault) => {
  expect(provisionLinkIn([text])).toEqual({ ok: false, fault });
});

it('whatever a link contains, an accepted one is https and nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
      const judged = provisionLinkIn([link(text)]);
      expect(judged?.ok !== true || judged.url.startsWith('https://')).toBe(true);
    }),
  );
});
