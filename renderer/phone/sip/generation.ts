import { Registerer, UserAgent, type Invitation } from 'sip.js';
import type { Connection } from '../../../shared/contract.ts';
import type { RegistrationFailure } from '../../../shared/registration.ts';
import { AudioDescriptionHandler } from './audio-description-handler.ts';
import { settle } from './bind-session.ts';
import type { CallList } from './call-list.ts';
import { guarded, type PhonePorts } from './ports.ts';
import { redactingConnector } from './redacting-log.ts';

/** What a generation tells its supervisor; each at most once but `onConfirmed`. */
export interface GenerationListener {
  readonly onRegistering: () => void;
  /** A 2xx to a REGISTER of ours: the only proof of a registration (trap 7). */
  readonly onConfirmed: () => void;
  readonly onFailed: (failure: RegistrationFailure) => void;
  readonly onInvitation: (invitation: Invitation) => void;
}

/** Registration asked for, in seconds; refreshed at half of what was granted. */
const expiresSeconds = 300;
/** A socket or REGISTER without an answer for this long is given up, in milliseconds. */
const answerLimitMs = 10_000;
/** Pause between two OPTIONS that prove that the socket still carries, in milliseconds (trap 1). */
const heartbeatMs = 15_000;
/** Unregistering politely may take this long, in milliseconds (traps 2, 36). */
const farewellMs = 1_500;

/**
 * One connection to one registrar: one UserAgent, one Registerer, used until the first trouble and then
 * replaced as a whole, because neither survives trouble reliably (traps 2 to 8). Calls that are already
 * talking stay with their generation until they end.
 */
export class Generation {
  readonly userAgent: UserAgent;
  readonly #registerer: Registerer;
  readonly #listener: GenerationListener;
  readonly #ports: PhonePorts;
  #registered = false;
  #over = false;
  #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    connection: Connection,
    server: string,
    calls: CallList,
    ports: PhonePorts,
    listener: GenerationListener,
  ) {
    this.#ports = ports;
    this.#listener = listener;
    const uri = UserAgent.makeURI(`sip:${connection.user}@${connection.domain}`);
    if (uri === undefined) throw new Error('account is not a SIP address');
    const { log } = ports;
    this.userAgent = new UserAgent({
      uri,
      displayName: connection.displayName,
      authorizationUsername: connection.authorizationUser,
      authorizationPassword: connection.password,
      instanceId: connection.instanceId,
      transportConstructor: ports.transport,
      transportOptions: { server, traceSip: false, connectionTimeout: answerLimitMs / 1000 },
      userAgentString: 'Amtsdraht',
      gracefulShutdown: false,
      // The caller hears a ring when the desk knows of the call, not before (trap 10).
      sendInitialProvisionalResponse: false,
      // How long it rings is the PBX's business; SIP.js would end it after a minute (trap 9).
      noAnswerTimeout: 24 * 60 * 60,
      logBuiltinEnabled: false,
      logConfiguration: false,
      logLevel: 'warn',
      logConnector: redactingConnector(log),
      sessionDescriptionHandlerFactory: (session) => {
        const entry = calls.entryOf(session);
        const handler = new AudioDescriptionHandler({
          createPeerConnection: ports.createPeerConnection,
          microphone: ports.microphone,
          muted: entry?.call.muted ?? false,
          onRemoteTrack: (track) => {
            if (entry !== undefined) ports.onRemoteTrack(entry.call.id, track);
          },
          onRemoteHold: (held) => {
            if (entry !== undefined)
              calls.apply(entry, { type: held ? 'remoteHeld' : 'remoteResumed' });
          },
          onMediaFailed: () => {
            log('warn', 'media connection failed');
            if (entry?.call.signalling !== 'lost') return;
            entry.endReason ??= 'connectionLost';
            calls.apply(entry, { type: 'ended', reason: 'connectionLost', at: ports.now() });
          },
        });
        if (entry !== undefined) entry.media = handler;
        return handler;
      },
      delegate: {
        onDisconnect: guarded(log, (error) => {
          if (error !== undefined || !this.#over) this.#fail('connectionLost');
        }),
        onInvite: (invitation) => {
          this.#invited(invitation);
        },
        // Out of dialog, from anybody: never followed (trap 27).
        onReferRequest: guarded(log, (request) => {
          request.reject({ statusCode: 603 });
        }),
      },
    });
    this.#registerer = new Registerer(this.userAgent, {
      expires: expiresSeconds,
      regId: 1,
      instanceId: connection.instanceId,
      logConfiguration: false,
    });
  }

  /** Connects and registers; the outcome goes to the listener. Never rejects. */
  async start(): Promise<void> {
    const limit = this.#after(answerLimitMs, () => {
      this.#fail('serverUnreachable');
    });
    try {
      await this.userAgent.start();
      clearTimeout(limit);
      if (!this.#over) this.#register();
    } catch {
      this.#fail('serverUnreachable');
    }
  }

  /** Stops registering and taking calls; calls in progress keep the socket until `dispose`. */
  retire(): void {
    this.#over = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Gives the socket up, after a polite farewell where it can still be said. Never rejects. */
  async dispose(): Promise<void> {
    this.retire();
    if (this.#registered && this.userAgent.isConnected()) {
      const farewell = new Promise<void>((resolve) => {
        const said = (): void => {
          resolve();
        };
        const options = { requestDelegate: { onAccept: said, onReject: said } };
        this.#registerer.unregister(options).catch(said);
      });
      await Promise.race([farewell, pause(farewellMs)]);
    }
    try {
      await this.userAgent.stop();
    } catch (error) {
      this.#ports.log('warn', `stop: ${String(error)}`);
    }
  }

  #register(): void {
    if (this.#over) return;
    if (!this.#registered) this.#listener.onRegistering();
    const limit = this.#after(answerLimitMs, () => {
      this.#fail(this.#registered ? 'connectionLost' : 'timeout');
    });
    let firstCseq = 0;
    this.#registerer
      .register({
        requestDelegate: {
          onAccept: guarded(this.#ports.log, (response) => {
            clearTimeout(limit);
            this.#confirm(grantedSeconds(response.message));
          }),
          onReject: guarded(this.#ports.log, (response) => {
            clearTimeout(limit);
            const status = response.message.statusCode ?? 0;
            // Each answer to a challenge counts the sequence number up.
            const authenticated = response.message.cseq > firstCseq;
            this.#fail(failureOfStatus(status, authenticated));
          }),
        },
      })
      .then((request) => {
        firstCseq = request.message.cseq;
      })
      .catch(() => {
        clearTimeout(limit);
        this.#fail('connectionLost');
      });
  }

  #confirm(granted: number): void {
    if (this.#over) return;
    if (!this.#registered) this.#beat();
    this.#registered = true;
    this.#listener.onConfirmed();
    // Half of what was granted, before SIP.js's own refresh, whose rejection nobody catches (trap 6).
    this.#after(Math.max(granted, 20) * 500, () => {
      this.#register();
    });
  }

  /** OPTIONS to the registrar: any final answer proves the socket, silence condemns it (trap 1). */
  #beat(): void {
    this.#after(heartbeatMs, () => {
      const core = this.userAgent.userAgentCore;
      const { uri } = this.userAgent.configuration;
      const target = UserAgent.makeURI(`sip:${uri.host}`) ?? uri;
      const limit = this.#after(answerLimitMs, () => {
        this.#fail('connectionLost');
      });
      const alive = (): void => {
        clearTimeout(limit);
        if (!this.#over) this.#beat();
      };
      const message = core.makeOutgoingRequestMessage('OPTIONS', target, uri, target, {});
      core.request(message, {
        onAccept: guarded(this.#ports.log, alive),
        onReject: guarded(this.#ports.log, alive),
      });
    });
  }

  #invited(invitation: Invitation): void {
    try {
      if (this.#over) settle(invitation.reject({ statusCode: 480 }), this.#ports);
      else this.#listener.onInvitation(invitation);
    } catch (error) {
      // Left alone it would ring at the caller for a minute without anybody here seeing it (trap 9).
      this.#ports.log('error', `INVITE not handled: ${String(error)}`);
      settle(invitation.reject({ statusCode: 500 }), this.#ports);
    }
  }

  #fail(failure: RegistrationFailure): void {
    if (this.#over) return;
    this.retire();
    this.#listener.onFailed(failure);
  }

  #after(ms: number, action: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      guarded(this.#ports.log, action)();
    }, ms);
    this.#timers.add(timer);
    return timer;
  }
}

/** Seconds granted by a 2xx to REGISTER: the Contact's own value before Expires (RFC 3261 10.2.4). */
function grantedSeconds(message: { getHeader: (name: string) => string | undefined }): number {
  const contact = /;\s*expires\s*=\s*(\d+)/i.exec(message.getHeader('Contact') ?? '')?.[1];
  const seconds = Number(contact ?? message.getHeader('Expires') ?? expiresSeconds);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : expiresSeconds;
}

/** What a refused REGISTER means. @param authenticated our credentials were in it */
export function failureOfStatus(status: number, authenticated: boolean): RegistrationFailure {
  if (status === 401 || status === 407) return 'wrongPassword';
  if (status === 403) return authenticated ? 'wrongPassword' : 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'serverError' : 'forbidden';
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
