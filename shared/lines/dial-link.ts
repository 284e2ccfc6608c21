/** Longest number or name that is taken from a link. */
const maxLength = 64;

/**
 * What a telephone link asks to dial: `tel:` (RFC 3966), `sip:` and `sips:` (RFC 3261 19.1, the user part:
 * where it is reached is the PBX's business) and `callto:`. null for everything else, and for feature codes:
 * a page must not be able to forward somebody's telephone.
 */
export function dialLinkOf(argument: string): string | null {
  const [, scheme, rest] = /^(tel|sips?|callto):(?:\/\/)?(.*)$/is.exec(argument.trim()) ?? [];
  if (scheme === undefined || rest === undefined) return null;
  const [target = ''] = rest.split(/[;?]/);
  const written = decoded(/^sip/i.test(scheme) ? (target.split('@')[0] ?? '') : target)?.trim();
  if (written === undefined || written === '' || written.length > maxLength) return null;
  if (/[\p{Cc}\p{Cf}*#]/u.test(written)) return null;
  return written;
}

/** The first link among the arguments of a start. */
export function dialLinkIn(argv: readonly string[]): string | null {
  for (const argument of argv) {
    const link = dialLinkOf(argument);
    if (link !== null) return link;
  }
  return null;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
