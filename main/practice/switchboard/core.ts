import { note, send, type Action, type ConnectionId } from './action.ts';
import { createBindings } from './bindings.ts';
import { createDoorkeeper, type Account } from './doorkeeper.ts';
import { otherEnd, recordRoute, topRoute, type DialogRoute } from './dialog-route.ts';
import { firstOf, withoutTop, type Header } from './headers.ts';
import { createHopNames, type Destination } from './hop.ts';
import { createInvites } from './invites.ts';
import { parseMessage, type SipRequest, type SipResponse } from './message.ts';
import { register } from './registrar.ts';
import { createRelay } from './relay.ts';
import { reply, type OwnStatus } from './reply.ts';
import { unreachable } from '../../../shared/unreachable.ts';

export interface CoreOptions {
  readonly accounts: readonly Account[];
  /** Realm of the digest and host of every address: `sip:desk@domain`. */
  readonly domain: string;
  /** `127.0.0.1:port`, as written into Via and Record-Route. */
  readonly host: string;
  /** Random, new at every start: signs nonces. */
  readonly secret: string;
}

/**
 * The switchboard without its sockets: a SIP proxy and registrar (RFC 3261 §10, §16; RFC 7118) as a
 * function of what arrives. `now` is milliseconds since the epoch; nothing is sent, actions are returned.
 */
export interface Core {
  readonly handle: (text: string, from: ConnectionId, now: number) => readonly Action[];
  readonly closed: (connection: ConnectionId, now: number) => readonly Action[];
  /** Call about once a second: ends what took too long. */
  readonly tick: (now: number) => readonly Action[];
  readonly registeredUsers: () => readonly string[];
}

const allow: Header = {
  name: 'allow',
  value: 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, REFER, NOTIFY, MESSAGE, UPDATE, REGISTER',
};

export function createCore(options: CoreOptions): Core {
  const { domain, host } = options;
  const ownHosts = [domain.toLowerCase(), ...host.split(':').slice(0, 1)];
  const bindings = createBindings();
  const hops = createHopNames(host, options.secret.slice(0, 8));
  const invites = createInvites(hops);
  const relay = createRelay(hops);
  const doorkeeper = createDoorkeeper(options);

  const refuse = (
    request: SipRequest,
    from: ConnectionId,
    status: OwnStatus,
    extra: readonly Header[] = [],
  ): readonly Action[] =>
    request.method === 'ACK' ? [] : [send(from, reply(request, status, extra))];

  function onRequest(received: SipRequest, from: ConnectionId, now: number): readonly Action[] {
    // CANCEL and the ACK of a refusal go one hop; they find their INVITE by its branch.
    if (received.method === 'CANCEL') return invites.cancel(received, from, now);
    if (invites.knows(received, from)) return [];
    const unsupported = firstOf(received.headers, 'proxy-require');
    if (unsupported !== null)
      return refuse(received, from, 420, [{ name: 'unsupported', value: unsupported }]);

    const route = topRoute(received.headers, host);
    if (route.top === 'foreign') return refuse(received, from, 404);
    const dialog = route.top === 'own' ? route.dialog : null;
    const request =
      route.top === 'own'
        ? { ...received, headers: withoutTop(received.headers, 'route') }
        : received;

    const local = ownHosts.includes(request.target.host.toLowerCase());
    if (dialog === null && local && request.target.user === null)
      return onRequestToUs(request, from, now);
    if (request.maxForwards === 0) return refuse(request, from, 483);
    const admitted = doorkeeper.admit(request, from, now);
    if (!admitted.ok) return admitted.failure;
    if (dialog !== null) return onInDialog(request, dialog, { user: admitted.value, from }, now);
    if (request.toTag !== null) return refuse(request, from, 481);
    return local
      ? onNewRequest(request, { user: admitted.value, from }, now)
      : refuse(request, from, 404);
  }

  /** Requests to the switchboard itself. */
  function onRequestToUs(request: SipRequest, from: ConnectionId, now: number): readonly Action[] {
    if (request.method === 'OPTIONS') return refuse(request, from, 200, [allow]);
    if (request.method !== 'REGISTER') return refuse(request, from, 405, [allow]);
    const admitted = doorkeeper.admit(request, from, now);
    if (!admitted.ok) return admitted.failure;
    bindings.expire(now);
    return register(request, { user: admitted.value, connection: from }, bindings, now);
  }

  function onInDialog(
    request: SipRequest,
    dialog: DialogRoute,
    sender: { readonly user: string; readonly from: ConnectionId },
    now: number,
  ): readonly Action[] {
    const { user, from } = sender;
    const other = otherEnd(dialog, { user, connection: from });
    if (other === null) return refuse(request, from, 403);
    const connection = doorkeeper.connectionOf(other);
    if (connection === null) return refuse(request, from, 480);
    const destination = { connection, uri: request.uri, recordRoute: null };
    return request.method === 'INVITE'
      ? invites.start(request, from, [destination], now)
      : relay.pass(request, from, destination, now);
  }

  function onNewRequest(
    request: SipRequest,
    sender: { readonly user: string; readonly from: ConnectionId },
    now: number,
  ): readonly Action[] {
    const { user, from } = sender;
    const callee = options.accounts.find((account) => account.user === request.target.user)?.user;
    if (callee === undefined) return refuse(request, from, 404);
    bindings.expire(now);
    const destinations = bindings.of(callee).map(({ connection, uri }): Destination => {
      const ends = { caller: { connection: from, user }, callee: { connection, user: callee } };
      return { connection, uri, recordRoute: recordRoute(ends, host) };
    });
    const [first] = destinations;
    if (first === undefined) return refuse(request, from, 480);
    if (request.method === 'INVITE') return invites.start(request, from, destinations, now);
    return relay.pass(request, from, { ...first, recordRoute: null }, now);
  }

  function onResponse(response: SipResponse, from: ConnectionId, now: number): readonly Action[] {
    const actions = invites.respond(response, from, now) ?? relay.respond(response, from);
    return actions ?? [note('info', `late response ${String(response.status)} dropped`)];
  }

  /** Runs a change of the bindings and tells which users went with it. */
  function tellingWhoWent(change: () => readonly Action[]): readonly Action[] {
    const before = bindings.users();
    const actions = change();
    const after = bindings.users();
    const gone = before.filter((user) => !after.includes(user));
    return [...actions, ...gone.map((user): Action => ({ do: 'unregistered', user }))];
  }

  return {
    handle: (text, from, now) => {
      const parsed = parseMessage(text);
      switch (parsed.kind) {
        case 'keepAlive':
          return parsed.ping ? [send(from, '\r\n')] : [];
        case 'garbage':
          return [note('warn', `malformed message of ${String(text.length)} characters dropped`)];
        case 'badRequest':
          return [
            note('warn', `malformed ${parsed.method} refused`),
            ...(parsed.method === 'ACK' ? [] : [send(from, reply(parsed, 400))]),
          ];
        case 'request':
          return onRequest(parsed, from, now);
        case 'response':
          return onResponse(parsed, from, now);
        default:
          return unreachable(parsed);
      }
    },
    closed: (connection, now) =>
      tellingWhoWent(() => {
        doorkeeper.forget(connection);
        bindings.remove((binding) => binding.connection === connection);
        relay.connectionLost(connection);
        return invites.connectionLost(connection, now);
      }),
    tick: (now) =>
      tellingWhoWent(() => {
        bindings.expire(now);
        relay.expire(now);
        return invites.expire(now);
      }),
    registeredUsers: () => bindings.users(),
  };
}
