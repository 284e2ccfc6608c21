import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signedBytes } from '../signatures/index.ts';
import { readOffer } from './update-offer.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keys = [publicKey.export({ type: 'spki', format: 'der' }).toString('base64')];
const name = 'latest-linux.yml';
const signed = (content: string): string =>
  sign(null, signedBytes('update', name, Buffer.from(content)), privateKey).toString('base64');
const sha = `${'A'.repeat(86)}==`;
const description = (changes = ''): string =>
  `version: 1.2.3
files:
  - url: amtsdraht-1.2.3.AppImage
    sha512: ${sha}
    size: 10
    blockMapSize: 5
path: amtsdraht-1.2.3.AppImage
sha512: ${sha}
releaseDate: '2026-11-25T10:00:00.000Z'
${changes}`;

it('reads what electron-builder writes, once it is signed', () => {
  const content = description('stagingPercentage: 20\n');
  expect(readOffer(name, content, signed(content), keys)).toMatchObject({
    ok: true,
    value: { version: '1.2.3', stagingPercentage: 20, files: [{ sha512: sha, blockMapSize: 5 }] },
  });
});

it.each<[string, string | null]>([
  ['none', null],
  ['an empty one', ''],
  ['one of another content', signed(description('stagingPercentage: 1\n'))],
])('refuses the signature: %s', (_what, signature) => {
  expect(readOffer(name, description(), signature, keys)).toEqual({
    ok: false,
    failure: 'unsigned',
  });
});

it.each([
  ['no version', description().replace('version: 1.2.3', '')],
  ['no program', 'version: 1.2.3\nfiles: []\n'],
  ['a program elsewhere', description().replace('- url: ', '- url: https://other.example/')],
  ['a way out of the folder', description().replace('- url: ', '- url: ../')],
  ['no checksum', description().replaceAll(sha, '')],
  ['a share that is none', description('stagingPercentage: viele\n')],
])('a signed description with %s is not readable', (_what, content) => {
  expect(readOffer(name, content, signed(content), keys)).toEqual({
    ok: false,
    failure: 'unreadable',
  });
});

it('whatever a signed text is, it is read or refused, never thrown', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
      expect(readOffer(name, content, signed(content), keys).ok).toBe(false);
    }),
  );
});
