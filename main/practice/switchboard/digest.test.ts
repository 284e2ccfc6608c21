import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { challenge, nonceLifeMs, verifyDigest } from './digest.ts';

const context = { secret: 'geheim', connection: 3, now: 1_700_000_000_000 };
const asked = { method: 'REGISTER', uri: 'sip:uebung.invalid', realm: 'uebung.invalid' };
const passwordOf = (user: string): string | null => (user === 'agent' ? 'passwort' : null);
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

function nonceIn(header: string): string {
  return /nonce="([^"]+)"/.exec(header)?.[1] ?? '';
}

/** What a client answers; `changes` replace fields after the response has been computed. */
function answer(
  nonce: string,
  changes: Record<string, string> = {},
  password = 'passwort',
): string {
  const user = changes['username'] ?? 'agent';
  const ha1 = md5(`${user}:${asked.realm}:${password}`);
  const ha2 = md5(`${asked.method}:${asked.uri}`);
  const fields: Record<string, string> = {
    username: user,
    realm: asked.realm,
    nonce,
    uri: asked.uri,
    response: md5(`${ha1}:${nonce}:00000001:abc:auth:${ha2}`),
    cnonce: 'abc',
    ...changes,
  };
  const quoted = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
  return `Digest ${[...quoted, `nc=${changes['nc'] ?? '00000001'}`, 'qop=auth'].join(', ')}`;
}

describe('digest', () => {
  const nonce = nonceIn(challenge(asked.realm, context, false));

  test('accepts the right answer until the nonce is too old', () => {
    const verdictAt = (now: number): string =>
      verifyDigest(answer(nonce), asked, passwordOf, { ...context, now }).verdict;
    expect(verdictAt(context.now)).toBe('accepted');
    expect(verdictAt(context.now + nonceLifeMs)).toBe('accepted');
    expect(verdictAt(context.now + nonceLifeMs + 1)).toBe('stale');
    expect(challenge(asked.realm, context, true)).toContain('stale=true');
  });

  test.each([
    ['wrong password', answer(nonce, {}, 'falsch'), 'wrong'],
    ['unknown user', answer(nonce, { username: 'niemand' }), 'wrong'],
    ['unknown user with empty password', answer(nonce, { username: 'niemand' }, ''), 'wrong'],
    ['nonce made up', answer('abc.def'), 'missing'],
    ['nonce changed', answer(`${nonce}0`), 'missing'],
    ['other realm', answer(nonce, { realm: 'andere' }), 'missing'],
    ['answer to another URI', answer(nonce, { uri: 'sip:andere' }), 'missing'],
    ['other algorithm', answer(nonce, { algorithm: 'SHA-256' }), 'missing'],
    ['response too short', answer(nonce, { response: 'abc' }), 'missing'],
    ['a field twice', `${answer(nonce)}, cnonce="abc"`, 'missing'],
    ['Basic', 'Basic YWdlbnQ6cGFzc3dvcnQ=', 'missing'],
    ['no header', null, 'missing'],
  ])('%s', (_what, header, verdict) => {
    expect(verifyDigest(header, asked, passwordOf, context).verdict).toBe(verdict);
  });

  test('a nonce belongs to one connection and one run', () => {
    const other = (changes: Partial<typeof context>): string =>
      verifyDigest(answer(nonce), asked, passwordOf, { ...context, ...changes }).verdict;
    expect(other({ connection: 4 })).toBe('missing');
    expect(other({ secret: 'anderer Lauf' })).toBe('missing');
  });
});
