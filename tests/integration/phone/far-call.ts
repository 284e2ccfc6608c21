import { until } from './clock.ts';
import {
  writeMessage,
  writeReply,
  IncomingResponseMessage,
  type IncomingRequestMessage,
  type Reply,
} from './sip-text.ts';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import type { FakeSocket } from '../../fakes/fake-wire.ts';

let counter = 0;

/** What an INVITE to the phone looks like where it matters to a test. */
export interface InviteOptions {
  readonly from?: string;
  readonly to?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
  readonly contentType?: string;
}

/**
 * The other party of one call, played by the test: sends what it is told to, keeps what it gets, and
 * answers in-dialog requests with 200 unless a test says otherwise.
 */
export class FarCall {
  readonly callId: string;
  /** Final and provisional answers of the phone, in order. */
  readonly responses: IncomingResponseMessage[] = [];
  /** Requests of the phone within this call, in order; the INVITE of a call that it placed first. */
  readonly requests: IncomingRequestMessage[] = [];
  /** Answers a request of the phone; null: silence. */
  answer: (request: IncomingRequestMessage) => Reply | null = (request) =>
    request.method === 'INVITE' ? acceptingReply(request.body) : { status: 200 };
  /** Where the phone was heard last, as an exchange takes it that rewrites contacts. */
  #socket: FakeSocket;
  readonly #tag = `far${String((counter += 1))}`;
  readonly #target: string;
  #cseq = 100;
  #branch = '';
  #to: string;
  #from: string;

  constructor(socket: FakeSocket, target: string, callId = `call-${String(counter)}@far`) {
    this.#socket = socket;
    this.#target = target;
    this.callId = callId;
    this.#from = `<sip:+494103700@exchange.invalid>;tag=${this.#tag}`;
    this.#to = '<sip:agent@exchange.invalid>';
  }

  get tag(): string {
    return this.#tag;
  }

  /** Status codes of the phone's answers to one method. */
  statuses(method = 'INVITE'): number[] {
    return this.responses
      .filter((response) => response.method === method)
      .map(({ statusCode }) => statusCode ?? 0);
  }

  /** Methods of the phone's requests. */
  get methods(): string[] {
    return this.requests.map(({ method }) => method);
  }

  /** Rings the phone. */
  invite(options: InviteOptions = {}): void {
    const { from, to, headers = [], body = audioSdp(), contentType } = options;
    if (from !== undefined) this.#from = `${from};tag=${this.#tag}`;
    if (to !== undefined) this.#to = to;
    this.#send('INVITE', headers, body, { contentType });
  }

  /** An INVITE within the call. */
  reinvite(body: string, headers: readonly string[] = []): void {
    this.#send('INVITE', headers, body);
  }

  /** An UPDATE with an offer (RFC 3311). */
  update(body: string): void {
    this.#send('UPDATE', [], body);
  }

  /** Acknowledges the last final answer to an INVITE. @param body an answer to an offer of the phone */
  ack(body = ''): void {
    const last = this.responses.findLast(
      ({ method, statusCode }) => method === 'INVITE' && (statusCode ?? 0) >= 200,
    );
    // RFC 3261 17.1.1.3: the ACK of a refusal belongs to the transaction of the INVITE.
    const refused = (last?.statusCode ?? 0) >= 300;
    this.#send('ACK', [], body, { cseq: last?.cseq ?? this.#cseq, sameBranch: refused });
  }

  cancel(headers: readonly string[] = []): void {
    this.#send('CANCEL', headers, '', { cseq: this.#cseq, sameBranch: true });
  }

  bye(): void {
    this.#send('BYE');
  }

  /** Any other request within the call. */
  request(method: string, headers: readonly string[] = [], options: Sending = {}): void {
    this.#send(method, headers, '', options);
  }

  /** Tells how a transfer goes (RFC 3515 2.4.5). */
  notify(sipfrag: string, state = 'active;expires=60', event = 'refer'): void {
    const headers = [`Event: ${event}`, `Subscription-State: ${state}`].filter(
      (header) => !header.endsWith(': '),
    );
    this.#send('NOTIFY', headers, sipfrag, { contentType: 'message/sipfrag;version=2.0' });
  }

  /** Answers a request of the phone that `answer` left open. @param tag of a branch, if the call forks */
  reply(request: IncomingRequestMessage, reply: Reply, tag = this.#tag): void {
    const contact = 'Contact: <sip:far@exchange.invalid;transport=ws>';
    const headers = [contact, ...(reply.headers ?? [])];
    this.#socket.deliver(writeReply(request, { ...reply, headers }, tag));
  }

  /** Waits for an answer to a request of the far side. */
  async answered(status: number, method = 'INVITE'): Promise<IncomingResponseMessage> {
    await until(
      () => this.statuses(method).includes(status),
      () => `no ${String(status)} to ${method}, only ${this.statuses(method).join(' ')}`,
    );
    const found = this.responses.find(
      (response) => response.method === method && response.statusCode === status,
    );
    if (found === undefined) throw new Error('unreachable');
    return found;
  }

  /** Waits for the n-th request with this method. */
  async got(method: string, index = 0): Promise<IncomingRequestMessage> {
    const matching = (): IncomingRequestMessage | undefined =>
      this.requests.filter((request) => request.method === method)[index];
    await until(
      () => matching() !== undefined,
      () => `no ${method}, only ${this.methods.join(' ')}`,
    );
    const found = matching();
    if (found === undefined) throw new Error('unreachable');
    return found;
  }

  /** A message of the phone has arrived. */
  receive(
    message: IncomingRequestMessage | IncomingResponseMessage,
    socket: FakeSocket = this.#socket,
  ): void {
    this.#socket = socket;
    if (message instanceof IncomingResponseMessage) {
      this.responses.push(message);
      const tag = message.toTag as string | undefined;
      if (tag !== undefined && tag !== '' && !this.#to.includes(';tag='))
        this.#to = message.getHeader('To') ?? this.#to;
      // As a real exchange does: a refused INVITE is acknowledged at once.
      if (message.method === 'INVITE' && (message.statusCode ?? 0) >= 300) this.ack();
      return;
    }
    this.requests.push(message);
    if (message.method === 'ACK') return;
    const begins = message.method === 'INVITE' || message.method === 'SUBSCRIBE';
    if (begins && this.requests.length === 1 && this.responses.length === 0) {
      this.#from = `${message.getHeader('To') ?? ''};tag=${this.#tag}`;
      this.#to = message.getHeader('From') ?? '';
    }
    const reply = this.answer(message);
    if (reply !== null) this.reply(message, reply);
  }

  #send(method: string, headers: readonly string[] = [], body = '', options: Sending = {}): void {
    const { cseq = (this.#cseq += 1), sameBranch = false, contentType } = options;
    if (!sameBranch || this.#branch === '')
      this.#branch = `z9hG4bK-${this.#tag}-${String(cseq)}-${method}`;
    this.#socket.deliver(
      writeMessage(
        `${method} ${this.#target} SIP/2.0`,
        [
          `Via: SIP/2.0/WS exchange.invalid;branch=${this.#branch}`,
          `From: ${this.#from}`,
          `To: ${this.#to}`,
          `Call-ID: ${this.callId}`,
          `CSeq: ${String(cseq)} ${method}`,
          'Max-Forwards: 70',
          'Contact: <sip:far@exchange.invalid;transport=ws>',
          ...headers,
        ],
        body,
        contentType,
      ),
    );
  }
}

interface Sending {
  /** The next one unless said. */
  readonly cseq?: number;
  /** Belongs to the transaction of the last request. */
  readonly sameBranch?: boolean;
  readonly contentType?: string | undefined;
}

/** Agrees with an offer and mirrors its direction. */
export function acceptingReply(offer: string | undefined): Reply {
  const held = /^a=sendonly/m.test(offer ?? '');
  return { status: 200, body: audioSdp(held ? 'recvonly' : 'sendrecv', 'active') };
}
