import { challenge, verifyDigest } from '../../../main/practice/switchboard/digest.ts';
import type { FakeSocket, FakeWire } from '../../fakes/fake-wire.ts';
import { until } from './clock.ts';
import { FarCall, type InviteOptions } from './far-call.ts';
import {
  IncomingRequestMessage,
  parse,
  writeReply,
  type IncomingResponseMessage,
  type Reply,
} from './sip-text.ts';

export const realm = 'exchange.invalid';
export const password = 'geheim';

/**
 * The exchange at the far end of the wire: registers with digest, answers OPTIONS, and has one FarCall
 * for each call. A test replaces the answers it wants to be different.
 */
export class Exchange {
  readonly registers: IncomingRequestMessage[] = [];
  readonly options: IncomingRequestMessage[] = [];
  /** Answers outside of any call, e.g. to an out-of-dialog REFER. */
  readonly responses: IncomingResponseMessage[] = [];
  /** Calls that the phone placed. */
  readonly placed: FarCall[] = [];
  onRegister: (request: IncomingRequestMessage) => Reply | null = digestRegistrar();
  /** Subscriptions of the phone; each is answered as a test says, or with 200. */
  readonly subscribed: FarCall[] = [];
  onSubscribed: (subscription: FarCall) => void = () => undefined;
  onOptions: () => Reply | null = () => ({ status: 200 });
  /** What an INVITE of the phone meets first. */
  onPlaced: (call: FarCall) => void = () => undefined;
  readonly #calls = new Map<string, FarCall>();
  readonly #wire: FakeWire;
  #contact = '';
  #registered: FakeSocket | null = null;

  constructor(wire: FakeWire) {
    this.#wire = wire;
    wire.onSocket = (socket) => {
      socket.onText = (text) => {
        this.#receive(socket, text);
      };
    };
  }

  /** Rings the phone at the contact that it registered last, over the socket where it did. */
  call(options: InviteOptions = {}): FarCall {
    const call = this.prepareCall();
    call.invite(options);
    return call;
  }

  /** A call whose INVITE the test writes itself. */
  prepareCall(): FarCall {
    const call = new FarCall(this.#registered ?? this.#wire.socket, this.#contact);
    this.#calls.set(call.callId, call);
    return call;
  }

  get contact(): string {
    return this.#contact;
  }

  /** Waits for a call of the phone. */
  async placedCall(index = 0): Promise<FarCall> {
    await until(
      () => this.placed[index] !== undefined,
      () => 'the phone has not called',
    );
    const call = this.placed[index];
    if (call === undefined) throw new Error('unreachable');
    return call;
  }

  #receive(socket: FakeSocket, text: string): void {
    const message = parse(text);
    const call = this.#calls.get(message.callId);
    if (call !== undefined) call.receive(message, socket);
    else if (!(message instanceof IncomingRequestMessage)) this.responses.push(message);
    else if (message.method === 'REGISTER') this.#register(socket, message);
    else if (message.method === 'OPTIONS') {
      this.options.push(message);
      this.#reply(socket, message, this.onOptions());
    } else if (message.method === 'INVITE')
      this.#begun(socket, message, this.placed, this.onPlaced);
    else if (message.method === 'SUBSCRIBE')
      this.#begun(socket, message, this.subscribed, this.onSubscribed);
    else throw new Error(`unexpected ${message.method}`);
  }

  #begun(
    socket: FakeSocket,
    message: IncomingRequestMessage,
    list: FarCall[],
    on: (call: FarCall) => void,
  ): void {
    const begun = new FarCall(socket, targetOf(message), message.callId);
    this.#calls.set(message.callId, begun);
    list.push(begun);
    on(begun);
    begun.receive(message);
  }

  #register(socket: FakeSocket, message: IncomingRequestMessage): void {
    this.registers.push(message);
    const reply = this.onRegister(message);
    if (reply?.status === 200 && expiresOf(message) > 0) {
      this.#contact = targetOf(message);
      this.#registered = socket;
    }
    this.#reply(socket, message, reply);
  }

  #reply(socket: FakeSocket, request: IncomingRequestMessage, reply: Reply | null): void {
    if (reply !== null) socket.deliver(writeReply(request, reply, 'exchange'));
  }
}

/** 401 first, then 200 to the right password and 403 to a wrong one. */
export function digestRegistrar(
  accepted: (request: IncomingRequestMessage) => Reply = grant,
): (request: IncomingRequestMessage) => Reply {
  return (request) => {
    const context = { secret: 'nonce', connection: 1, now: Date.now() };
    const verdict = verifyDigest(
      request.getHeader('Authorization') ?? null,
      { method: 'REGISTER', uri: request.ruri?.toString() ?? '', realm },
      (user) => (user === 'agent' ? password : null),
      context,
    );
    if (verdict.verdict === 'accepted') return accepted(request);
    if (verdict.verdict === 'wrong') return { status: 403 };
    const stale = verdict.verdict === 'stale';
    return { status: 401, headers: [`WWW-Authenticate: ${challenge(realm, context, stale)}`] };
  };
}

/** 200 with the phone's own contact, for as long as it asked (or as given). */
export function grant(request: IncomingRequestMessage, seconds?: number): Reply {
  const contact = request.getHeader('Contact') ?? '';
  const granted =
    seconds === undefined ? contact : contact.replace(/expires=\d+/, `expires=${String(seconds)}`);
  return { status: 200, headers: [`Contact: ${granted}`] };
}

/** Seconds of validity that a REGISTER asks for; 0 takes the registration back. */
export function expiresOf(request: IncomingRequestMessage): number {
  return Number(/expires=(\d+)/.exec(request.getHeader('Contact') ?? '')?.[1]);
}

function targetOf(message: IncomingRequestMessage): string {
  return /<([^>]+)>/.exec(message.getHeader('Contact') ?? '')?.[1] ?? '';
}
