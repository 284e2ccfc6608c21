import { LoggerFactory } from 'sip.js/lib/core/log/logger-factory.js';
import { IncomingRequestMessage } from 'sip.js/lib/core/messages/incoming-request-message.js';
import type { IncomingResponseMessage } from 'sip.js/lib/core/messages/incoming-response-message.js';
import { Parser } from 'sip.js/lib/core/messages/parser.js';
import { firstOf, readHeaders, valuesOf, type Headers } from './headers.ts';

/** A request as far as a proxy has to understand it; everything else stays text. */
export interface SipRequest {
  readonly kind: 'request';
  readonly method: string;
  /** Request-URI as written. */
  readonly uri: string;
  readonly target: {
    readonly user: string | null;
    readonly host: string;
    readonly port: number | null;
  };
  readonly headers: Headers;
  readonly body: string;
  /** Branch of the topmost Via: names the transaction (RFC 3261 §8.1.1.7). */
  readonly branch: string;
  readonly toTag: string | null;
  /** null: header missing. */
  readonly maxForwards: number | null;
}

export interface SipResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly startLine: string;
  readonly headers: Headers;
  readonly body: string;
  /** Branch of the topmost Via, which is ours. */
  readonly branch: string;
  /** Method of the CSeq: tells the answer to a CANCEL from that to its INVITE. */
  readonly method: string;
}

export type Parsed =
  | SipRequest
  | SipResponse
  /** RFC 5626 §4.4.1 (also used on WebSockets): CRLF CRLF asks for a CRLF. */
  | { readonly kind: 'keepAlive'; readonly ping: boolean }
  /** A request that breaks the rules but says where to send a 400. */
  | { readonly kind: 'badRequest'; readonly headers: Headers; readonly method: string }
  | { readonly kind: 'garbage' };

// The parser wants a logger. What it would say quotes the message, which may name a person.
const factory = new LoggerFactory();
factory.builtinEnabled = false;
const silent = factory.getLogger('switchboard');

const garbage = { kind: 'garbage' } as const;

/**
 * Reads one WebSocket message, which holds exactly one SIP message (RFC 7118 §5). SIP.js's own parser
 * decides what is well formed, so that the switchboard and the phone agree; never throws.
 */
export function parseMessage(text: string): Parsed {
  if (/^(\r\n)+$/.test(text)) return { kind: 'keepAlive', ping: text.length >= 4 };
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd === -1) return garbage;
  const head = text.slice(0, headEnd);
  // A lone CR or LF would be a line end to one reader and none to another.
  if (/\r(?!\n)|(?<!\r)\n|\0/.test(head)) return garbage;
  const parsed = accept(text);
  if (parsed === null) return garbage;

  const [startLine = '', ...lines] = head.split('\r\n');
  const headers = readHeaders(lines);
  const body = cutBody(text.slice(headEnd + 4), firstOf(headers, 'content-length'));
  const branch = present(parsed.viaBranch);
  const cseqMethod = /^\d+\s+(\S+)$/.exec(firstOf(headers, 'cseq') ?? '')?.[1];
  const complete =
    body !== null &&
    branch !== null &&
    ['from', 'to', 'call-id', 'cseq'].every((name) => valuesOf(headers, name).length === 1) &&
    present(parsed.callId) !== null;

  if (!(parsed instanceof IncomingRequestMessage)) {
    const status = parsed.statusCode;
    if (!complete || cseqMethod === undefined || status === undefined) return garbage;
    return { kind: 'response', status, startLine, headers, body, branch, method: cseqMethod };
  }
  const { method, ruri } = parsed;
  const maxForwards = firstOf(headers, 'max-forwards');
  if (!complete || cseqMethod !== method || ruri === undefined)
    return headers.some(({ name }) => name === 'via')
      ? { kind: 'badRequest', headers, method }
      : garbage;
  return {
    kind: 'request',
    method,
    uri: startLine.split(' ')[1] ?? '',
    target: { user: present(ruri.user), host: ruri.host, port: ruri.port ?? null },
    headers,
    body,
    branch,
    toTag: present(parsed.toTag),
    maxForwards: maxForwards === null ? null : Number(maxForwards),
  };
}

function accept(text: string): IncomingRequestMessage | IncomingResponseMessage | null {
  try {
    return Parser.parseMessage(text, silent) ?? null;
  } catch {
    // Odd input reaches corners of the generated grammar that throw; the sender is at fault, not we.
    return null;
  }
}

/** Content-Length counts bytes; null: the message was cut short (RFC 3261 §18.3). */
function cutBody(body: string, contentLength: string | null): string | null {
  if (contentLength === null) return body;
  const bytes = Buffer.from(body);
  const length = Number(contentLength);
  return bytes.length < length ? null : bytes.subarray(0, length).toString();
}

/** SIP.js declares fields as strings that it leaves undefined when the header says nothing. */
function present(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
