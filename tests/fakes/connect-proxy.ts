import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** The proxy of a county: tunnels by CONNECT (RFC 9110 9.3.6) and does nothing else. */
export interface ConnectProxy {
  /** `http://host:port` */
  readonly url: string;
  /** `host:port` of each tunnel, in order, and the whole address of what was asked for without one. */
  readonly tunnels: string[];
  readonly close: () => void;
}

export async function startConnectProxy(): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const server = createServer();
  server.on('request', (request, response) => {
    tunnels.push(request.url ?? '');
    response.writeHead(502).end();
  });
  const open = new Set<{ readonly destroy: () => unknown }>();
  server.on('connect', (request, client) => {
    const target = request.url ?? '';
    tunnels.push(target);
    const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(target) ?? [];
    const far = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.pipe(client).pipe(far);
    });
    open.add(client).add(far);
    far.on('error', () => client.destroy());
    client.on('error', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    tunnels,
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
