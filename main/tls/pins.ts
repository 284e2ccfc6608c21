import { createHash, type X509Certificate } from 'node:crypto';
import type { CertificatePins } from '../../shared/security/certificate-pins.ts';

/** Pin of a certificate's key (RFC 7469 2.4): it stays when the certificate is renewed for the same key. */
function pinOf(certificate: X509Certificate): string {
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return `sha256/${createHash('sha256').update(spki).digest('base64')}`;
}

/**
 * Pins of a certificate and of those above it, as far as each has really signed the one below: a certificate that
 * was only sent along vouches for nothing.
 * @param chain the host's certificate first
 */
export function pinsOf(chain: readonly X509Certificate[]): readonly string[] {
  const path: X509Certificate[] = [];
  for (const certificate of chain) {
    const below = path.at(-1);
    if (below !== undefined && !vouches(certificate, below)) break;
    path.push(certificate);
  }
  return path.map(pinOf);
}

function vouches(issuer: X509Certificate, below: X509Certificate): boolean {
  return issuer.ca && below.checkIssued(issuer) && below.verify(issuer.publicKey);
}

/** Pins that the settings name for a host; null: any key will do. @param host as in an address, without port */
export function pinsFor(pins: CertificatePins, host: string): readonly string[] | null {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return Object.hasOwn(pins, name) ? (pins[name] ?? null) : null;
}

/** Whether a chain shows one of the pins that are named for its host, or none is named. */
export function showsPin(
  pins: CertificatePins,
  host: string,
  chain: readonly X509Certificate[],
): boolean {
  const named = pinsFor(pins, host);
  if (named === null) return true;
  const shown = pinsOf(chain);
  return named.some((each) => shown.includes(each));
}
