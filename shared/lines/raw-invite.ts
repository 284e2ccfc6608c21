import { failure, success, type Result } from '../result.ts';
import type { CalledNumberHeaders } from './called-number.ts';

/** Why a text is not an INVITE. */
export type InviteFailure = 'empty' | 'notSip' | 'notInvite';

/** The same bounds as calledNumberHeadersSchema. */
const maxValues = 20;
const maxLength = 4096;

/** Compact header names of RFC 3261 7.3.3. */
const compactNames: Readonly<Record<string, string>> = { t: 'to', f: 'from' };

/**
 * Reads the headers that matter for the line from an INVITE as it was on the wire (a trace, a test
 * file). Line ends may be CRLF or LF, folded lines are joined, header names have any case; the body is
 * not looked at.
 */
export function readInvite(
  text: string,
  dialedNumberHeader: string,
): Result<CalledNumberHeaders, InviteFailure> {
  const message = text.replace(/^\uFEFF/, '').replace(/^\s+/, '');
  if (message === '') return failure('empty');
  const [head = ''] = message.split(/\r?\n\r?\n/, 1);
  const [startLine = '', ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const request = /^([A-Z]+) (\S+) SIP\/2\.0\s*$/.exec(startLine);
  if (request === null) return failure(startLine.startsWith('SIP/2.0 ') ? 'notInvite' : 'notSip');
  const [, method, requestUri = ''] = request;
  if (method !== 'INVITE') return failure('notInvite');

  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const written = line.slice(0, colon).trim().toLowerCase();
    const name = compactNames[written] ?? written;
    const values = headers.get(name) ?? [];
    if (values.length < maxValues)
      values.push(
        line
          .slice(colon + 1)
          .trim()
          .slice(0, maxLength),
      );
    headers.set(name, values);
  }
  const all = (name: string): string[] => headers.get(name.toLowerCase()) ?? [];
  return success({
    requestUri: requestUri.slice(0, maxLength),
    to: all('To')[0] ?? null,
    from: all('From')[0] ?? null,
    dialedNumber: all(dialedNumberHeader),
    pCalledPartyId: all('P-Called-Party-ID'),
    historyInfo: all('History-Info'),
    diversion: all('Diversion'),
  });
}
