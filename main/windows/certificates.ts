import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { session, type Certificate } from 'electron';
import type { Log } from '../app/log.ts';
import { certificatesOf, chainIsTrusted } from './chain.ts';

const useChromiumsVerdict = -3;
const trusted = 0;

/** Answers why the last handshake with a host was refused, if its certificate was the reason. */
export interface CertificateVerdicts {
  readonly refused: (host: string) => string | null;
}

/**
 * Adds the authorities of one PEM file to those the operating system trusts, for this application only.
 * @param extraCaFile undefined: the operating system alone decides
 */
export function trustCertificates(extraCaFile: string | undefined, log: Log): CertificateVerdicts {
  const authorities = readAuthorities(extraCaFile, log);
  const refusals = new Map<string, string>();
  session.defaultSession.setCertificateVerifyProc((request, decide) => {
    const { hostname, verificationResult } = request;
    if (verificationResult === 'net::OK') {
      refusals.delete(hostname);
      decide(useChromiumsVerdict);
      return;
    }
    const chain = chainOf(request.certificate);
    if (
      verificationResult === 'net::ERR_CERT_AUTHORITY_INVALID' &&
      chainIsTrusted(chain, authorities, hostname, new Date())
    ) {
      refusals.delete(hostname);
      decide(trusted);
      return;
    }
    refusals.set(hostname, verificationResult);
    log.warn('security', 'certificate refused', { verificationResult });
    decide(useChromiumsVerdict);
  });
  return { refused: (host) => refusals.get(host) ?? null };
}

function readAuthorities(file: string | undefined, log: Log): readonly X509Certificate[] {
  if (file === undefined) return [];
  try {
    return certificatesOf(readFileSync(file, 'utf8'));
  } catch (error) {
    log.error('security', `Zertifikatsdatei nicht lesbar: ${file}`, { reason: String(error) });
    return [];
  }
}

function chainOf(certificate: Certificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let current: Certificate | undefined = certificate;
  // A self-signed certificate is its own issuer; eight is far beyond any real chain.
  while (current !== undefined && chain.length < 8) {
    chain.push(new X509Certificate(current.data));
    // Typed as always there; the last one of an incomplete chain has none.
    const issuer = current.issuerCert as Certificate | undefined;
    current = issuer?.fingerprint === current.fingerprint ? undefined : issuer;
  }
  return chain;
}
