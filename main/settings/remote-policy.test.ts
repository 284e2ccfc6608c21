import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signedBytes } from '../signatures/index.ts';
import { readManaged } from './managed.ts';
import { readPolicy } from './policy.ts';
import {
  judgeRemotePolicy,
  keepPolicy,
  readCachedPolicy,
  type SignedPolicy,
} from './remote-policy.ts';

const url = 'https://vorgaben.example/amtsdraht/policy.json';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keys = [publicKey.export({ type: 'spki', format: 'der' }).toString('base64')];
const signed = (content: string, name = 'policy.json'): SignedPolicy => ({
  url,
  content,
  signatures: sign(null, signedBytes('policy', name, Buffer.from(content)), privateKey).toString(
    'base64',
  ),
});
const good = signed('{"$serial":3,"language":"en","theme":"dark"}');

let profile: string;
let file: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'amtsdraht-remote-'));
  file = join(profile, 'policy.json');
});
afterEach(() => {
  rmSync(profile, { recursive: true });
});

it('takes what is signed, key by key', () => {
  expect(judgeRemotePolicy(good, keys)).toEqual({
    ok: true,
    value: { serial: 3, layer: { language: 'en', theme: 'dark' }, wrong: [] },
  });
  const partly = judgeRemotePolicy(signed('{"$serial":1,"language":"en","theme":"pink"}'), keys);
  expect(partly).toMatchObject({ ok: true, value: { layer: { language: 'en' } } });
  expect(partly.ok && partly.value.wrong).toHaveLength(1);
});

it('takes a text that an editor has put a mark before, and no path that depends on the start', () => {
  const judged = judgeRemotePolicy(signed('\uFEFF{"$serial":3,"packFolder":"wissen"}'), keys);
  expect(judged).toMatchObject({ ok: true, value: { serial: 3, layer: {} } });
  expect(judged.ok && judged.value.wrong).toEqual([
    expect.stringContaining('packFolder ist "wissen". Erwartet: ein ganzer Pfad'),
  ]);
});

it.each<[string, SignedPolicy, readonly string[], RegExp]>([
  ['no key', good, [], /policyKeys nennt keinen/],
  ['no signature', { ...good, signatures: '' }, keys, /nicht von einem Schlüssel/],
  ['a changed text', { ...good, content: `${good.content} ` }, keys, /danach verändert/],
  ['a signature for another file', signed(good.content, 'other.json'), keys, /nicht von einem/],
  ['no JSON', signed('{"$serial":'), keys, /kein lesbares JSON/],
  ['no number', signed('{"language":"en"}'), keys, /\$serial/],
  ['a list', signed('[1]'), keys, /\$serial/],
])('says in one sentence what is wrong: %s', (_what, policy, known, sentence) => {
  const judged = judgeRemotePolicy(policy, known);
  expect(judged.ok ? '' : judged.failure).toMatch(sentence);
});

it('keeps the last good one, and believes neither a changed file nor one of another address', () => {
  expect(readCachedPolicy(profile, url, keys)).toBeNull();
  keepPolicy(profile, good);
  expect(readCachedPolicy(profile, url, keys)).toMatchObject({ serial: 3 });
  expect(readCachedPolicy(profile, `${url}x`, keys)).toBeNull();
  expect(readCachedPolicy(profile, url, [])).toBeNull();
  keepPolicy(profile, { ...good, content: good.content.replace('dark', 'light') });
  expect(readCachedPolicy(profile, url, keys)).toBeNull();
  writeFileSync(join(profile, 'remote-policy.json'), '{');
  expect(readCachedPolicy(profile, url, keys)).toBeNull();
});

it('the machine wins over the server, and the server cannot change address and keys', () => {
  writeFileSync(file, JSON.stringify({ policyUrl: url, policyKeys: keys, theme: 'light' }));
  keepPolicy(
    profile,
    signed('{"$serial":4,"language":"en","theme":"dark","policyUrl":"https://other.example/p"}'),
  );
  const { layer, source } = readManaged(readPolicy(file), profile);
  expect(layer).toMatchObject({ policyUrl: url, theme: 'light', language: 'en' });
  expect(source).toContain(`${url} (Nummer 4)`);
});

it('without an address nothing of a kept policy applies', () => {
  keepPolicy(profile, good);
  writeFileSync(file, '{"theme":"light"}');
  expect(readManaged(readPolicy(file), profile).layer).toEqual({ theme: 'light' });
});

it('whatever signed text a server hands out, it is judged and not thrown', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
      const judged = judgeRemotePolicy(signed(content), keys);
      expect(judged.ok || judged.failure.length > 0).toBe(true);
    }),
  );
});
