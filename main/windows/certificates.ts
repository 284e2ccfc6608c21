import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { session, type Certificate, type Session } from 'electron';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Log } from '../app/log.ts';
import { pinsFor, pinsOf, showsPin } from '../tls/index.ts';
import { certificatesOf, faultOfChain, pathToAuthority, type CertificateFault } from './chain.ts';

const useChromiumsVerdict = -3;
const trusted = 0;
const refused = -2;

/** Answers why the last handshake with a host was refused, if its certificate was the reason. */
export interface CertificateVerdicts {
  readonly refused: (host: string) => CertificateFault | null;
  /** Pins that a host has shown last, the host's own first (RFC 7469); empty: none was asked for. */
  readonly shown: (host: string) => readonly string[];
  /** Lets another session judge in the same way; every session of Chromium has a verdict of its own. */
  readonly guard: (session: Session) => void;
}

/**
 * Adds the authorities of one PEM file to those the operating system trusts, for this application only, and asks
 * of the hosts in `certificatePins` for one of the keys that are named there.
 */
export function trustCertificates(
  { extraCaFile, certificatePins }: Pick<Settings, 'extraCaFile' | 'certificatePins'>,
  log: Log,
): CertificateVerdicts {
  const authorities = readAuthorities(extraCaFile, log);
  const refusals = new Map<string, CertificateFault>();
  const shown = new Map<string, readonly string[]>();
  /** Pins of a chain that was found to be valid. */
  const pinFault = (
    host: string,
    readChain: () => readonly X509Certificate[],
  ): CertificateFault | null => {
    if (pinsFor(certificatePins, host) === null) return null;
    const chain = readChain();
    shown.set(host, pinsOf(chain));
    return showsPin(certificatePins, host, chain) ? null : 'wrongPin';
  };
  const guard = (guarded: Session): void => {
    guarded.setCertificateVerifyProc((request, decide) => {
      const { hostname, verificationResult } = request;
      const fault = withoutThrowing(log, () =>
        verificationResult === 'net::OK'
          ? pinFault(hostname, () => chainOf(request.validatedCertificate))
          : (faultOf(verificationResult, () =>
              faultOfChain(chainOf(request.certificate), authorities, hostname, new Date()),
            ) ??
            pinFault(
              hostname,
              () => pathToAuthority(chainOf(request.certificate), authorities) ?? [],
            )),
      );
      if (fault === null) {
        refusals.delete(hostname);
        decide(verificationResult === 'net::OK' ? useChromiumsVerdict : trusted);
        return;
      }
      refusals.set(hostname, fault);
      log.warn('security', 'certificate refused', { verificationResult, fault });
      // Chromium's own verdict keeps its reason, but where it has none against it, ours decides.
      decide(verificationResult === 'net::OK' ? refused : useChromiumsVerdict);
    });
  };
  guard(session.defaultSession);
  return {
    refused: (host) => refusals.get(host) ?? null,
    shown: (host) => shown.get(host) ?? [],
    guard,
  };
}

/** A certificate that cannot be read vouches for nobody; without a decision the handshake would hang. */
function withoutThrowing(log: Log, judge: () => CertificateFault | null): CertificateFault | null {
  try {
    return judge();
  } catch (error) {
    log.warn('security', 'certificate not readable', { reason: String(error) });
    return 'untrusted';
  }
}

/** @param byOurAuthorities asked only where Chromium does not know the authority */
function faultOf(
  verdict: string,
  byOurAuthorities: () => CertificateFault | null,
): CertificateFault | null {
  switch (verdict) {
    case 'net::OK':
      return null;
    case 'net::ERR_CERT_AUTHORITY_INVALID':
      return byOurAuthorities();
    case 'net::ERR_CERT_DATE_INVALID':
      return 'outOfDate';
    case 'net::ERR_CERT_COMMON_NAME_INVALID':
      return 'wrongName';
    default:
      return 'untrusted';
  }
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
