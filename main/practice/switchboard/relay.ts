import { note, send, type Action, type ConnectionId } from './action.ts';
import { backText, forwardText, type Destination, type HopNames } from './hop.ts';
import type { SipRequest, SipResponse } from './message.ts';
import { reply } from './reply.ts';

/** A request other than INVITE that waits for its answer. */
interface Pending {
  readonly upstream: ConnectionId;
  readonly downstream: ConnectionId;
  readonly forgetAt: number;
}

/**
 * A client gives up by itself after this long (RFC 3261 §17.1.2.2, timer F); a 408 from us would come
 * too late to help (RFC 4320 §4.1).
 */
const keepPendingMs = 32_000;
const maxPending = 500;

/** Passes BYE, INFO, OPTIONS, REFER, MESSAGE, NOTIFY and the like, and the ACK of a 2xx. */
export interface Relay {
  readonly pass: (
    request: SipRequest,
    upstream: ConnectionId,
    destination: Destination,
    now: number,
  ) => readonly Action[];
  /** null: the response belongs to no request that is waited for. */
  readonly respond: (response: SipResponse, from: ConnectionId) => readonly Action[] | null;
  readonly connectionLost: (connection: ConnectionId) => void;
  readonly expire: (now: number) => void;
}

export function createRelay(hops: HopNames): Relay {
  const waiting = new Map<string, Pending>();
  const forget = (matches: (pending: Pending) => boolean): void => {
    for (const [branch, pending] of waiting) if (matches(pending)) waiting.delete(branch);
  };
  return {
    pass: (request, upstream, destination, now) => {
      const downstream = destination.connection;
      const branch = hops.nextBranch();
      if (request.method !== 'ACK') {
        if (waiting.size >= maxPending) return [send(upstream, reply(request, 503))];
        waiting.set(branch, { upstream, downstream, forgetAt: now + keepPendingMs });
      }
      return [send(downstream, forwardText(request, hops.via(branch), destination))];
    },
    respond: (response, from) => {
      const pending = waiting.get(response.branch);
      if (pending === undefined) return null;
      if (pending.downstream !== from) return [note('warn', 'response from a stranger dropped')];
      if (response.status >= 200) waiting.delete(response.branch);
      return [send(pending.upstream, backText(response))];
    },
    connectionLost: (connection) => {
      forget(({ upstream, downstream }) => upstream === connection || downstream === connection);
    },
    expire: (now) => {
      forget(({ forgetAt }) => forgetAt <= now);
    },
  };
}
