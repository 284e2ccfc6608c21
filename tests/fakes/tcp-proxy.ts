import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What the network does to connections: pass everything, swallow it without a word (a half-open socket, a
 * firewall, sleep), or refuse new ones.
 */
type Mood = 'pass' | 'swallow' | 'refuse';

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

/** A piece of network on loopback that a test can break: bytes to one TCP port go through it. */
export class TcpProxy {
  readonly port: number;
  mood: Mood = 'pass';
  /** Time that bytes take in each direction, in milliseconds. */
  delayMs = 0;
  /** Connections accepted so far. */
  connections = 0;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
  }

  /**
   * @param target TCP port on loopback
   * @param at where it listens; port 0: a free one
   */
  static async open(target: number, at = { address: '127.0.0.1', port: 0 }): Promise<TcpProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(at.port, at.address, resolve);
    });
    const address = server.address();
    if (address === null || typeof address !== 'object') throw new Error('no port');
    const proxy = new TcpProxy(server, address.port);
    server.on('connection', (near) => {
      proxy.#join(near, target);
    });
    return proxy;
  }

  /** Both ends are told by RST that the connection is gone: the proxy of the house was restarted. */
  reset(): void {
    for (const { near, far } of this.#pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  /** Both ends are told politely (FIN). */
  drop(): void {
    for (const { near, far } of this.#pairs) {
      near.end();
      far.end();
    }
  }

  async close(): Promise<void> {
    this.reset();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket, target: number): void {
    this.connections += 1;
    if (this.mood === 'refuse') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    const pair = { near, far };
    this.#pairs.add(pair);
    this.#pass(near, far);
    this.#pass(far, near);
    for (const socket of [near, far])
      socket.on('close', () => {
        this.#pairs.delete(pair);
      });
  }

  #pass(from: Socket, to: Socket): void {
    from.on('error', () => undefined);
    from.on('data', (bytes: Buffer) => {
      const send = (): void => {
        if (this.mood !== 'swallow' && to.writable) to.write(bytes);
      };
      if (this.delayMs === 0) send();
      else setTimeout(send, this.delayMs);
    });
    // What is swallowed is also not closed: nobody learns of it.
    from.on('close', () => {
      if (this.mood !== 'swallow') to.destroy();
    });
  }
}
