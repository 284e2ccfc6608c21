import { failure, success, type Result } from '../../../shared/result.ts';
import { note, send, type Action, type ConnectionId } from './action.ts';
import type { DialogEnd } from './dialog-route.ts';
import { challenge, verifyDigest } from './digest.ts';
import { firstOf } from './headers.ts';
import type { SipRequest } from './message.ts';
import { reply } from './reply.ts';

/** Somebody who may register and call. */
export interface Account {
  /** Letters, digits and _; see accountUserPattern. */
  readonly user: string;
  readonly password: string;
}

/** Knows who sits at the other end of each connection, and asks those it does not know. */
export interface Doorkeeper {
  /**
   * The proven user of the sender, or what to answer: 401/407 with a challenge, 403 for a wrong answer.
   * A REGISTER is asked each time; other requests only until the connection has proven itself.
   */
  readonly admit: (
    request: SipRequest,
    from: ConnectionId,
    now: number,
  ) => Result<string, readonly Action[]>;
  /** Living connection of one end of a dialog: its own, else the newest of the same user. */
  readonly connectionOf: (end: DialogEnd) => ConnectionId | null;
  readonly forget: (connection: ConnectionId) => void;
}

export function createDoorkeeper(options: {
  readonly accounts: readonly Account[];
  readonly domain: string;
  readonly secret: string;
}): Doorkeeper {
  const { accounts, domain, secret } = options;
  /** In the order in which they proved themselves. */
  const users = new Map<ConnectionId, string>();
  const passwordOf = (user: string): string | null =>
    accounts.find((account) => account.user === user)?.password ?? null;

  return {
    admit: (request, from, now) => {
      const registering = request.method === 'REGISTER';
      const known = users.get(from);
      if (known !== undefined && !registering) return success(known);
      // An ACK cannot be challenged: nobody answers it (RFC 3261 §22.1).
      if (request.method === 'ACK') return failure([]);

      const credentials = registering ? 'authorization' : 'proxy-authorization';
      const asked = { method: request.method, uri: request.uri, realm: domain };
      const context = { secret, connection: from, now };
      const checked = verifyDigest(
        firstOf(request.headers, credentials),
        asked,
        passwordOf,
        context,
      );
      if (checked.verdict === 'accepted') {
        users.delete(from);
        users.set(from, checked.user);
        return success(checked.user);
      }
      if (checked.verdict === 'wrong') {
        const warning = note('warn', `${request.method} with wrong credentials refused`);
        return failure([warning, send(from, reply(request, 403))]);
      }
      const header = {
        name: registering ? 'www-authenticate' : 'proxy-authenticate',
        value: challenge(domain, context, checked.verdict === 'stale'),
      };
      return failure([send(from, reply(request, registering ? 401 : 407, [header]))]);
    },
    connectionOf: ({ connection, user }) => {
      if (users.get(connection) === user) return connection;
      const newest = [...users].filter(([, owner]) => owner === user).at(-1);
      return newest?.[0] ?? null;
    },
    forget: (connection) => {
      users.delete(connection);
    },
  };
}
