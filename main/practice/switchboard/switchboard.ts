import { randomBytes } from 'node:crypto';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Action, ConnectionId } from './action.ts';
import { createCore, type Core } from './core.ts';
import { accountUserPattern } from './dialog-route.ts';
import type { Account } from './doorkeeper.ts';
import { unreachable } from '../../../shared/unreachable.ts';

/** Takes lines that name no person. */
export type SwitchboardLog = (message: string, level: 'info' | 'warn' | 'error') => void;

export interface SwitchboardOptions {
  /** Passwords should be random at each start: other users of the machine reach the same loopback. */
  readonly accounts: readonly Account[];
  readonly log: SwitchboardLog;
  /** SIP domain and digest realm. */
  readonly domain?: string;
  /** Pages that may connect, by their Origin. */
  readonly origins?: readonly string[];
  /** Also clients without an Origin: command-line tools and tests. A web page always sends one. */
  readonly acceptWithoutOrigin?: boolean;
}

export interface Switchboard {
  /** `ws://127.0.0.1:port` */
  readonly url: string;
  readonly domain: string;
  readonly registeredUsers: () => readonly string[];
  /** Calls the listener with every user that registers or goes; returns the function that stops it. */
  readonly onRegistration: (listener: RegistrationListener) => () => void;
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>;
}
export type RegistrationListener = (change: {
  readonly user: string;
  readonly registered: boolean;
}) => void;

export const practiceDomain = 'uebung.invalid';
const pageOrigins = ['app://phone', 'app://caller'];
/** A SIP message with SDP is about 4 KB; larger ones are no message of a phone. */
const maxMessageBytes = 64 * 1024;
const maxConnections = 16;

/**
 * Starts the SIP-over-WebSocket switchboard of practice mode (RFC 7118) on the loopback interface, on a
 * port that the system chooses. Rejects if the system gives no port.
 */
export async function startSwitchboard(options: SwitchboardOptions): Promise<Switchboard> {
  const { accounts, log, domain = practiceDomain } = options;
  const misnamed = accounts.find(({ user }) => !accountUserPattern.test(user));
  if (misnamed !== undefined) throw new Error(`account name ${misnamed.user} does not fit`);

  const server = await listen(options);
  const host = `127.0.0.1:${String(portOf(server))}`;
  const secret = randomBytes(16).toString('hex');
  const core = createCore({ accounts, domain, host, secret });
  const sockets = new Map<ConnectionId, WebSocket>();
  const listeners = new Set<RegistrationListener>();
  let lastConnection = 0;

  function tell(user: string, registered: boolean): void {
    log(`${user} ${registered ? 'registered' : 'is gone'}`, 'info');
    for (const listener of listeners) listener({ user, registered });
  }

  function perform(action: Action): void {
    switch (action.do) {
      case 'send':
        // A socket may have closed since; its own close event tells the core.
        sockets.get(action.connection)?.send(action.text);
        return;
      case 'log':
        log(action.message, action.level);
        return;
      case 'registered':
      case 'unregistered':
        tell(action.user, action.do === 'registered');
        return;
      default:
        unreachable(action);
    }
  }

  /** A bug in the core must cost one message, not the main process with all its windows. */
  function run(step: (core: Core) => readonly Action[]): void {
    try {
      for (const action of step(core)) perform(action);
    } catch (error) {
      log(`message lost: ${error instanceof Error ? error.message : String(error)}`, 'error');
    }
  }

  server.on('connection', (socket) => {
    if (sockets.size >= maxConnections) {
      socket.close(1013, 'too many connections');
      return;
    }
    lastConnection += 1;
    const connection = lastConnection;
    sockets.set(connection, socket);
    socket.on('message', (data) => {
      run(({ handle }) => handle(textOf(data), connection, Date.now()));
    });
    // Among others a message that is too large; ws closes the socket itself.
    socket.on('error', (error) => {
      log(`connection failed: ${error.message}`, 'warn');
    });
    socket.on('close', () => {
      sockets.delete(connection);
      run(({ closed }) => closed(connection, Date.now()));
    });
  });
  const ticking = setInterval(() => {
    run(({ tick }) => tick(Date.now()));
  }, 1000);

  return {
    url: `ws://${host}`,
    domain,
    registeredUsers: () => core.registeredUsers(),
    onRegistration: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      clearInterval(ticking);
      for (const socket of sockets.values()) socket.terminate();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

/** Loopback only: the address is not a setting on purpose. */
function listen(options: SwitchboardOptions): Promise<WebSocketServer> {
  const { origins = pageOrigins, acceptWithoutOrigin = false } = options;
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('sip') ? 'sip' : false),
    verifyClient: ({ origin, req }: { origin: string | undefined; req: { headers: object } }) => {
      const offers = (req.headers as Record<string, unknown>)['sec-websocket-protocol'];
      if (typeof offers !== 'string' || !/(^|,)\s*sip\s*(,|$)/.test(offers)) return false;
      return origin === undefined ? acceptWithoutOrigin : origins.includes(origin);
    },
  });
  return new Promise((resolve, reject) => {
    server.once('listening', () => {
      resolve(server);
    });
    server.once('error', reject);
  });
}

function portOf(server: WebSocketServer): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}
