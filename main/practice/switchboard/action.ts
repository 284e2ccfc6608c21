/** One WebSocket of one client, numbered by the edge; never used twice. */
export type ConnectionId = number;

/** What the core wants done; it does nothing itself, so that every rule can be tested without a socket. */
export type Action =
  | { readonly do: 'send'; readonly connection: ConnectionId; readonly text: string }
  | { readonly do: 'log'; readonly level: 'info' | 'warn'; readonly message: string }
  | { readonly do: 'registered'; readonly user: string }
  | { readonly do: 'unregistered'; readonly user: string };

export function send(connection: ConnectionId, text: string): Action {
  return { do: 'send', connection, text };
}

export function note(level: 'info' | 'warn', message: string): Action {
  return { do: 'log', level, message };
}
