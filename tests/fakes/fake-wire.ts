import { vi } from 'vitest';

/** What a server does with a client that knocks. */
type Welcome =
  /** Opens the socket. */
  | 'open'
  /** Closes it at once: nobody listens, wrong certificate, wrong path. */
  | 'refuse'
  /** Says nothing: a firewall that swallows packets. */
  | 'silent';

/** Time a message travels, in milliseconds. Not 0: SIP.js may rely on its own promises settling first. */
const travelMs = 1;

/**
 * One WebSocket in memory, both ends. The page's end is what SIP.js's own transport holds, so its state
 * machine is under test as well; the far end belongs to the test.
 */
export class FakeSocket extends EventTarget {
  readonly url: string;
  readonly protocol: string;
  binaryType = 'blob';
  /** Everything the page has sent, in order. */
  readonly sent: string[] = [];
  /** Called with each text of the page; the far end's ear. */
  onText: (text: string) => void = () => undefined;
  #state: 'connecting' | 'open' | 'closed' = 'connecting';
  #dead = false;

  constructor(url: string, protocol: string, welcome: Welcome) {
    super();
    this.url = url;
    this.protocol = protocol;
    if (welcome === 'silent') return;
    later(() => {
      if (this.#state !== 'connecting') return;
      if (welcome === 'refuse') this.#end(1006);
      else {
        this.#state = 'open';
        this.dispatchEvent(new Event('open'));
      }
    });
  }

  get isOpen(): boolean {
    return this.#state === 'open' && !this.#dead;
  }

  /** Page: sends. */
  send(text: string): void {
    // A browser throws only while connecting and drops silently on a closed socket.
    if (this.#state === 'connecting') throw new DOMException('connecting', 'InvalidStateError');
    if (this.#state === 'closed') return;
    this.sent.push(text);
    later(() => {
      if (this.isOpen) this.onText(text);
    });
  }

  /** Page: closes. On a dead line the closing handshake never ends (trap 2). */
  close(): void {
    if (this.#dead) return;
    later(() => {
      this.#end(1000);
    });
  }

  /** Far end: sends. */
  deliver(data: string | ArrayBuffer): void {
    later(() => {
      if (this.isOpen) this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  /** Far end: goes away, and the page notices. */
  drop(): void {
    this.#end(1006);
  }

  /** The line is dead and nobody notices: Wi-Fi gone, machine slept (trap 1). */
  freeze(): void {
    this.#dead = true;
  }

  #end(code: number): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    // Node has no CloseEvent before version 23; SIP.js reads the code only.
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

/** The network between pages and servers: every WebSocket that a page opens. */
export class FakeWire {
  readonly sockets: FakeSocket[] = [];
  /** What happens to the next sockets. */
  welcome: Welcome = 'open';
  /** Told of each new socket before it opens. */
  onSocket: (socket: FakeSocket) => void = () => undefined;

  /** Puts the wire where SIP.js looks for the browser's WebSocket; `vi.unstubAllGlobals` takes it away. */
  install(): void {
    const nextWelcome = (): Welcome => this.welcome;
    const join = (socket: FakeSocket): void => {
      this.sockets.push(socket);
      this.onSocket(socket);
    };
    vi.stubGlobal(
      'WebSocket',
      class extends FakeSocket {
        constructor(url: string, protocol: string) {
          super(url, protocol, nextWelcome());
          join(this);
        }
      },
    );
  }

  /** The newest socket. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('nobody has connected yet');
    return socket;
  }
}

function later(action: () => void): void {
  setTimeout(action, travelMs);
}
