import { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type DetailedPeerCertificate, type PeerCertificate } from 'node:tls';
import type { CertificatePins } from '../../shared/security/certificate-pins.ts';
import { showsPin } from './pins.ts';

/** Code of the error of a connection whose certificate shows none of the pins. */
export const pinError = 'ERR_CERTIFICATE_PIN';

/**
 * `checkServerIdentity` for Node's own connections: the name as always (RFC 6125), then the pins. Node calls it
 * only after the chain was found to end at an authority.
 */
export function pinCheckedIdentity(
  pins: CertificatePins,
): (host: string, certificate: PeerCertificate) => Error | undefined {
  return (host, certificate) => {
    const wrongName = checkServerIdentity(host, certificate);
    if (wrongName !== undefined) return wrongName;
    if (showsPin(pins, host, chainOf(certificate))) return undefined;
    return Object.assign(new Error(`no pin of ${host}`), { code: pinError });
  };
}

function chainOf(certificate: PeerCertificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let current: PeerCertificate | DetailedPeerCertificate | undefined = certificate;
  // The last one is its own issuer; eight is far beyond any real chain.
  while (current !== undefined && chain.length < 8) {
    chain.push(new X509Certificate(current.raw));
    const issuer: DetailedPeerCertificate | undefined =
      'issuerCertificate' in current ? current.issuerCertificate : undefined;
    current = issuer?.fingerprint256 === current.fingerprint256 ? undefined : issuer;
  }
  return chain;
}
