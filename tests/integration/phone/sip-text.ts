import {
  IncomingRequestMessage,
  IncomingResponseMessage,
  LoggerFactory,
  Parser,
} from 'sip.js/lib/core/index.js';

/** Reading and writing SIP for the far side of the wire, with SIP.js's own parser. */
const factory = new LoggerFactory();
factory.builtinEnabled = false;
const logger = factory.getLogger('far-side');

/** What the far side answers. */
export interface Reply {
  readonly status: number;
  readonly headers?: readonly string[];
  readonly body?: string;
}

export function parse(text: string): IncomingRequestMessage | IncomingResponseMessage {
  const message = Parser.parseMessage(text, logger);
  if (message === undefined) throw new Error(`the phone sent something that is no SIP:\n${text}`);
  return message;
}

/** Builds a message; the body, if there is one, is a session description. */
export function writeMessage(
  startLine: string,
  headers: readonly string[],
  body = '',
  contentType = 'application/sdp',
): string {
  const type = body === '' ? [] : [`Content-Type: ${contentType}`];
  const length = `Content-Length: ${String(Buffer.byteLength(body))}`;
  return `${[startLine, ...headers, ...type, length].join('\r\n')}\r\n\r\n${body}`;
}

/** Builds a response. @param toTag tag of the far side's end of the dialog */
export function writeReply(
  request: IncomingRequestMessage,
  { status, headers = [], body = '' }: Reply,
  toTag: string,
): string {
  const to = request.getHeader('To') ?? '';
  return writeMessage(
    `SIP/2.0 ${String(status)} ${status < 200 ? 'Trying' : 'Answer'}`,
    [
      ...request.getHeaders('Via').map((via) => `Via: ${via}`),
      `From: ${request.getHeader('From') ?? ''}`,
      `To: ${to.includes(';tag=') || status === 100 ? to : `${to};tag=${toTag}`}`,
      `Call-ID: ${request.callId}`,
      `CSeq: ${request.getHeader('CSeq') ?? ''}`,
      ...headers,
    ],
    body,
  );
}

export { IncomingRequestMessage, IncomingResponseMessage };
