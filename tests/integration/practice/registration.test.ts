import { networkInterfaces } from 'node:os';
import { connect as connectTcp } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { connect, connectRegistered, openSwitchboard, register, type Client } from './support.ts';

let switchboard: Awaited<ReturnType<typeof openSwitchboard>>;
const clients: Client[] = [];

beforeEach(async () => {
  switchboard = await openSwitchboard();
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
  await switchboard.close();
});

test('registers with digest, tells it, lists the user until it unregisters', async () => {
  const heard: unknown[] = [];
  switchboard.onRegistration((change) => heard.push(change));
  const client = await connectRegistered(switchboard.url, 'agent');
  clients.push(client);
  expect(switchboard.registeredUsers()).toEqual(['agent']);
  expect(client.registerer.state).toBe('Registered');

  await client.registerer.unregister();
  await vi.waitFor(() => {
    expect(switchboard.registeredUsers()).toEqual([]);
  });
  expect(heard).toEqual([
    { user: 'agent', registered: true },
    { user: 'agent', registered: false },
  ]);
});

test.each([
  ['a wrong password', 'agent', 'falsch'],
  ['an unknown user', 'niemand', 'geheim-agent'],
])('%s is refused with 403 and logged without the name', async (_what, user, password) => {
  const client = await connect(switchboard.url, user, { password });
  clients.push(client);
  expect(await register(client)).toBe(403);
  expect(switchboard.registeredUsers()).toEqual([]);
  expect(switchboard.logged).toEqual(['REGISTER with wrong credentials refused']);
});

test('a lost socket ends the registration', async () => {
  const client = await connectRegistered(switchboard.url, 'agent');
  await client.stop();
  await vi.waitFor(() => {
    expect(switchboard.registeredUsers()).toEqual([]);
  });
});

test('a client that comes back replaces its old binding instead of ringing twice', async () => {
  const instanceId = '3f0a2b7e-9a55-4f0e-8f6b-0f6d2a1c4b11';
  const before = await connectRegistered(switchboard.url, 'agent', { instanceId });
  const after = await connectRegistered(switchboard.url, 'agent', { instanceId });
  const caller = await connectRegistered(switchboard.url, 'anrufer');
  clients.push(before, after, caller);
  await caller.call('agent');
  await vi.waitFor(() => {
    expect(after.invitations).toHaveLength(1);
  });
  expect(before.invitations).toHaveLength(0);
});

test('listens on loopback only', async () => {
  const port = Number(new URL(switchboard.url).port);
  expect(new URL(switchboard.url).hostname).toBe('127.0.0.1');
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  for (const host of outside) {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = connectTcp({ host, port });
      socket.once('connect', () => {
        resolve(false);
        socket.destroy();
      });
      socket.once('error', () => {
        resolve(true);
      });
    });
    expect(refused, host).toBe(true);
  }
});

test.each([
  ['a page of the web', 'sip', { origin: 'https://example.org' }],
  ['no Origin', 'sip', {}],
  ['the visible page, which has no business here', 'sip', { origin: 'app://desk' }],
  ['another subprotocol', 'chat', { origin: 'app://phone' }],
])('refuses %s', async (_what, protocol, options) => {
  const socket = new WebSocket(switchboard.url, protocol, options);
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
  expect(error.message).toContain('401');
});
