import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { startConnectProxy } from '../../tests/fakes/connect-proxy.ts';
import { handshakeFailure } from './check-handshake.ts';

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server = null;
});

/** A web server with a WebSocket at `/ws` that speaks these protocols. */
async function listen(protocols: readonly string[]): Promise<string> {
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (asked) => protocols.find((name) => asked.has(name)) ?? false,
  });
  const opened = createServer((_request, answer) => {
    answer.writeHead(404).end();
  });
  opened.on('upgrade', (request, socket, head) => {
    if (request.url === '/ws') sockets.handleUpgrade(request, socket, head, () => undefined);
    else socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  server = opened;
  return `ws://127.0.0.1:${String((opened.address() as AddressInfo).port)}`;
}

it('is content with a WebSocket that speaks SIP', async () => {
  expect(await handshakeFailure(`${await listen(['sip'])}/ws`, 2_000, null)).toBeNull();
});

it.each([
  [['chat'], '/ws', /nicht SIP/],
  [['sip'], '/elsewhere', /HTTP 404/],
])('says what is wrong with %j at %s', async (protocols, path, told) => {
  expect(await handshakeFailure(`${await listen(protocols)}${path}`, 2_000, null)).toMatch(told);
});

it('goes the way that the telephone goes, and says when the proxy is not there', async () => {
  const address = await listen(['sip']);
  const proxy = await startConnectProxy();
  expect(await handshakeFailure(`${address}/ws`, 2_000, proxy.url)).toBeNull();
  expect(proxy.tunnels).toEqual([new URL(address).host]);
  proxy.close();
  expect(await handshakeFailure(`${address}/ws`, 2_000, proxy.url)).toMatch(/kam nicht zustande/);
});

it('says that nobody is there', async () => {
  const address = await listen(['sip']);
  server?.close();
  expect(await handshakeFailure(`${address}/ws`, 2_000, null)).toMatch(/kam nicht zustande/);
});
