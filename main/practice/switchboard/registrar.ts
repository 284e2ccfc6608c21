import { note, send, type Action, type ConnectionId } from './action.ts';
import type { Binding, Bindings } from './bindings.ts';
import { firstOf, splitList, valuesOf, type Header } from './headers.ts';
import type { SipRequest } from './message.ts';
import { reply } from './reply.ts';

const defaultExpiresSeconds = 600;
const longestExpiresSeconds = 3600;

/** One entry of a Contact header of a REGISTER. */
interface Contact {
  readonly uri: string;
  readonly instance: string | null;
  readonly expiresSeconds: number;
}

/**
 * Carries out a REGISTER whose sender has proven to be `user` (RFC 3261 §10.3, steps 5 to 8).
 * Answers 200 with all contacts of the user (SIP.js stops registering without its own one, trap B2-5),
 * 403 if the address of record is someone else's, 400 if a Contact cannot be read.
 */
export function register(
  request: SipRequest,
  sender: { readonly user: string; readonly connection: ConnectionId },
  bindings: Bindings,
  now: number,
): readonly Action[] {
  const { user, connection } = sender;
  const respond = (status: 200 | 400 | 403, extra: readonly Header[] = []): Action =>
    send(connection, reply(request, status, extra));
  if (addressOfRecord(firstOf(request.headers, 'to') ?? '') !== user)
    return [respond(403), note('warn', 'REGISTER for another user refused')];

  const contacts = readContacts(request);
  if (contacts === null) return [respond(400)];
  const before = bindings.of(user).length;
  for (const { uri, instance, expiresSeconds } of contacts) {
    if (uri === '*') bindings.remove((binding) => binding.user === user);
    else if (expiresSeconds === 0)
      bindings.remove((binding) => binding.user === user && binding.uri === uri);
    else bindings.put({ user, uri, instance, connection, expiresAt: now + expiresSeconds * 1000 });
  }
  const current = bindings.of(user);
  const listed = current.map((binding) => contactHeader(binding, now));
  const date = { name: 'date', value: new Date(now).toUTCString() };
  return [respond(200, [...listed, date]), ...presence(user, before, current.length)];
}

/** Tells a user that came or went; a refresh is neither. */
function presence(user: string, before: number, after: number): readonly Action[] {
  if (before === 0 && after > 0) return [{ do: 'registered', user }];
  return before > 0 && after === 0 ? [{ do: 'unregistered', user }] : [];
}

/** User part of a To header: `"Name" <sip:desk@domain>;tag=…` → `desk`. */
function addressOfRecord(to: string): string | null {
  return /sips?:([^@>;]+)@/i.exec(to)?.[1] ?? null;
}

/** null: unreadable, or `*` beside others or with an expiry other than 0 (§10.3 step 6). */
function readContacts(request: SipRequest): readonly Contact[] | null {
  const general = firstOf(request.headers, 'expires');
  const values = valuesOf(request.headers, 'contact').flatMap(splitList);
  if (values.includes('*'))
    return values.length === 1 && general === '0'
      ? [{ uri: '*', instance: null, expiresSeconds: 0 }]
      : null;
  const contacts: Contact[] = [];
  for (const value of values) {
    const parts = /^[^<]*<([^<>]+)>(.*)$/.exec(value) ?? /^([^<>;]+)(.*)$/.exec(value);
    const [, uri, parameters = ''] = parts ?? [];
    if (uri === undefined || !/^sips?:[^\s]+$/i.test(uri)) return null;
    const expires = /;\s*expires\s*=\s*(\d{1,10})/i.exec(parameters)?.[1] ?? general;
    const instance = /;\s*\+sip\.instance\s*=\s*"([^"]*)"/i.exec(parameters)?.[1] ?? null;
    contacts.push({ uri, instance, expiresSeconds: grantedSeconds(expires) });
  }
  return contacts;
}

/** A registrar may shorten what is asked for (§10.3 step 7); an unreadable value counts as none. */
function grantedSeconds(asked: string | null): number {
  if (asked === null || !/^\d{1,10}$/.test(asked)) return defaultExpiresSeconds;
  return Math.min(Number(asked), longestExpiresSeconds);
}

function contactHeader(binding: Binding, now: number): Header {
  const seconds = Math.max(1, Math.round((binding.expiresAt - now) / 1000));
  const instance = binding.instance === null ? '' : `;+sip.instance="${binding.instance}";reg-id=1`;
  return { name: 'contact', value: `<${binding.uri}>;expires=${String(seconds)}${instance}` };
}
