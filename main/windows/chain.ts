import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** All certificates of a PEM text. @throws if one of them cannot be read */
export function certificatesOf(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

/** What is wrong with a certificate: who signed it, its dates, the name it is for, its key. */
export type CertificateFault = 'untrusted' | 'outOfDate' | 'wrongName' | 'wrongPin';

/**
 * What keeps `chain` (server certificate first) from being valid for `host` at `now` and from ending at
 * one of the additional authorities; null: nothing. Chromium has already refused it for the unknown
 * authority, and that verdict hides every other one, so name, dates and signatures are checked here once
 * more (RFC 5280 6.1, RFC 6125 for the name).
 */
export function faultOfChain(
  chain: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
  host: string,
  now: Date,
): CertificateFault | null {
  const path = pathToAuthority(chain, authorities);
  const [server] = chain;
  if (path === null || server === undefined) return 'untrusted';
  if (!path.every((certificate) => inForce(certificate, now))) return 'outOfDate';
  return namedFor(server, host) ? null : 'wrongName';
}

/** The certificates from the server's to the authority that vouches for it; null: none does. */
export function pathToAuthority(
  chain: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
): readonly X509Certificate[] | null {
  const path: X509Certificate[] = [];
  for (const [index, current] of chain.entries()) {
    path.push(current);
    const anchor = authorities.find((authority) => signedBy(current, authority));
    if (anchor !== undefined) return anchor.ca ? [...path, anchor] : null;
    const next = chain[index + 1];
    if (next?.ca !== true || !signedBy(current, next)) return null;
  }
  return null;
}

function namedFor(certificate: X509Certificate, host: string): boolean {
  const literal = host.replace(/^\[|\]$/g, '');
  // checkIP throws at what is no address.
  const isAddress = isIP(literal) !== 0;
  return (isAddress ? certificate.checkIP(literal) : certificate.checkHost(literal)) !== undefined;
}

function inForce(certificate: X509Certificate, now: Date): boolean {
  return new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo);
}

function signedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
