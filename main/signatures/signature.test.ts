import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSigned, signedBytes, type SignedKind } from './signature.ts';

const pair = (): { secret: KeyObject; key: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return { secret: privateKey, key: spki.toString('base64') };
};
const ours = pair();
const other = pair();
const content = Buffer.from('version: 1.2.3\n');
const signature = (secret: KeyObject, kind: SignedKind = 'update', name = 'a.yml'): string =>
  sign(null, signedBytes(kind, name, content), secret).toString('base64');

it('holds for the kind, name and content that were signed', () => {
  expect(isSigned('update', 'a.yml', content, `${signature(ours.secret)}\n`, [ours.key])).toBe(
    true,
  );
});

it.each<[string, string, readonly string[]]>([
  ['of another key', signature(other.secret), [ours.key]],
  ['of another kind', signature(ours.secret, 'policy'), [ours.key]],
  ['of another file', signature(ours.secret, 'update', 'b.yml'), [ours.key]],
  ['that is missing', '', [ours.key]],
  ['with no key to check it', signature(ours.secret), []],
  ['with a key that is none', signature(ours.secret), ['MCowBQYDK2VwAyEA']],
])('a signature %s does not hold', (_what, text, keys) => {
  expect(isSigned('update', 'a.yml', content, text, keys)).toBe(false);
});

it('one of two signatures and one of two keys is enough while keys change', () => {
  const both = `${signature(ours.secret)}\r\n${signature(other.secret)}\n`;
  for (const { key } of [ours, other])
    expect(isSigned('update', 'a.yml', content, both, [key])).toBe(true);
});

it('whatever else a signature file contains, it does not hold and does not throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, keys) => {
      expect(isSigned('update', 'a.yml', content, text, [ours.key, ...keys])).toBe(false);
    }),
  );
});
