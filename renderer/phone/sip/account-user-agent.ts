import { SIPExtension, UserAgent, type Invitation } from 'sip.js';
import type { Connection } from '../../../shared/contract.ts';
import type { CallList } from './call-list.ts';
import { mediaOf } from './call-media.ts';
import { watchGate } from './incoming-gate.ts';
import { guarded, type PhonePorts } from './ports.ts';
import { redactingConnector } from './redacting-log.ts';
import { Sha256Digest } from './sha256-digest.ts';
import { watchWire } from './watch-wire.ts';

/** What a user agent tells its generation. */
interface UserAgentListener {
  /** The socket is gone; with an error when nobody here wanted it. */
  readonly onDisconnect: (error: Error | undefined) => void;
  readonly onInvite: (invitation: Invitation) => void;
}

/** How long a WebSocket may take to open, in milliseconds. */
export const connectLimitMs = 10_000;

/**
 * SIP.js's UserAgent for an account at one registrar, with everything switched off that it would decide
 * by itself over time (docs/decisions/0006).
 * @throws when the account cannot be written as a SIP address
 */
export function createUserAgent(
  connection: Connection,
  server: string,
  calls: CallList,
  ports: PhonePorts,
  listener: UserAgentListener,
): UserAgent {
  const uri = UserAgent.makeURI(`sip:${connection.user}@${connection.domain}`);
  if (uri === undefined) throw new Error('account is not a SIP address');
  const { log } = ports;
  const userAgent = new UserAgent({
    uri,
    displayName: connection.displayName,
    authorizationUsername: connection.authorizationUser,
    authorizationPassword: connection.password,
    instanceId: connection.instanceId,
    transportConstructor: ports.transport,
    transportOptions: { server, traceSip: false, connectionTimeout: connectLimitMs / 1000 },
    userAgentString: 'Amtsdraht',
    gracefulShutdown: false,
    // The caller hears a ring when the desk knows of the call, not before (trap 10).
    sendInitialProvisionalResponse: false,
    // A caller who is transferred to us may say whose place he takes (trap 30).
    sipExtensionReplaces: SIPExtension.Supported,
    // How long it rings is the PBX's business; SIP.js would end it after a minute (trap 9).
    noAnswerTimeout: 24 * 60 * 60,
    logBuiltinEnabled: false,
    logConfiguration: false,
    logLevel: 'warn',
    logConnector: redactingConnector(log),
    sessionDescriptionHandlerFactory: (session) => mediaOf(session, calls, ports),
    delegate: {
      onDisconnect: guarded(log, listener.onDisconnect),
      onInvite: listener.onInvite,
      // Out of dialog, from anybody: never followed (trap 27).
      onReferRequest: guarded(log, (request) => {
        request.reject({ statusCode: 603 });
      }),
    },
  });
  watchGate(userAgent, calls, ports);
  watchWire(userAgent, ports);
  const core = userAgent.userAgentCore;
  core.configuration.authenticationFactory = () =>
    new Sha256Digest(
      core.loggerFactory,
      { user: connection.authorizationUser, password: connection.password },
      ports.newId,
    );
  return userAgent;
}
