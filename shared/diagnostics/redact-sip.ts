import { redactSdp } from './redact-sdp.ts';
import { onlyKnown, shortNumber, type Redact } from './vocabulary.ts';

const methods =
  'INVITE ACK BYE CANCEL REGISTER OPTIONS SUBSCRIBE NOTIFY REFER UPDATE INFO MESSAGE PRACK PUBLISH';
const methodSet = new Set(methods.split(' '));
const optionTags = new Set(
  'outbound path replaces timer 100rel gruu norefersub tdialog ice eventlist histinfo'.split(' '),
);
const events = new Set('dialog message-summary presence refer'.split(' '));
const bodies = new Set(
  'application/sdp application/dialog-info+xml application/simple-message-summary application/dtmf-relay message/sipfrag'.split(
    ' ',
  ),
);

/** What may be seen of a header's value; headers that are not listed show nothing at all. */
const headers: Readonly<Record<string, Redact>> = {
  Via: (value) => onlyKnown(/SIP\/2\.0\/(?:WSS|WS|TLS|TCP|UDP)/.exec(value)?.[0]),
  'Max-Forwards': shortNumber,
  From: () => '…',
  To: () => '…',
  Contact: () => '…',
  CSeq: (value) => {
    const words = value.split(/\s+/);
    const [number = ''] = words;
    const method = words.at(-1) ?? '';
    return `${shortNumber(number)} ${methodSet.has(method) ? method : '…'}`;
  },
  'Content-Type': (value) => onlyKnown(bodies.has(value.toLowerCase()) ? value : undefined),
  Expires: shortNumber,
  'Min-Expires': shortNumber,
  'Session-Expires': (value) => shortNumber(value.split(';')[0] ?? ''),
  'Min-SE': shortNumber,
  'Retry-After': (value) => shortNumber(value.split(/[;\s(]/)[0] ?? ''),
  Allow: (value) => listOf(value, methodSet),
  Supported: (value) => listOf(value, optionTags),
  Require: (value) => listOf(value, optionTags),
  Unsupported: (value) => listOf(value, optionTags),
  Event: (value) => listOf(value.split(';')[0] ?? '', events),
  'Subscription-State': (value) => onlyKnown(/^(?:active|pending|terminated)/.exec(value)?.[0]),
  Reason: (value) => onlyKnown(/\bcause=\d{1,3}(?!\d)/.exec(value)?.[0]),
  Warning: (value) => onlyKnown(/^\d{3}(?!\d)/.exec(value)?.[0]),
  'WWW-Authenticate': challenge,
  'Proxy-Authenticate': challenge,
  Authorization: challenge,
  'Proxy-Authorization': challenge,
  Server: product,
  'User-Agent': product,
};
const byLowerCase = new Map(
  Object.entries(headers).map(([name, see]) => [name.toLowerCase(), { name, see }]),
);

/**
 * Shows of SIP messages what a help desk needs and nothing of whom they are about. It lets through what it
 * knows (methods, status codes, names of known headers, tokens of the standards) instead of looking for what
 * it should hide, so that nothing unforeseen passes: no number, name, address, tag, password, free text.
 * Calls are told apart by numbers counted up. One redactor for each trace.
 */
export function createSipRedactor(): (message: string) => string {
  const calls = new Map<string, number>();
  const label = (callId: string): string => {
    const known = calls.get(callId) ?? calls.size + 1;
    calls.set(callId, known);
    return `#${known % 10_000}`;
  };
  return (message) => {
    const [head, body] = split(message);
    const [first = '', ...rest] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
    const start = startLine(first);
    if (start === null) return '(keine SIP-Nachricht)';
    const lines = rest.map((line) => header(line, label));
    const sdp = /^content-type\s*:\s*application\/sdp/im.test(head);
    const content = body.trim() === '' ? [] : sdp ? redactSdp(body) : ['(Inhalt)'];
    return [start, ...lines, ...(content.length === 0 ? [] : ['', ...content])].join('\n');
  };
}

function split(message: string): readonly [string, string] {
  const end = /\r?\n\r?\n/.exec(message);
  if (end === null) return [message, ''];
  return [message.slice(0, end.index), message.slice(end.index + end[0].length)];
}

function startLine(line: string): string | null {
  const status = /^SIP\/2\.0 (\d{3}) /.exec(`${line} `)?.[1];
  if (status !== undefined) return `SIP/2.0 ${status}`;
  const [method = ''] = line.split(' ');
  return methodSet.has(method) && line.endsWith(' SIP/2.0') ? `${method} … SIP/2.0` : null;
}

function header(line: string, label: (callId: string) => string): string {
  const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
  if (/^(?:call-id|i)\s*$/i.test(name)) return `Call-ID: ${label(value)}`;
  const known = byLowerCase.get(name.trim().toLowerCase());
  return known === undefined ? '(Header): …' : `${known.name}: ${known.see(value.trim())}`;
}

function listOf(value: string, known: ReadonlySet<string>): string {
  const tokens = value.split(',').map((token) => token.trim());
  return tokens.map((token) => (known.has(token) ? token : '…')).join(', ');
}

/** Scheme and algorithm of a challenge or of the answer to it (RFC 7616, RFC 8760). */
function challenge(value: string): string {
  const algorithm = /\balgorithm="?(MD5|SHA-256|SHA-512-256)(?![\w-])/i.exec(value)?.[1];
  const scheme = /^digest\s/i.test(value) ? 'Digest' : '…';
  return `${scheme} algorithm=${algorithm?.toUpperCase() ?? '…'}`;
}

const products =
  'Amtsdraht|Asterisk PBX|FPBX|FreeSWITCH|Kamailio|OpenSIPS|3CX|STARFACE|innovaphone';
const productPattern = new RegExp(
  `^(?:${products})(?:[ /-]\\d{1,2}(?:\\.\\d{1,2}){0,2}(?![\\d.]))?`,
  'i',
);

/** Names of telephone systems that are known, with a version of two digits each. */
function product(value: string): string {
  return onlyKnown(productPattern.exec(value)?.[0]);
}
