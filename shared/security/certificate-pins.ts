import { z } from 'zod';

/** SHA-256 of a SubjectPublicKeyInfo in Base64, in the form of RFC 7469 (HPKP) and curl. */
const pin = z
  .string()
  .regex(/^sha256\/[A-Za-z0-9+/]{43}=$/, 'ein Pin der Form sha256/…= (44 Zeichen Base64)');

const host = z
  .string()
  .regex(/^[a-z0-9.:-]{1,253}$/, 'ein Rechnername in Kleinbuchstaben ohne Port');

/**
 * Public keys that a host may show, by host name: one of them has to be in the path from the host's certificate
 * to its authority. Several, so that keys can be changed.
 */
export const certificatePinsSchema = z.record(host, z.array(pin).min(1).max(8));
export type CertificatePins = z.infer<typeof certificatePinsSchema>;
