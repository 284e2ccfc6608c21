import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js';
import type { Connection } from '../../../shared/contract.ts';
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
  names: Pick<Connection, 'dialedNumberHeader' | 'topicHeader'>,
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
  const topic = names.topicHeader === undefined ? null : plain(one(names.topicHeader) ?? undefined);
  return {
    requestUri: bounded(request.ruri?.toString() ?? ''),
    to: one('To'),
    from: one('From'),
    dialedNumber: all(names.dialedNumberHeader),
    pCalledPartyId: all('P-Called-Party-ID'),
    historyInfo: all('History-Info'),
    diversion: all('Diversion'),
    ...(topic === null ? {} : { topic }),
  };
}

/** A message with header fields. */
type Headers = Pick<IncomingRequestMessage, 'getHeader' | 'getHeaders'>;

/**
 * Who calls: P-Asserted-Identity (RFC 3325), Remote-Party-ID (its forerunner, still sent) or From, in this
 * order; withheld when the caller or the network asks for privacy. Never used to find the line.
 */
export function callerOf(request: Headers): Party {
  return partyOf(request, networkIdentity(request) ?? bounded(request.getHeader('From') ?? ''));
}

/**
 * Who is at the far end now, when the network says so within a call (connected line): after a transfer it
 * is somebody else. Silent about it is null.
 */
export function connectedParty(message: Headers, before: Party): Party | null {
  const identity = networkIdentity(message);
  if (identity === null) return null;
  const party = partyOf(message, identity);
  if (party.number === null) return null;
  const name = party.displayName ?? (party.number === before.number ? before.displayName : null);
  const same = party.number === before.number && name === before.displayName;
  return same ? null : { number: party.number, displayName: name };
}

/** What the network, not the caller, says about the identity. */
function networkIdentity(message: Headers): string | null {
  const values = (name: string): readonly string[] =>
    message
      .getHeaders(name)
      .slice(0, maxValues)
      .flatMap((line) => splitHeaderValues(bounded(line)));
  const all = [...values('P-Asserted-Identity'), ...values('Remote-Party-ID')];
  return all.find((value) => parseNameAddress(value).user !== '') ?? null;
}

function partyOf(message: Headers, identity: string): Party {
  const { user, displayName, parameters } = parseNameAddress(identity);
  const withheld =
    /\b(id|user|header)\b/i.test(bounded(message.getHeader('Privacy') ?? '')) ||
    /^(full|uri)$/i.test(parameters.get('privacy') ?? '') ||
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
