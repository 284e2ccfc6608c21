/**
 * Tolerant reading of SIP header values in which a called number may stand. Strictness would lose
 * calls: PBXs write quoted reasons, upper-case parameters, bare URIs and bare numbers.
 */

/** A value of the form `"name" <uri>;param=value` (RFC 3261 name-addr or addr-spec) or a bare number. */
export interface NameAddress {
  /** Unquoted display name, empty when there is none. */
  readonly displayName: string;
  /** Decoded user part without its parameters; empty when the value has none. */
  readonly user: string;
  /** Header parameters, names in lower case, values unquoted. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Splits a header line at the commas that are neither in quotes nor in angle brackets. */
export function splitHeaderValues(line: string): readonly string[] {
  return splitOutside(line, ',');
}

/** Reads one value; never fails, an unreadable value has an empty user. */
export function parseNameAddress(value: string): NameAddress {
  const open = indexOutsideQuotes(value, '<');
  if (open === -1) {
    // addr-spec without brackets: everything after the first ; belongs to the header (RFC 3261 20).
    const [uri = '', ...parameters] = splitOutside(value, ';');
    return { displayName: '', user: userOf(uri), parameters: parametersOf(parameters) };
  }
  const close = value.indexOf('>', open);
  const uri = value.slice(open + 1, close === -1 ? undefined : close);
  const rest = close === -1 ? '' : value.slice(close + 1);
  return {
    displayName: unquote(value.slice(0, open)),
    user: userOf(uri),
    parameters: parametersOf(splitOutside(rest, ';')),
  };
}

/** User part of a sip:, sips: or tel: URI, or the text itself when it has no scheme. */
export function userOf(uri: string): string {
  const scheme = /^\s*(sips?|tel):/i.exec(uri);
  const rest = scheme === null ? uri.trim() : uri.slice(scheme[0].length);
  const isTel = scheme?.[1]?.toLowerCase() === 'tel';
  const at = rest.indexOf('@');
  // `sip:host` names nobody; only a bare text or tel: may do without @.
  const user = at === -1 ? (scheme === null || isTel ? rest : '') : rest.slice(0, at);
  const [bare = ''] = user.split(/[;?:]/, 1);
  return decoded(bare).trim();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parametersOf(parts: readonly string[]): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = (equals === -1 ? part : part.slice(0, equals)).trim().toLowerCase();
    if (name !== '') parameters.set(name, equals === -1 ? '' : unquote(part.slice(equals + 1)));
  }
  return parameters;
}

function unquote(text: string): string {
  const trimmed = text.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"?$/s.exec(trimmed)?.[1];
  return (quoted === undefined ? trimmed : quoted.replace(/\\(.)/gs, '$1')).trim();
}

function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let bracketed = false;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === '<') bracketed = true;
    else if (!quoted && character === '>') bracketed = false;
    else if (!quoted && !bracketed && character === separator) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function indexOutsideQuotes(text: string, wanted: string): number {
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === wanted) return index;
  }
  return -1;
}
