import {
  Inviter,
  Registerer,
  SessionState,
  UserAgent,
  type InviterOptions,
  type Invitation,
  type Session,
  type SessionDescriptionHandler,
} from 'sip.js';
import type { IncomingResponse } from 'sip.js/lib/core/index.js';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { startSwitchboard, type Switchboard } from '../../../main/practice/index.ts';

export const domain = 'uebung.invalid';
export const accounts = [
  { user: 'agent', password: 'geheim-agent' },
  { user: 'anrufer', password: 'geheim-anrufer' },
] as const;

/** SIP.js looks for the browser's WebSocket; this one sends the Origin of a page, as Electron does. */
class PageSocket extends WebSocket {
  constructor(url: string, protocol: string) {
    super(url, protocol, { origin: 'app://phone' });
    sockets.push(this);
  }
}
/** All sockets that clients opened since the switchboard was opened, for tests that break one. */
export const sockets: WebSocket[] = [];

/** A running switchboard with what it logged. */
export async function openSwitchboard(): Promise<Switchboard & { readonly logged: string[] }> {
  vi.stubGlobal('WebSocket', PageSocket);
  sockets.length = 0;
  const logged: string[] = [];
  const switchboard = await startSwitchboard({ accounts, log: (message) => logged.push(message) });
  return { ...switchboard, logged };
}

/** Session description without media: enough for everything that is signalling. */
export function silentHandler(): SessionDescriptionHandler {
  return {
    close: () => undefined,
    getDescription: () =>
      Promise.resolve({
        body: 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\n',
        contentType: 'application/sdp',
      }),
    hasDescription: (contentType) => contentType === 'application/sdp',
    setDescription: () => Promise.resolve(),
    sendDtmf: () => false,
  };
}

/** One SIP.js agent with the calls it received. */
export interface Client {
  readonly userAgent: UserAgent;
  readonly registerer: Registerer;
  readonly invitations: Invitation[];
  readonly call: (target: string, options?: InviterOptions) => Promise<Inviter>;
  readonly stop: () => Promise<void>;
}

export interface ClientOptions {
  readonly password?: string;
  readonly instanceId?: string;
}

/** Connects an agent without registering it. */
export async function connect(
  url: string,
  user: string,
  options: ClientOptions = {},
): Promise<Client> {
  const uri = UserAgent.makeURI(`sip:${user}@${domain}`);
  if (uri === undefined) throw new Error('bad user');
  const invitations: Invitation[] = [];
  const userAgent = new UserAgent({
    uri,
    authorizationUsername: user,
    authorizationPassword:
      options.password ?? accounts.find((account) => account.user === user)?.password ?? '',
    transportOptions: { server: url },
    logBuiltinEnabled: false,
    gracefulShutdown: false,
    sessionDescriptionHandlerFactory: silentHandler,
    delegate: { onInvite: (invitation) => invitations.push(invitation) },
  });
  await userAgent.start();
  const instance =
    options.instanceId === undefined ? {} : { instanceId: options.instanceId, regId: 1 };
  return {
    userAgent,
    registerer: new Registerer(userAgent, { expires: 300, ...instance }),
    invitations,
    call: async (target, inviterOptions) => {
      const to = UserAgent.makeURI(`sip:${target}@${domain}`);
      if (to === undefined) throw new Error('bad target');
      const inviter = new Inviter(userAgent, to, inviterOptions);
      await inviter.invite();
      return inviter;
    },
    stop: async () => {
      await userAgent.transport.dispose();
    },
  };
}

/** Status of the final answer to a REGISTER; rejects if none comes. */
export function register(client: Client): Promise<number> {
  return new Promise((resolve, reject) => {
    const tell = ({ message }: IncomingResponse): void => {
      resolve(message.statusCode ?? 0);
    };
    const requestDelegate = { onAccept: tell, onReject: tell };
    client.registerer.register({ requestDelegate }).catch(reject);
  });
}

export async function connectRegistered(
  url: string,
  user: string,
  options: ClientOptions = {},
): Promise<Client> {
  const client = await connect(url, user, options);
  const status = await register(client);
  if (status !== 200) throw new Error(`registration of ${user}: ${String(status)}`);
  return client;
}

/** Waits until the session is in the state. */
export function reached(session: Session, state: SessionState): Promise<void> {
  return vi.waitFor(() => {
    if (session.state !== state) throw new Error(`still ${session.state}`);
  }, 5000);
}

/** The n-th call that the client received (0 is the first). */
export function received(client: Client, index = 0): Promise<Invitation> {
  return vi.waitFor(() => {
    const invitation = client.invitations[index];
    if (invitation === undefined) throw new Error('no call yet');
    return invitation;
  }, 5000);
}

/** An answered call between two clients. */
export async function talk(
  caller: Client,
  callee: Client,
  options?: InviterOptions,
): Promise<{ readonly inviter: Inviter; readonly invitation: Invitation }> {
  const index = callee.invitations.length;
  const inviter = await caller.call('agent', options);
  const invitation = await received(callee, index);
  await invitation.accept();
  await reached(inviter, SessionState.Established);
  return { inviter, invitation };
}
