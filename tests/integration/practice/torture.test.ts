import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { tortureMessages } from '../../fakes/torture-messages.ts';
import { connectRegistered, openSwitchboard, talk, type Client } from './support.ts';

let switchboard: Awaited<ReturnType<typeof openSwitchboard>>;
let agent: Client;
let caller: Client;

beforeEach(async () => {
  switchboard = await openSwitchboard();
  agent = await connectRegistered(switchboard.url, 'agent');
  caller = await connectRegistered(switchboard.url, 'anrufer');
});
afterEach(async () => {
  await caller.stop();
  await agent.stop();
  await switchboard.close();
});

test('RFC 4475: all torture messages through a WebSocket of the switchboard, and the next call rings', async () => {
  const socket = new WebSocket(switchboard.url, 'sip', { origin: 'app://caller' });
  const answers: string[] = [];
  socket.on('message', (data: Buffer) => answers.push(data.toString()));
  await new Promise((resolve) => socket.once('open', resolve));
  for (const { text } of tortureMessages) socket.send(text);
  await vi.waitFor(() => {
    expect(answers.length).toBeGreaterThan(10);
  });
  // Nobody without a registration reaches the agent.
  expect(agent.invitations).toEqual([]);
  expect(answers.join('\n')).toContain('SIP/2.0 4');
  const { inviter, invitation } = await talk(caller, agent);
  expect(inviter.state).toBe('Established');
  await invitation.bye();
  socket.terminate();
});
