import type { ConnectionId } from './action.ts';
import { serialise, without, withoutTop, type Header, type Headers } from './headers.ts';
import type { SipRequest, SipResponse } from './message.ts';

/** Where one copy of a request goes. */
export interface Destination {
  readonly connection: ConnectionId;
  /** Request-URI on that hop. */
  readonly uri: string;
  /** Set for a request that opens a dialog, so that later ones come back here (RFC 3261 §16.6, 4). */
  readonly recordRoute: string | null;
}

/** Names the hops of this switchboard: its own Via values. */
export interface HopNames {
  readonly nextBranch: () => string;
  readonly via: (branch: string) => Header;
}

/** `salt` keeps branches of a restarted switchboard apart from those of the run before. */
export function createHopNames(host: string, salt: string): HopNames {
  let count = 0;
  return {
    nextBranch: () => {
      count += 1;
      return `z9hG4bK-${salt}-${count.toString(36)}`;
    },
    via: (branch) => ({ name: 'via', value: `SIP/2.0/WS ${host};branch=${branch}` }),
  };
}

/**
 * Headers of the request on the next hop (RFC 3261 §16.6): our Via on top, one hop less, our route gone,
 * credentials that were meant for us gone.
 */
export function forwardHeaders(
  request: SipRequest,
  via: Header,
  destination: Destination,
): Headers {
  const kept = without(request.headers, 'max-forwards', 'proxy-authorization');
  const route =
    destination.recordRoute === null
      ? []
      : [{ name: 'record-route', value: destination.recordRoute }];
  const hops = { name: 'max-forwards', value: String((request.maxForwards ?? 71) - 1) };
  return [via, ...route, ...kept, hops];
}

export function forwardText(request: SipRequest, via: Header, destination: Destination): string {
  const headers = forwardHeaders(request, via, destination);
  return serialise(`${request.method} ${destination.uri} SIP/2.0`, headers, request.body);
}

/** The response on its way back: without our Via (RFC 3261 §16.7, 3). */
export function backText(response: SipResponse): string {
  return serialise(response.startLine, withoutTop(response.headers, 'via'), response.body);
}
