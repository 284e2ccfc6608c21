import type { Invitation, UserAgent } from 'sip.js';
import type { Connection } from '../../../shared/contract.ts';
import type { Registration, RegistrationFailure } from '../../../shared/registration.ts';
import type { CallEntry, CallList } from './call-list.ts';
import { Deadlines } from './deadlines.ts';
import { Generation } from './generation.ts';
import type { PhonePorts } from './ports.ts';
import { answerLimitMs, obeyedPauseMs, retryPauseMs, returnPauseMs } from './retry-pause.ts';
import { Revival } from './revival.ts';
import { ServerChoice } from './server-choice.ts';

export interface SupervisorListener {
  readonly onRegistration: (registration: Registration) => void;
  readonly onInvitation: (invitation: Invitation) => void;
  /** The socket of these calls is gone. */
  readonly onSignallingLost: (entries: readonly CallEntry[]) => void;
  /** This user agent has a new socket: its calls can be taken up again. */
  readonly onSignallingBack: (userAgent: UserAgent) => void;
  /** The registrar has confirmed that this phone is no longer registered, as was asked. */
  readonly onUnregistered: () => void;
}

/**
 * Keeps the phone registered: owns retries, the choice of the registrar and the change of generations.
 * SIP.js's own retries are off.
 */
export class Supervisor {
  readonly #calls: CallList;
  readonly #ports: PhonePorts;
  readonly #listener: SupervisorListener;
  readonly #deadlines: Deadlines<'retry' | 'return'>;
  /** Retired generations that still carry a conversation. */
  readonly #lingering: Revival;
  #connection: Connection | null = null;
  #servers = new ServerChoice([]);
  #current: Generation | null = null;
  /** Failures in a row; attempts to return to a preferred server in a row. */
  #attempt = 0;
  #returns = 0;
  #registration: Registration = { phase: 'off' };

  constructor(calls: CallList, ports: PhonePorts, listener: SupervisorListener) {
    this.#calls = calls;
    this.#ports = ports;
    this.#listener = listener;
    this.#deadlines = new Deadlines(ports.log);
    this.#lingering = new Revival(calls, ports, listener.onSignallingBack);
  }

  get registration(): Registration {
    return this.#registration;
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  /** The user agent for a call out; null while not registered. */
  get userAgent(): UserAgent | null {
    return this.#registration.phase === 'registered' ? (this.#current?.userAgent ?? null) : null;
  }

  /** Registers with this account from now on; null: not at all. */
  connect(connection: Connection | null): void {
    const { phase } = this.#registration;
    const settled = phase === 'off' || phase === 'waiting';
    // At the start the phone asks and main tells: the second answer must not tear down the first.
    if (!settled && JSON.stringify(connection) === JSON.stringify(this.#connection)) return;
    this.#connection = connection;
    this.#servers = new ServerChoice(connection?.registrars ?? []);
    this.#attempt = 0;
    this.#next();
  }

  /** The machine slept or changed its network: whatever the socket says, it is not to be trusted. */
  renew(): void {
    this.#attempt = 0;
    this.#servers.reset();
    if (this.#connection !== null) this.#next();
  }

  /** Ends generations whose last call is over. */
  sweep(): void {
    this.#lingering.sweep();
  }

  #next(): void {
    this.#deadlines.clearAll();
    this.#retireCurrent();
    if (this.#connection === null) {
      this.#set({ phase: 'off' });
      return;
    }
    const server = this.#servers.current;
    this.#set({ phase: 'connecting', server });
    const generation = this.#generation(this.#connection, server);
    this.#current = generation;
    void generation.start(answerLimitMs(this.#attempt));
  }

  #generation(connection: Connection, server: string): Generation {
    const generation: Generation = new Generation(connection, server, this.#calls, this.#ports, {
      onRegistering: () => {
        this.#set({ phase: 'registering', server });
      },
      onConfirmed: () => {
        this.#attempt = 0;
        const now = this.#ports.now();
        const { since } = { since: now, ...this.#registration };
        this.#set({ phase: 'registered', server, since, confirmedAt: now, answeredAt: now });
        // The network is back for one; so it may be for the others.
        this.#lingering.hurry();
        if (!this.#deadlines.has('return')) this.#planReturn();
      },
      onAnswered: () => {
        if (this.#registration.phase === 'registered')
          this.#set({ ...this.#registration, answeredAt: this.#ports.now() });
      },
      onFailed: (failure, retryAfter) => {
        this.#failed(generation, server, failure, retryAfter);
      },
      onInvitation: this.#listener.onInvitation,
      onUnregistered: () => {
        if (this.#registration.phase === 'off') this.#listener.onUnregistered();
      },
    });
    return generation;
  }

  #failed(
    generation: Generation,
    server: string,
    failure: RegistrationFailure,
    retryAfter: number,
  ): void {
    const entries = this.#calls.entriesOf(generation.userAgent);
    if (generation === this.#current) this.#waitAndRetry(server, failure, retryAfter);
    if (entries.length > 0) this.#listener.onSignallingLost(entries);
    this.#lingering.lost(generation);
  }

  #waitAndRetry(server: string, failure: RegistrationFailure, retryAfter: number): void {
    this.#ports.log('warn', `registration failed: ${failure}`);
    const stood = this.#registration.phase === 'registered';
    this.#retireCurrent();
    const now = this.#ports.now();
    if (retryAfter > 0)
      this.#servers.leaveAlone(server, now + obeyedPauseMs(retryAfter, this.#ports.random()));
    // A socket that merely broke is built again where it was; anything else is a reason to move on.
    const freeAt = stood && failure === 'connectionLost' ? now : this.#servers.next(now);
    const pause = retryPauseMs(this.#attempt, failure, this.#ports.random());
    this.#attempt += 1;
    const retryAt = Math.max(now + pause, freeAt);
    this.#set({ phase: 'waiting', server, failure, retryAt });
    this.#deadlines.clear('return');
    this.#deadlines.after('retry', retryAt - now, () => {
      this.#next();
    });
  }

  /** While a server further down the list serves, the better ones are looked for from time to time. */
  #planReturn(): void {
    if (this.#servers.preferred.length === 0) {
      this.#returns = 0;
      return;
    }
    this.#deadlines.after('return', returnPauseMs(this.#returns, this.#ports.random()), () => {
      void this.#return();
    });
  }

  async #return(): Promise<void> {
    const [connection, current] = [this.#connection, this.#current];
    this.#returns += 1;
    for (const server of connection === null ? [] : this.#servers.preferred) {
      if (connection === null) return;
      const candidate = this.#generation(connection, server);
      const proven = await candidate.prove();
      const meanwhile = this.#current !== current || this.#registration.phase !== 'registered';
      if (!proven || meanwhile) void candidate.dispose();
      if (meanwhile) return;
      if (!proven) continue;
      // First the old binding goes, then the new one comes: see Generation.retire.
      this.#servers.use(server);
      this.#retireCurrent();
      this.#current = candidate;
      candidate.register();
      return;
    }
    this.#planReturn();
  }

  #retireCurrent(): void {
    const generation = this.#current;
    this.#current = null;
    if (generation === null) return;
    generation.retire();
    this.#lingering.add(generation);
  }

  #set(registration: Registration): void {
    this.#registration = registration;
    this.#listener.onRegistration(registration);
  }
}
