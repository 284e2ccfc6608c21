/** Header fields of one message in their order on the wire; names in lower case and long form. */
export interface Header {
  readonly name: string;
  readonly value: string;
}
export type Headers = readonly Header[];

/** RFC 3261 §7.3.3, RFC 3265, RFC 3515, RFC 3892, RFC 4028: the compact forms clients use. */
const longForms: Readonly<Record<string, string>> = {
  b: 'referred-by',
  c: 'content-type',
  e: 'content-encoding',
  f: 'from',
  i: 'call-id',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  o: 'event',
  r: 'refer-to',
  s: 'subject',
  t: 'to',
  u: 'allow-events',
  v: 'via',
  x: 'session-expires',
};

/** Splits the head (without start line) into fields and joins folded lines (RFC 3261 §7.3.1). */
export function readHeaders(lines: readonly string[]): Headers {
  const unfolded: string[] = [];
  for (const line of lines) {
    const last = unfolded.length - 1;
    const before = unfolded[last];
    if (/^\s/.test(line) && before !== undefined) unfolded[last] = `${before} ${line.trim()}`;
    else unfolded.push(line);
  }
  return unfolded.map((line) => {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    return {
      name: (Object.hasOwn(longForms, name) ? longForms[name] : undefined) ?? name,
      value: line.slice(colon + 1).trim(),
    };
  });
}

/** Values of all fields of that name, one entry a field line. */
export function valuesOf(headers: Headers, name: string): readonly string[] {
  return headers.filter((header) => header.name === name).map((header) => header.value);
}

export function firstOf(headers: Headers, name: string): string | null {
  return headers.find((header) => header.name === name)?.value ?? null;
}

export function without(headers: Headers, ...names: readonly string[]): Headers {
  return headers.filter((header) => !names.includes(header.name));
}

/** Removes the topmost value of a list header (Via, Route), which may share its line with others. */
export function withoutTop(headers: Headers, name: string): Headers {
  const index = headers.findIndex((header) => header.name === name);
  const header = headers[index];
  if (header === undefined) return headers;
  const rest = splitList(header.value).slice(1).join(', ');
  const kept = rest === '' ? [] : [{ name, value: rest }];
  return [...headers.slice(0, index), ...kept, ...headers.slice(index + 1)];
}

/** Splits a list header at commas that stand outside quotes and angle brackets. */
export function splitList(value: string): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let bracketed = false;
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '<') bracketed = true;
    else if (character === '>') bracketed = false;
    else if (character === ',' && !bracketed) {
      parts.push(value.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(value.slice(start).trim());
  return parts.filter((part) => part !== '');
}

/** Text of a whole message. Content-Length is written anew: in bytes of UTF-8. */
export function serialise(startLine: string, headers: Headers, body: string): string {
  const lines = without(headers, 'content-length').map(
    ({ name, value }) => `${display(name)}: ${value}`,
  );
  const length = `Content-Length: ${String(Buffer.byteLength(body))}`;
  return [startLine, ...lines, length, '', body].join('\r\n');
}

/** Usual spelling, for people who read a trace: `call-id` → `Call-ID`, `x-dialed-number` → `X-Dialed-Number`. */
function display(name: string): string {
  return name
    .replace(/(^|-)([a-z])/g, (_match, dash: string, letter: string) => dash + letter.toUpperCase())
    .replace('Call-Id', 'Call-ID')
    .replace('Cseq', 'CSeq')
    .replace('Www-', 'WWW-');
}
