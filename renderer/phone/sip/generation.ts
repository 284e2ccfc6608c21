import { UserAgent, type Invitation } from 'sip.js';
import type { Connection } from '../../../shared/contract.ts';
import type { RegistrationFailure } from '../../../shared/registration.ts';
import { connectLimitMs, createUserAgent } from './account-user-agent.ts';
import { settle } from './bind-session.ts';
import type { CallList } from './call-list.ts';
import { Deadlines } from './deadlines.ts';
import { pause } from './pause.ts';
import { guarded, type PhonePorts } from './ports.ts';
import {
  expiresSeconds,
  failureOfStatus,
  grantedSeconds,
  retryAfterMs,
} from './registrar-answer.ts';
import { longestAnswerMs } from './retry-pause.ts';
import { ToldRegisterer } from './told-registerer.ts';

/** What a generation tells its supervisor; each at most once but `onConfirmed` and `onAnswered`. */
export interface GenerationListener {
  readonly onRegistering: () => void;
  /** A 2xx to a REGISTER of ours: the only proof of a registration (trap 7). */
  readonly onConfirmed: () => void;
  /** The registrar has answered an OPTIONS: the socket carries. */
  readonly onAnswered: () => void;
  /**
   * Not registered and not trying any more; of a retired generation: its socket is gone.
   * @param retryAfter milliseconds that the registrar wants to be left alone; 0: it said nothing
   */
  readonly onFailed: (failure: RegistrationFailure, retryAfter: number) => void;
  readonly onInvitation: (invitation: Invitation) => void;
  /** A 2xx to the REGISTER that took the binding back. */
  readonly onUnregistered: () => void;
}

/**
 * Pause between two OPTIONS that prove that the socket still carries, and how long their answer may take,
 * in milliseconds. Together less than 10 s: no longer may a phone be green and deaf (trap 1).
 */
const heartbeatMs = 4_000;
const heartbeatAnswerMs = 5_000;
/** Unregistering politely may take this long, in milliseconds (traps 2, 36). */
const farewellMs = 1_500;

/**
 * One connection to one registrar: one UserAgent, one Registerer, used until the first trouble and then
 * replaced as a whole, because neither survives trouble reliably (traps 2 to 8). Calls that are already
 * talking stay with their generation until they end; when its socket goes, it can be given a new one for
 * them (`revive`), but it never registers again.
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
  #disposed = false;
  /** How long the socket and a REGISTER may each stay without an answer, in milliseconds. */
  #answerLimitMs = longestAnswerMs;
  /** Resolves when the registrar knows that we are gone, or cannot be told. */
  #farewell: Promise<void> = Promise.resolve();
  readonly #deadlines: Deadlines<'answer' | 'refresh' | 'heartbeat' | 'heartbeatAnswer'>;

  constructor(
    connection: Connection,
    server: string,
    calls: CallList,
    ports: PhonePorts,
    listener: GenerationListener,
  ) {
    this.#ports = ports;
    this.#listener = listener;
    this.#deadlines = new Deadlines(ports.log);
    this.userAgent = createUserAgent(connection, server, calls, ports, {
      onDisconnect: (error) => {
        if (error !== undefined || !this.#retired) this.#fail('connectionLost');
      },
      onInvite: (invitation) => {
        this.#invited(invitation);
      },
    });
    this.#registerer = new ToldRegisterer(this.userAgent, {
      expires: expiresSeconds,
      regId: 1,
      instanceId: connection.instanceId,
      logConfiguration: false,
    });
    this.#registerer.onDue = guarded(ports.log, () => {
      this.#register();
    });
    this.#registerer.onUnregistered = guarded(ports.log, listener.onUnregistered);
  }

  /**
   * Connects and registers; the outcome goes to the listener. Never rejects.
   * @param answerLimit how long the socket and the first REGISTER may each take, in milliseconds
   */
  async start(answerLimit: number): Promise<void> {
    this.#answerLimitMs = answerLimit;
    if (await this.#connect()) this.#register();
  }

  /**
   * Connects without registering, to see whether there is anybody. Never rejects.
   * @returns whether the registrar answered; `register` may follow
   */
  async prove(): Promise<boolean> {
    if (!(await this.#connect())) return false;
    return new Promise((resolve) => {
      // Also when the socket goes meanwhile: this deadline is not one of those that end with it.
      setTimeout(() => {
        resolve(false);
      }, heartbeatAnswerMs);
      this.#ask(() => {
        resolve(!this.#gone);
      });
    });
  }

  /** Registers after `prove`. */
  register(): void {
    this.#register();
  }

  /**
   * Stops registering and taking calls; calls in progress keep the socket until `dispose`. The binding
   * is taken back at once: later, the registrar could mistake it for that of the next generation, which
   * has the same instance.
   */
  retire(): void {
    if (this.#retired) return;
    this.#retired = true;
    this.#deadlines.clear('answer');
    this.#deadlines.clear('refresh');
    this.#farewell = this.#registerer.dispose().catch((error: unknown) => {
      this.#ports.log('warn', `unregister: ${String(error)}`);
    });
    if (this.#registered && !this.#gone) this.#probe();
  }

  /**
   * A new socket to the same registrar for the calls that this generation still carries. Never rejects.
   * @returns whether there is one
   */
  async revive(): Promise<boolean> {
    if (!this.#gone) return true;
    // A half-open socket never ends its closing handshake; connecting meanwhile is allowed (trap 2).
    settle(
      this.userAgent.transport.disconnect().catch(() => undefined),
      this.#ports,
    );
    const connected = await this.#reconnect();
    if (this.#disposed || !connected) return false;
    this.#gone = false;
    this.#probe();
    return true;
  }

  /** Gives the socket up, after a polite farewell where it can still be said. Never rejects. */
  async dispose(): Promise<void> {
    this.retire();
    const wasGone = this.#gone;
    this.#gone = true;
    this.#disposed = true;
    this.#deadlines.clearAll();
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

  async #connect(): Promise<boolean> {
    this.#deadlines.after('answer', this.#answerLimitMs, () => {
      this.#fail('serverUnreachable');
    });
    try {
      await this.userAgent.start();
      this.#deadlines.clear('answer');
      return !this.#gone;
    } catch {
      this.#fail('serverUnreachable');
      return false;
    }
  }

  async #reconnect(): Promise<boolean> {
    const { userAgent } = this;
    try {
      await Promise.race([userAgent.reconnect(), pause(connectLimitMs)]);
      return userAgent.isConnected();
    } catch {
      return false;
    }
  }

  #register(): void {
    if (this.#retired) return;
    if (!this.#registered) this.#listener.onRegistering();
    this.#deadlines.after('answer', this.#answerLimitMs, () => {
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
          onReject: guarded(this.#ports.log, ({ message }) => {
            const status = message.statusCode ?? 0;
            // Each answer to a challenge counts the sequence number up.
            const authenticated = message.cseq > firstCseq;
            this.#fail(failureOfStatus(status, authenticated), retryAfterMs(message));
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
    this.#deadlines.clear('answer');
    if (!this.#registered) this.#beat();
    this.#registered = true;
    this.#answerLimitMs = longestAnswerMs;
    // Half of what was granted leaves time for another try; SIP.js would wait for the last per cent.
    this.#deadlines.after('refresh', Math.max(granted, 20) * 500, () => {
      this.#register();
    });
    this.#listener.onConfirmed();
  }

  #beat(): void {
    this.#deadlines.after('heartbeat', heartbeatMs, () => {
      this.#probe();
    });
  }

  /** Any final answer to OPTIONS proves the socket, silence condemns it (trap 1). */
  #probe(): void {
    this.#deadlines.clear('heartbeat');
    this.#deadlines.after('heartbeatAnswer', heartbeatAnswerMs, () => {
      this.#fail('connectionLost');
    });
    this.#ask(() => {
      this.#deadlines.clear('heartbeatAnswer');
      if (this.#gone) return;
      this.#beat();
      if (!this.#retired) this.#listener.onAnswered();
    });
  }

  /** OPTIONS to the registrar. @param onAnswer called for any final answer, also a refusal */
  #ask(onAnswer: () => void): void {
    const core = this.userAgent.userAgentCore;
    const { uri } = this.userAgent.configuration;
    const target = UserAgent.makeURI(`sip:${uri.host}`) ?? uri;
    const answered = guarded(this.#ports.log, onAnswer);
    const message = core.makeOutgoingRequestMessage('OPTIONS', target, uri, target, {});
    core.request(message, { onAccept: answered, onReject: answered, onRedirect: answered });
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

  #fail(failure: RegistrationFailure, retryAfter = 0): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#deadlines.clearAll();
    this.retire();
    this.#listener.onFailed(failure, retryAfter);
  }
}
