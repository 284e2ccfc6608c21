/** What may be seen of a value. */
export type Redact = (value: string) => string;

/** A part that was recognised, or the sign that something is hidden. */
export function onlyKnown(part: string | undefined): string {
  return part ?? '…';
}

/** Four digits at most: counters, seconds, hops; never a telephone number. */
export function shortNumber(value: string): string {
  return /^\d{1,4}$/.test(value.trim()) ? value.trim() : '…';
}

/**
 * Kind of a network address, without saying which.
 * @param address IPv4, IPv6, or a name as in ICE candidates
 */
export function addressKind(address: string): string {
  if (/^[\da-f-]+\.local$/i.test(address)) return 'mDNS';
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) {
    if (address.startsWith('127.')) return 'IPv4-lokal';
    return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
      address,
    )
      ? 'IPv4-privat'
      : 'IPv4-öffentlich';
  }
  if (/^[\da-f:]+$/i.test(address) && address.includes(':'))
    return /^(?:::1$|f[cd]|fe[89ab])/i.test(address) ? 'IPv6-privat' : 'IPv6-öffentlich';
  return 'Adresse';
}
