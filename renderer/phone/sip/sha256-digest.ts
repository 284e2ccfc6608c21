import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import {
  DigestAuthentication,
  type LoggerFactory,
  type OutgoingRequestMessage,
} from 'sip.js/lib/core/index.js';

/** A challenge as SIP.js's grammar reads it (RFC 7616 3.3, RFC 8760). */
const challengeSchema = z.object({
  algorithm: z.string(),
  realm: z.string().min(1),
  nonce: z.string().min(1),
  opaque: z.string().optional(),
  stale: z.boolean().optional(),
  qop: z.array(z.string()).optional(),
});

interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** Answers SHA-256 challenges (RFC 8760) beside those with MD5, which SIP.js's own class answers (trap 26). */
export class Sha256Digest extends DigestAuthentication {
  readonly #credentials: Credentials;
  readonly #newNonce: () => string;
  #answer: string | null = null;
  #count = 0;

  /** @param newNonce unguessable text for each answer (cnonce) */
  constructor(log: LoggerFactory, credentials: Credentials, newNonce: () => string) {
    super(log, undefined, credentials.user, credentials.password);
    this.#credentials = credentials;
    this.#newNonce = newNonce;
  }

  override authenticate(
    request: OutgoingRequestMessage,
    challenge: unknown,
    body?: string,
  ): boolean {
    const parsed = challengeSchema.safeParse(challenge);
    this.#answer = null;
    if (!parsed.success || parsed.data.algorithm.toUpperCase() !== 'SHA-256')
      return super.authenticate(request, challenge, body);
    const { realm, nonce, opaque, stale, qop } = parsed.data;
    // Without `qop` it would be the scheme of RFC 2069, which RFC 8760 does not know.
    if (qop?.includes('auth') !== true) return false;
    this.stale = stale;
    this.#count += 1;
    const { user, password } = this.#credentials;
    const uri = request.ruri.toString();
    const count = this.#count.toString(16).padStart(8, '0');
    const own = this.#newNonce();
    const response = hashed(
      hashed(user, realm, password),
      nonce,
      count,
      own,
      'auth',
      hashed(request.method, uri),
    );
    this.#answer = `Digest ${[
      `username="${user}"`,
      `realm="${realm}"`,
      `nonce="${nonce}"`,
      `uri="${uri}"`,
      `response="${response}"`,
      'algorithm=SHA-256',
      ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
      'qop=auth',
      `cnonce="${own}"`,
      `nc=${count}`,
    ].join(', ')}`;
    return true;
  }

  override toString(): string {
    return this.#answer ?? super.toString();
  }
}

function hashed(...parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join(':'))));
}

/** Order of preference; what is not listed cannot be answered. */
const strengths = ['SHA-256', 'MD5'];

/**
 * A response with several challenges, reduced to the strongest that we can answer: SIP.js looks at the
 * last only (trap 26). Everything else stays as it is.
 */
export function withStrongestChallenge(text: string): string {
  if (!/^SIP\/2\.0 40[17] /.test(text)) return text;
  const end = text.search(/\r?\n\r?\n/);
  const head = end === -1 ? text : text.slice(0, end);
  const lines = head.split(/\r?\n/);
  const challenges = lines.filter(isChallenge);
  if (challenges.length < 2) return text;
  const [best] = challenges
    .filter((line) => strengthOf(line) !== -1)
    .toSorted((one, other) => strengthOf(one) - strengthOf(other));
  if (best === undefined) return text;
  const kept = lines.filter((line) => !isChallenge(line) || line === best);
  return `${kept.join('\r\n')}${text.slice(head.length)}`;
}

function isChallenge(line: string): boolean {
  return /^(WWW|Proxy)-Authenticate\s*:/i.test(line);
}

function strengthOf(line: string): number {
  const algorithm = /[\s,]algorithm\s*=\s*"?([A-Za-z0-9-]+)/i.exec(line)?.[1] ?? 'MD5';
  return strengths.indexOf(algorithm.toUpperCase());
}
