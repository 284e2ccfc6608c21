import type { ConnectionId } from './action.ts';
import { splitList, type Headers, valuesOf } from './headers.ts';

/** One end of a dialog. */
export interface DialogEnd {
  readonly connection: ConnectionId;
  readonly user: string;
}

/**
 * Both ends of a dialog, written into the user part of our Record-Route: `3.caller~7.desk`. The clients
 * bring it back in the Route of every later request, so the switchboard remembers no dialogs at all.
 */
export interface DialogRoute {
  readonly caller: DialogEnd;
  readonly callee: DialogEnd;
}

/** Account names that fit into a route. */
export const accountUserPattern = /^[A-Za-z0-9_]{1,32}$/;

export function recordRoute(route: DialogRoute, host: string): string {
  return `<sip:${writeEnd(route.caller)}~${writeEnd(route.callee)}@${host};transport=ws;lr>`;
}

export type TopRoute =
  | { readonly top: 'none' }
  /** Preloaded route to the switchboard itself, without a dialog. */
  | { readonly top: 'own'; readonly dialog: null }
  | { readonly top: 'own'; readonly dialog: DialogRoute }
  | { readonly top: 'foreign' };

/** Reads the topmost Route (RFC 3261 §16.4). */
export function topRoute(headers: Headers, host: string): TopRoute {
  const first = valuesOf(headers, 'route').flatMap(splitList)[0];
  if (first === undefined) return { top: 'none' };
  const uri = /<sips?:(?:([^@>]*)@)?([^;>]+)[^>]*>/i.exec(first);
  if (uri?.[2] !== host) return { top: 'foreign' };
  if (uri[1] === undefined) return { top: 'own', dialog: null };
  const dialog = /^(\d{1,9})\.(\w{1,32})~(\d{1,9})\.(\w{1,32})$/.exec(uri[1]);
  const [, callerConnection, caller, calleeConnection, callee] = dialog ?? [];
  if (caller === undefined || callee === undefined) return { top: 'foreign' };
  return {
    top: 'own',
    dialog: {
      caller: { connection: Number(callerConnection), user: caller },
      callee: { connection: Number(calleeConnection), user: callee },
    },
  };
}

/**
 * The other end, seen from the sender; null if the sender is none of the two. The connection decides
 * first, then the user: a client that came back on a new socket keeps its calls.
 */
export function otherEnd(route: DialogRoute, sender: DialogEnd): DialogEnd | null {
  const { caller, callee } = route;
  if (sender.user === caller.user && sender.connection === caller.connection) return callee;
  if (sender.user === callee.user && sender.connection === callee.connection) return caller;
  if (sender.user === caller.user) return callee;
  return sender.user === callee.user ? caller : null;
}

function writeEnd({ connection, user }: DialogEnd): string {
  return `${String(connection)}.${user}`;
}
