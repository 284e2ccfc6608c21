import type { Invitation, UserAgent } from 'sip.js';
import type { Connection } from '../../../shared/contract.ts';
import type { Registration, RegistrationFailure } from '../../../shared/registration.ts';
import type { CallEntry, CallList } from './call-list.ts';
import { Generation } from './generation.ts';
import type { PhonePorts } from './ports.ts';

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** A wrong password is not tried over and over: many PBXs lock the account. */
const passwordPauseMs = 60_000;

/**
 * Pause before the next attempt: doubling from 1 s to 30 s, each between half and one and a half of
 * that, so that 25 desks do not come back in the same moment.
 * @param attempt 0 for the first
 * @param random 0 (inclusive) to 1 (exclusive)
 */
export function retryPauseMs(
  attempt: number,
  failure: RegistrationFailure,
  random: number,
): number {
  if (failure === 'wrongPassword' || failure === 'forbidden') return passwordPauseMs;
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempt, 10));
  return Math.round(pause * (0.5 + random));
}

export interface SupervisorListener {
  readonly onRegistration: (registration: Registration) => void;
  readonly onInvitation: (invitation: Invitation) => void;
  /** The socket of these calls is gone. */
  readonly onSignallingLost: (entries: readonly CallEntry[]) => void;
}

/**
 * Keeps the phone registered: owns retries, the choice of the registrar and the change of generations.
 * SIP.js's own retries are off.
 */
export class Supervisor {
  readonly #calls: CallList;
  readonly #ports: PhonePorts;
  readonly #listener: SupervisorListener;
  #connection: Connection | null = null;
  #current: Generation | null = null;
  /** Retired generations that still carry a conversation. */
  readonly #lingering = new Set<Generation>();
  #attempt = 0;
  #server = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #registration: Registration = { phase: 'off' };

  constructor(calls: CallList, ports: PhonePorts, listener: SupervisorListener) {
    this.#calls = calls;
    this.#ports = ports;
    this.#listener = listener;
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
    this.#attempt = 0;
    this.#server = 0;
    this.#next();
  }

  /** The machine slept or changed its network: whatever the socket says, it is not to be trusted. */
  renew(): void {
    this.#attempt = 0;
    if (this.#connection !== null) this.#next();
  }

  /** Ends generations whose last call is over. */
  sweep(): void {
    for (const generation of this.#lingering)
      if (this.#entriesOf(generation).length === 0) {
        this.#lingering.delete(generation);
        void generation.dispose();
      }
  }

  #next(): void {
    clearTimeout(this.#retry);
    this.#retireCurrent();
    const connection = this.#connection;
    if (connection === null) {
      this.#set({ phase: 'off' });
      return;
    }
    const server = connection.registrars[this.#server % connection.registrars.length] ?? '';
    this.#set({ phase: 'connecting', server });
    const generation: Generation = new Generation(connection, server, this.#calls, this.#ports, {
      onRegistering: () => {
        this.#set({ phase: 'registering', server });
      },
      onConfirmed: () => {
        this.#attempt = 0;
        this.#set({ phase: 'registered', server, confirmedAt: this.#ports.now() });
      },
      onFailed: (failure) => {
        this.#failed(generation, server, failure);
      },
      onInvitation: this.#listener.onInvitation,
    });
    this.#current = generation;
    void generation.start();
  }

  #failed(generation: Generation, server: string, failure: RegistrationFailure): void {
    const entries = this.#entriesOf(generation);
    if (generation !== this.#current) {
      if (entries.length > 0) this.#listener.onSignallingLost(entries);
      this.sweep();
      return;
    }
    this.#ports.log('warn', `registration failed: ${failure}`);
    this.#retireCurrent();
    if (entries.length > 0) this.#listener.onSignallingLost(entries);
    const pause = retryPauseMs(this.#attempt, failure, this.#ports.random());
    this.#attempt += 1;
    this.#server += 1;
    this.#set({ phase: 'waiting', server, failure, retryAt: this.#ports.now() + pause });
    this.#retry = setTimeout(() => {
      this.#next();
    }, pause);
  }

  #retireCurrent(): void {
    const generation = this.#current;
    this.#current = null;
    if (generation === null) return;
    generation.retire();
    this.#lingering.add(generation);
    this.sweep();
  }

  #entriesOf({ userAgent }: Generation): readonly CallEntry[] {
    return this.#calls.entries.filter(
      ({ session, call }) => session.userAgent === userAgent && call.phase !== 'ended',
    );
  }

  #set(registration: Registration): void {
    this.#registration = registration;
    this.#listener.onRegistration(registration);
  }
}
