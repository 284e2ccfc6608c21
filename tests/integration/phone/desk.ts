import { expect, vi } from 'vitest';
import { nothingWatched, watchedSchema, type Watched } from '../../../shared/agent/watched.ts';
import type { Call } from '../../../shared/call/call.ts';
import { callSchema } from '../../../shared/call/call.ts';
import { phoneContract, type Connection } from '../../../shared/contract.ts';
import type { CalledNumberHeaders } from '../../../shared/lines/called-number.ts';
import { registrationSchema, type Registration } from '../../../shared/registration.ts';
import {
  createSipPhone,
  webTransport,
  type SipPhone,
  type SipPhoneListener,
} from '../../../renderer/phone/sip/index.ts';
import { FakeMedia } from '../../fakes/fake-media.ts';
import { FakeWire } from '../../fakes/fake-wire.ts';
import { pass, stopClock, until } from './clock.ts';
import { Exchange, password } from './exchange.ts';
import type { FarCall, InviteOptions } from './far-call.ts';

export const connection: Connection = {
  registrars: ['wss://one.exchange.invalid/ws'],
  domain: 'exchange.invalid',
  user: 'agent',
  authorizationUser: 'agent',
  displayName: 'Agent One',
  password,
  instanceId: '3f0a2b7e-9a55-4f0e-8f6b-0f6d2a1c4b11',
  dialedNumberHeader: 'X-Dialed-Number',
  dtmf: 'rfc4733',
  blindTransfer: 'supervised',
  conferenceRoom: null,
  incomingRefer: 'refuse',
};

/** The real phone, the real SIP.js and its real WebSocket transport; wire, media and clock are fakes. */
export class Desk {
  readonly wire = new FakeWire();
  readonly exchange: Exchange;
  readonly media = new FakeMedia();
  readonly phone: SipPhone;
  readonly logged: string[] = [];
  readonly registrations: Registration[] = [];
  /** When each of them was told, in milliseconds. */
  readonly registrationTimes: number[] = [];
  readonly incoming: {
    readonly call: Call;
    readonly headers: CalledNumberHeaders;
    readonly answerAfter: number | null;
  }[] = [];
  /** How often the exchange has confirmed that the registration was taken back. */
  unregistered = 0;
  watched: Watched = nothingWatched;
  calls: readonly Call[] = [];
  /** Every phase of every call, in order, e.g. `ringing`. */
  readonly phases: string[] = [];
  /** A test may let the surroundings fail here, before anything is recorded. */
  disturb: (what: keyof SipPhoneListener) => void = () => undefined;

  readonly #unhandled: unknown[] = [];
  readonly #onUnhandled = (reason: unknown): void => {
    this.#unhandled.push(reason);
  };

  constructor() {
    stopClock();
    process.on('unhandledRejection', this.#onUnhandled);
    this.wire.install();
    this.exchange = new Exchange(this.wire);
    this.phone = createSipPhone(
      {
        transport: webTransport,
        ...this.media.ports,
        now: () => Date.now(),
        newId: () => crypto.randomUUID(),
        random: () => 0.5,
        log: (level, message) => {
          phoneContract.reports.logged.parse({ level, message });
          this.logged.push(`${level} ${message}`);
        },
      },
      {
        onIncoming: (call, headers, answerAfter) => {
          this.disturb('onIncoming');
          this.incoming.push(phoneContract.reports.incoming.parse({ call, headers, answerAfter }));
        },
        onCalls: (_before, after) => {
          this.disturb('onCalls');
          this.calls = after.map((call) => callSchema.parse(call));
          const { phase } = after.at(-1) ?? { phase: 'none' };
          if (this.phases.at(-1) !== phase) this.phases.push(phase);
        },
        onRegistration: (registration) => {
          this.disturb('onRegistration');
          this.registrationTimes.push(Date.now());
          this.registrations.push(registrationSchema.parse(registration));
        },
        onUnregistered: () => {
          this.unregistered += 1;
        },
        onWatched: (watched) => {
          this.watched = watchedSchema.parse(watched);
        },
      },
    );
  }

  get registration(): Registration {
    return this.registrations.at(-1) ?? { phase: 'off' };
  }

  /** The only call. */
  get call(): Call {
    const [call, ...others] = this.calls;
    if (call === undefined || others.length > 0)
      throw new Error(`${String(this.calls.length)} calls`);
    return call;
  }

  /** Waits for the registration to reach a phase. */
  async registrationIs(phase: Registration['phase'], limitMs?: number): Promise<void> {
    await until(
      () => this.registration.phase === phase,
      () => `registration is ${JSON.stringify(this.registration)}`,
      limitMs,
    );
  }

  async register(changes: Partial<Connection> = {}): Promise<void> {
    this.phone.connect({ ...connection, ...changes });
    await this.registrationIs('registered');
  }

  /** Waits until a call (the first, unless said) has these properties. */
  async callIs(expected: Partial<Call>, index = 0, limitMs?: number): Promise<Call> {
    const fits = (): boolean =>
      Object.entries(expected).every(
        ([name, value]) => this.calls[index]?.[name as keyof Call] === value,
      );
    await until(fits, () => `call is ${JSON.stringify(this.calls[index])}`, limitMs);
    const call = this.calls[index];
    if (call === undefined) throw new Error('unreachable');
    return call;
  }

  /** An incoming call that rings. */
  async ringing(options: InviteOptions = {}): Promise<FarCall> {
    const index = this.calls.length;
    const far = this.exchange.call(options);
    await far.answered(180);
    await this.callIs({ phase: 'ringing' }, index);
    return far;
  }

  /** An incoming call that has been answered and acknowledged. */
  async talking(options: InviteOptions = {}): Promise<FarCall> {
    const index = this.calls.length;
    const far = await this.ringing(options);
    this.phone.answer(this.calls[index]?.id ?? '');
    await far.answered(200);
    far.ack();
    await this.callIs({ phase: 'connected', hold: 'active' }, index);
    await pass(5);
    return far;
  }

  /** Nothing of any call is left: no open microphone, no peer connection. */
  expectReleased(): void {
    expect(this.media.microphones.map(({ readyState }) => readyState)).not.toContain('live');
    expect(this.media.connections.map(({ signalingState }) => signalingState)).toEqual(
      this.media.connections.map(() => 'closed'),
    );
  }

  async close(): Promise<void> {
    this.disturb = () => undefined;
    for (const { id } of this.calls) this.phone.hangUp(id);
    this.phone.connect(null);
    // Longer than any timer of SIP.js, so that whatever is left over shows here and not in the next test.
    await pass(120_000);
    vi.useRealTimers();
    vi.unstubAllGlobals();
    process.off('unhandledRejection', this.#onUnhandled);
    expect(this.#unhandled, 'promises that nobody caught').toEqual([]);
  }
}
