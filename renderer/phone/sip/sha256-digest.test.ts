import fc from 'fast-check';
import { LoggerFactory, type OutgoingRequestMessage } from 'sip.js/lib/core/index.js';
import { describe, expect, it } from 'vitest';
import { Sha256Digest, withStrongestChallenge } from './sha256-digest.ts';

const log = new LoggerFactory();
log.builtinEnabled = false;

describe('Sha256Digest', () => {
  const request = {
    method: 'GET',
    ruri: '/dir/index.html',
  } as unknown as OutgoingRequestMessage;
  const challenge = {
    algorithm: 'SHA-256',
    realm: 'http-auth@example.org',
    nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
    opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
    qop: ['auth', 'auth-int'],
  };
  const digest = (): Sha256Digest =>
    new Sha256Digest(
      log,
      { user: 'Mufasa', password: 'Circle of Life' },
      () => 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
    );

  it('answers as the example of RFC 7616 3.9.1 does', () => {
    const answering = digest();
    expect(answering.authenticate(request, challenge)).toBe(true);
    const header = answering.toString();
    expect(header).toContain(
      'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"',
    );
    expect(header).toContain('algorithm=SHA-256');
    expect(header).toContain(`opaque="${challenge.opaque}"`);
    expect(header).toContain('nc=00000001');
    answering.authenticate(request, challenge);
    expect(answering.toString()).toContain('nc=00000002');
  });

  it('leaves MD5 to SIP.js, also after SHA-256, and refuses what neither knows', () => {
    const answering = digest();
    answering.authenticate(request, challenge);
    expect(answering.authenticate(request, { ...challenge, algorithm: 'MD5' })).toBe(true);
    expect(answering.toString()).toContain('algorithm=MD5');
    expect(answering.authenticate(request, { ...challenge, algorithm: 'SHA-512-256' })).toBe(false);
    expect(answering.authenticate(request, { ...challenge, qop: ['auth-int'] })).toBe(false);
    expect(answering.authenticate(request, { ...challenge, qop: undefined })).toBe(false);
  });
});

describe('withStrongestChallenge', () => {
  const md5 = 'WWW-Authenticate: Digest realm="a",nonce="1",algorithm=MD5';
  const sha = 'WWW-Authenticate: Digest algorithm="SHA-256", realm="a",nonce="2"';
  const bare = 'www-authenticate: Digest realm="a",nonce="3"';
  const other = 'WWW-Authenticate: Digest realm="a",nonce="4",algorithm=SHA-512-256';
  const response = (...lines: readonly string[]): string =>
    ['SIP/2.0 401 Unauthorized', 'Call-ID: x', ...lines, 'Content-Length: 0', '', ''].join('\r\n');

  it.each([
    [[md5, sha], sha],
    [[sha, md5], sha],
    [[md5, other], md5],
    [[other, bare], bare],
    [[other, md5, sha, bare], sha],
  ])('trap 26: of %j the strongest that we know is left: %s', (lines, kept) => {
    expect(withStrongestChallenge(response(...lines))).toBe(response(kept));
  });

  it('leaves one challenge, unknown ones and other messages alone', () => {
    for (const text of [response(md5), response(other), response(other, other), response()])
      expect(withStrongestChallenge(text)).toBe(text);
    const ok = response(md5, sha).replace('401', '200');
    expect(withStrongestChallenge(ok)).toBe(ok);
  });

  it('a body that looks like a challenge stays, and nothing makes it throw', () => {
    const body = `${response(md5, sha)}${md5}\r\n${sha}`;
    expect(withStrongestChallenge(body).endsWith(`${md5}\r\n${sha}`)).toBe(true);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(withStrongestChallenge(text)).toBe(text);
        withStrongestChallenge(`SIP/2.0 401 ${text}`);
      }),
    );
  });
});
