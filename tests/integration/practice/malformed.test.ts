import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { connectRegistered, openSwitchboard, talk } from './support.ts';

let switchboard: Awaited<ReturnType<typeof openSwitchboard>>;
let socket: WebSocket;
const answers: string[] = [];

beforeEach(async () => {
  switchboard = await openSwitchboard();
  socket = new WebSocket(switchboard.url, 'sip', { origin: 'app://caller' });
  answers.length = 0;
  socket.on('message', (data: Buffer) => answers.push(data.toString()));
  await new Promise((resolve) => socket.once('open', resolve));
});
afterEach(async () => {
  socket.terminate();
  await switchboard.close();
});

function options(...without: string[]): string {
  const headers = [
    'Via: SIP/2.0/WS client.invalid;branch=z9hG4bK1',
    'From: <sip:anrufer@uebung.invalid>;tag=1',
    'To: <sip:uebung.invalid>',
    'Call-ID: 1',
    'CSeq: 1 OPTIONS',
    'Max-Forwards: 70',
    'Content-Length: 0',
  ].filter((line) => !without.some((name) => line.startsWith(name)));
  return ['OPTIONS sip:uebung.invalid SIP/2.0', ...headers, '', ''].join('\r\n');
}

/** The switchboard answers an OPTIONS: it is alive and has dealt with all that came before. */
async function alive(): Promise<void> {
  const before = answers.length;
  socket.send(options());
  await vi.waitFor(() => {
    expect(answers.slice(before).join()).toContain('SIP/2.0 200 OK');
  });
}

test.each([
  ['words', 'hallo Amt'],
  ['nothing', ''],
  ['bytes', Buffer.from([0, 255, 13, 10, 13, 10, 254])],
  ['a header without colon', 'OPTIONS sip:x SIP/2.0\r\nVia\r\n\r\n'],
  ['a response to nothing', 'SIP/2.0 200 OK\r\nVia: SIP/2.0/WS x;branch=z9hG4bK\r\n\r\n'],
  [
    'a lone line feed in a header',
    options().replace('Max-Forwards', 'X-A: 1\nX-B: 2\r\nMax-Forwards'),
  ],
])('%s are dropped', async (_what, message) => {
  socket.send(message);
  await alive();
  expect(answers).toHaveLength(1);
});

test.each(['From', 'To', 'CSeq', 'Call-ID'])('a request without %s gets 400', async (name) => {
  socket.send(options(name));
  await vi.waitFor(() => {
    expect(answers.join()).toContain('SIP/2.0 400 Bad Request');
  });
  await alive();
});

test('a message that promises more bytes than it brings gets 400', async () => {
  socket.send(
    options('Content-Length').replace('Max-Forwards', 'Content-Length: 99\r\nMax-Forwards'),
  );
  await vi.waitFor(() => {
    expect(answers.join()).toContain('SIP/2.0 400 Bad Request');
  });
});

test('a message of 1 MB ends its connection, calls of others go on', async () => {
  const agent = await connectRegistered(switchboard.url, 'agent');
  const caller = await connectRegistered(switchboard.url, 'anrufer');
  const { inviter, invitation } = await talk(caller, agent);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.send(options().replace('Max-Forwards', `X-Big: ${'a'.repeat(1_000_000)}\r\nMax-Forwards`));
  expect(await closed).toBe(1009);
  expect(inviter.state).toBe('Established');
  await invitation.bye();
  await agent.stop();
  await caller.stop();
});

test('a keep-alive ping gets its pong (RFC 5626)', async () => {
  socket.send('\r\n\r\n');
  await vi.waitFor(() => {
    expect(answers).toEqual(['\r\n']);
  });
});
