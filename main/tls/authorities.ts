import * as tls from 'node:tls';

/**
 * Whom Node's own connections trust: the authorities that it brings, those of the operating system (a county hands
 * out its own by group policy, and Chromium trusts them already), and an additional file.
 * @param extra PEM text; null: none. What of it is no certificate vouches for nobody
 */
export function trustContext(extra: string | null): tls.SecureContext {
  const ca = new Set([
    ...tls.rootCertificates,
    ...systemAuthorities(),
    ...(extra === null ? [] : [extra]),
  ]);
  return tls.createSecureContext({ ca: [...ca] });
}

/** Empty where this Node cannot read them (before 22.15, as in the fallback runtime, decision 0004). */
function systemAuthorities(): readonly string[] {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof read !== 'function') return [];
  try {
    return tls.getCACertificates('system');
  } catch {
    return []; // a store that cannot be read; the others stay
  }
}
