import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js';
import type { Party } from '../../../shared/call/call.ts';
import type { CalledNumberHeaders } from '../../../shared/lines/called-number.ts';
import { parseNameAddress, splitHeaderValues } from '../../../shared/lines/header-values.ts';

/** Bounds of what a stranger may hand on; the contract has the same. */
const maxValues = 20;
const maxLength = 4096;
const maxName = 128;

/** Header values of an INVITE from which main reads the dialled number; raw, but bounded. */
export function calledNumberHeaders(
  request: IncomingRequestMessage,
  dialedNumberHeader: string,
): CalledNumberHeaders {
  const all = (name: string): string[] =>
    request
      .getHeaders(name)
      .slice(0, maxValues)
      .map((value) => bounded(value));
  const one = (name: string): string | null => {
    const value = request.getHeader(name);
    return value === undefined ? null : bounded(value);
  };
  return {
    requestUri: bounded(request.ruri?.toString() ?? ''),
    to: one('To'),
    from: one('From'),
    dialedNumber: all(dialedNumberHeader),
    pCalledPartyId: all('P-Called-Party-ID'),
    historyInfo: all('History-Info'),
    diversion: all('Diversion'),
  };
}

/**
 * Who calls: P-Asserted-Identity (RFC 3325) before From; withheld when the caller or the network asks
 * for privacy. Never used to find the line.
 */
export function callerOf(request: IncomingRequestMessage): Party {
  const asserted = request
    .getHeaders('P-Asserted-Identity')
    .slice(0, maxValues)
    .flatMap((line) => splitHeaderValues(bounded(line)));
  const identity =
    asserted.find((value) => parseNameAddress(value).user !== '') ??
    bounded(request.getHeader('From') ?? '');
  const { user, displayName } = parseNameAddress(identity);
  const withheld =
    /\b(id|user|header)\b/i.test(bounded(request.getHeader('Privacy') ?? '')) ||
    /^anonymous$/i.test(user) ||
    /@anonymous\.invalid\b/i.test(identity);
  if (withheld) return { number: null, displayName: null };
  return { number: plain(user), displayName: plain(displayName) };
}

function bounded(value: string): string {
  return value.slice(0, maxLength);
}

/** Text without control characters, bounded; null when nothing is left. Markup stays text. */
export function plain(value: string | undefined): string | null {
  const text = (value ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, maxName);
  return text === '' ? null : text;
}
