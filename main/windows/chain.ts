import { X509Certificate } from 'node:crypto';

/** All certificates of a PEM text. @throws if one of them cannot be read */
export function certificatesOf(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

/**
 * Whether `chain` (server certificate first) is valid for `host` at `now` and ends at one of the
 * additional authorities. Chromium has already refused it for the unknown authority, and that verdict
 * hides every other one, so name, dates and signatures are checked here once more (RFC 5280 6.1, RFC
 * 6125 for the name).
 */
export function chainIsTrusted(
  chain: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
  host: string,
  now: Date,
): boolean {
  const [server] = chain;
  if (server === undefined || !namedFor(server, host)) return false;
  let current = server;
  for (const next of [...chain.slice(1), null]) {
    if (!inForce(current, now)) return false;
    const anchor = authorities.find((authority) => signedBy(current, authority));
    if (anchor !== undefined) return anchor.ca && inForce(anchor, now);
    if (next === null || !next.ca || !signedBy(current, next)) return false;
    current = next;
  }
  return false;
}

function namedFor(certificate: X509Certificate, host: string): boolean {
  const literal = host.replace(/^\[|\]$/g, '');
  return certificate.checkHost(literal) !== undefined || certificate.checkIP(literal) !== undefined;
}

function inForce(certificate: X509Certificate, now: Date): boolean {
  return new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo);
}

function signedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
