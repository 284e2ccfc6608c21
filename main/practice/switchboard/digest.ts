import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { splitList } from './headers.ts';

/** Nonces are accepted this long; afterwards the client is told `stale=true` and asks again unseen. */
export const nonceLifeMs = 60_000;

/** What a nonce is bound to: this run of the switchboard, the connection it was given to, and a time. */
export interface NonceContext {
  readonly secret: string;
  readonly connection: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export type DigestVerdict =
  | { readonly verdict: 'accepted'; readonly user: string }
  /** No or unusable credentials, or a nonce that is not ours: challenge. */
  | { readonly verdict: 'missing' }
  /** Right nonce, but too old: challenge with stale=true (RFC 7616 §3.3). */
  | { readonly verdict: 'stale' }
  /** Well-formed answer to our nonce and wrong: unknown user or wrong password. */
  | { readonly verdict: 'wrong' };

/** Value of WWW-Authenticate or Proxy-Authenticate. MD5 because SIP.js can nothing else (trap B2-26). */
export function challenge(realm: string, context: NonceContext, stale: boolean): string {
  const fields = [
    `realm="${realm}"`,
    `nonce="${makeNonce(context)}"`,
    'algorithm=MD5',
    'qop="auth"',
  ];
  return `Digest ${[...fields, ...(stale ? ['stale=true'] : [])].join(', ')}`;
}

/** Checks the value of an Authorization or Proxy-Authorization header (RFC 8760, RFC 7616 §3.4). */
export function verifyDigest(
  authorization: string | null,
  asked: { readonly method: string; readonly uri: string; readonly realm: string },
  passwordOf: (user: string) => string | null,
  context: NonceContext,
): DigestVerdict {
  const fields = authorization === null ? null : readFields(authorization);
  if (fields === null) return { verdict: 'missing' };
  const field = (name: string): string => fields.get(name) ?? '';
  const usable =
    field('realm') === asked.realm &&
    field('uri') === asked.uri &&
    field('qop') === 'auth' &&
    ['', 'MD5'].includes(field('algorithm').toUpperCase()) &&
    /^[0-9a-f]{8}$/i.test(field('nc')) &&
    /^[0-9a-f]{32}$/i.test(field('response')) &&
    field('cnonce') !== '';
  const age = nonceAge(field('nonce'), context);
  if (!usable || age === null) return { verdict: 'missing' };
  if (age > nonceLifeMs) return { verdict: 'stale' };

  const user = field('username');
  const password = passwordOf(user);
  const ha1 = md5(`${user}:${asked.realm}:${password ?? ''}`);
  const ha2 = md5(`${asked.method}:${asked.uri}`);
  const expected = md5([ha1, field('nonce'), field('nc'), field('cnonce'), 'auth', ha2].join(':'));
  const right = timingSafeEqual(
    Buffer.from(expected),
    Buffer.from(field('response').toLowerCase()),
  );
  return right && password !== null ? { verdict: 'accepted', user } : { verdict: 'wrong' };
}

/** `<time in base 36>.<signature>`: nothing has to be remembered to know that a nonce is ours. */
function makeNonce({ secret, connection, now }: NonceContext): string {
  const time = now.toString(36);
  return `${time}.${sign(time, secret, connection)}`;
}

/** Age in ms; null: not made here, or made for another connection. */
function nonceAge(nonce: string, { secret, connection, now }: NonceContext): number | null {
  const [time = '', signature = ''] = nonce.split('.');
  return signature === sign(time, secret, connection) ? now - Number.parseInt(time, 36) : null;
}

function sign(time: string, secret: string, connection: number): string {
  const mac = createHmac('sha256', secret).update(`${time} ${String(connection)}`);
  return mac.digest('hex').slice(0, 32);
}

function readFields(authorization: string): ReadonlyMap<string, string> | null {
  const scheme = /^Digest\s+/i.exec(authorization);
  if (scheme === null) return null;
  const fields = new Map<string, string>();
  for (const part of splitList(authorization.slice(scheme[0].length))) {
    const match = /^([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(\S+))$/i.exec(part);
    const [, name, quoted, token] = match ?? [];
    if (name === undefined || fields.has(name.toLowerCase())) return null;
    fields.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token ?? '');
  }
  return fields;
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
