import { UserAgent, type Invitation } from 'sip.js';
import type { Connection } from '../../../shared/contract.ts';
import type { RegistrationFailure } from '../../../shared/registration.ts';
import { settle } from './bind-session.ts';
import type { CallList } from './call-list.ts';
import { mediaOf } from './call-media.ts';
import { guarded, type PhonePorts } from './ports.ts';
import { redactingConnector } from './redacting-log.ts';
import { ToldRegisterer } from './told-registerer.ts';

/** What a generation tells its supervisor; each at most once but `onConfirmed`. */
export interface GenerationListener {
  readonly onRegistering: () => void;
  /** A 2xx to a REGISTER of ours: the only proof of a registration (trap 7). */
  readonly onConfirmed: () => void;
  /** Not registered and not trying any more; of a retired generation: its socket is gone. */
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

type Deadline = 'answer' | 'refresh' | 'heartbeat' | 'heartbeatAnswer';

/**
 * One connection to one registrar: one UserAgent, one Registerer, used until the first trouble and then
 * replaced as a whole, because neither survives trouble reliably (traps 2 to 8). Calls that are already
 * talking stay with their generation until they end.
 */
export class Generation {
  readonly userAgent: UserAgent;
  readonly #registerer: ToldRegisterer;
  readonly #listener: GenerationListener;
  readonly #ports: PhonePorts;
  #registered = false;
  /** No longer registers and takes no calls. */
  #retired = false;
  /** The socket is gone or given up. */
  #gone = false;
  /** Resolves when the registrar knows that we are gone, or cannot be told. */
  #farewell: Promise<void> = Promise.resolve();
  readonly #timers = new Map<Deadline, ReturnType<typeof setTimeout>>();

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
      sessionDescriptionHandlerFactory: (session) => mediaOf(session, calls, ports),
      delegate: {
        onDisconnect: guarded(log, (error) => {
          if (error !== undefined || !this.#retired) this.#fail('connectionLost');
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
    this.#registerer = new ToldRegisterer(this.userAgent, {
      expires: expiresSeconds,
      regId: 1,
      instanceId: connection.instanceId,
      logConfiguration: false,
    });
    this.#registerer.onDue = guarded(log, () => {
      this.#register();
    });
  }

  /** Connects and registers; the outcome goes to the listener. Never rejects. */
  async start(): Promise<void> {
    this.#after('answer', answerLimitMs, () => {
      this.#fail('serverUnreachable');
    });
    try {
      await this.userAgent.start();
      this.#clear('answer');
      this.#register();
    } catch {
      this.#fail('serverUnreachable');
    }
  }

  /**
   * Stops registering and taking calls; calls in progress keep the socket until `dispose`. The binding
   * is taken back at once: later, the registrar could mistake it for that of the next generation, which
   * has the same instance.
   */
  retire(): void {
    if (this.#retired) return;
    this.#retired = true;
    this.#clear('answer');
    this.#clear('refresh');
    this.#farewell = this.#registerer.dispose().catch((error: unknown) => {
      this.#ports.log('warn', `unregister: ${String(error)}`);
    });
    if (this.#registered && !this.#gone) this.#probe();
  }

  /** Gives the socket up, after a polite farewell where it can still be said. Never rejects. */
  async dispose(): Promise<void> {
    this.retire();
    const wasGone = this.#gone;
    this.#gone = true;
    for (const deadline of this.#timers.keys()) this.#clear(deadline);
    // Not in the same turn: this may run inside a callback of the transport, which would take the
    // closing for a loop (traps 3, 4).
    await Promise.resolve();
    if (!wasGone && this.userAgent.isConnected())
      await Promise.race([this.#farewell, pause(farewellMs)]);
    try {
      await this.userAgent.stop();
    } catch (error) {
      this.#ports.log('warn', `stop: ${String(error)}`);
    }
  }

  #register(): void {
    if (this.#retired) return;
    if (!this.#registered) this.#listener.onRegistering();
    this.#after('answer', answerLimitMs, () => {
      this.#fail(this.#registered ? 'connectionLost' : 'timeout');
    });
    let firstCseq = 0;
    this.#registerer
      .register({
        requestDelegate: {
          onAccept: guarded(this.#ports.log, (response) => {
            const { user } = this.userAgent.contact.uri;
            this.#confirm(grantedSeconds(response.message, user ?? ''));
          }),
          onReject: guarded(this.#ports.log, (response) => {
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
        this.#fail('connectionLost');
      });
  }

  #confirm(granted: number): void {
    if (this.#retired) return;
    this.#clear('answer');
    if (!this.#registered) this.#beat();
    this.#registered = true;
    // Half of what was granted leaves time for another try; SIP.js would wait for the last per cent.
    this.#after('refresh', Math.max(granted, 20) * 500, () => {
      this.#register();
    });
    this.#listener.onConfirmed();
  }

  #beat(): void {
    this.#after('heartbeat', heartbeatMs, () => {
      this.#probe();
    });
  }

  /** OPTIONS to the registrar: any final answer proves the socket, silence condemns it (trap 1). */
  #probe(): void {
    this.#clear('heartbeat');
    const core = this.userAgent.userAgentCore;
    const { uri } = this.userAgent.configuration;
    const target = UserAgent.makeURI(`sip:${uri.host}`) ?? uri;
    this.#after('heartbeatAnswer', answerLimitMs, () => {
      this.#fail('connectionLost');
    });
    const alive = guarded(this.#ports.log, () => {
      this.#clear('heartbeatAnswer');
      if (!this.#gone) this.#beat();
    });
    const message = core.makeOutgoingRequestMessage('OPTIONS', target, uri, target, {});
    core.request(message, { onAccept: alive, onReject: alive, onRedirect: alive });
  }

  #invited(invitation: Invitation): void {
    try {
      if (this.#retired) settle(invitation.reject({ statusCode: 480 }), this.#ports);
      else this.#listener.onInvitation(invitation);
    } catch (error) {
      // Left alone it would ring at the caller for a minute without anybody here seeing it (trap 9).
      this.#ports.log('error', `INVITE not handled: ${String(error)}`);
      settle(invitation.reject({ statusCode: 500 }), this.#ports);
    }
  }

  #fail(failure: RegistrationFailure): void {
    if (this.#gone) return;
    this.#gone = true;
    for (const deadline of this.#timers.keys()) this.#clear(deadline);
    this.retire();
    this.#listener.onFailed(failure);
  }

  /** Sets a deadline anew. */
  #after(deadline: Deadline, ms: number, action: () => void): void {
    this.#clear(deadline);
    this.#timers.set(deadline, setTimeout(guarded(this.#ports.log, action), ms));
  }

  #clear(deadline: Deadline): void {
    clearTimeout(this.#timers.get(deadline));
    this.#timers.delete(deadline);
  }
}

/**
 * Seconds granted by a 2xx to REGISTER: the Contact's own value before Expires (RFC 3261 10.2.4).
 * @param user of our Contact; the other contacts of the account are listed too
 */
function grantedSeconds(
  message: {
    readonly getHeader: (name: string) => string | undefined;
    readonly getHeaders: (name: string) => readonly string[];
  },
  user: string,
): number {
  const own = message.getHeaders('Contact').find((contact) => contact.includes(`:${user}@`)) ?? '';
  const granted = /;\s*expires\s*=\s*"?(\d+)/i.exec(own)?.[1];
  const seconds = Number(granted ?? message.getHeader('Expires') ?? expiresSeconds);
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
