import { SessionState } from 'sip.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startAgent, type CallerAgent } from '../../../renderer/caller/agent.ts';
import type { CallOrder } from '../../../renderer/caller/invite.ts';
import {
  accounts,
  connectRegistered,
  domain,
  openSwitchboard,
  reached,
  received,
  silentHandler,
  sockets,
  type Client,
} from './support.ts';

let switchboard: Awaited<ReturnType<typeof openSwitchboard>>;
let phone: Client;
let caller: CallerAgent;
const speak = vi.fn();
const ended = vi.fn();
const warn = vi.fn();
const ready = vi.fn();

const order: CallOrder = {
  scenario: 'wedel',
  target: 'agent',
  callerNumber: '+494066969101',
  callerName: 'Frau "Petersen"',
  headers: ['X-Dialed-Number: +4941037070'],
  speech: 'assets/practice/wedel.ogg',
  talkMs: 60_000,
};

beforeEach(async () => {
  vi.clearAllMocks();
  switchboard = await openSwitchboard();
  phone = await connectRegistered(switchboard.url, 'agent');
  caller = startAgent(
    {
      registrars: [switchboard.url],
      domain,
      user: 'anrufer',
      authorizationUser: 'anrufer',
      displayName: 'Übungsanruf',
      password: accounts[1].password,
      instanceId: '8a1f3c52-6d0b-4c1e-9d53-7d1b7f3a2e90',
      dialedNumberHeader: 'X-Dialed-Number',
      dtmf: 'rfc4733',
      blindTransfer: 'supervised',
      conferenceRoom: null,
      incomingRefer: 'refuse',
    },
    { sessionDescriptionHandlerFactory: silentHandler, speak },
    { ready, ended, warn },
  );
  await vi.waitFor(() => {
    expect(ready).toHaveBeenCalledOnce();
  });
});
afterEach(async () => {
  await caller.stop();
  await phone.stop();
  await switchboard.close();
  expect(warn.mock.calls).toEqual([]);
});

test('calls with number, name and headers, speaks after the answer, hangs up after its time', async () => {
  caller.call({ ...order, talkMs: 200 });
  const invitation = await received(phone);
  expect(invitation.request.from.uri.user).toBe('+494066969101');
  expect(invitation.request.from.displayName).toBe('Frau Petersen');
  expect(invitation.request.getHeader('X-Dialed-Number')).toBe('+4941037070');
  expect(speak).not.toHaveBeenCalled();
  await invitation.accept();
  await vi.waitFor(() => {
    expect(speak).toHaveBeenCalledWith(expect.anything(), order.speech);
  });
  await reached(invitation, SessionState.Terminated);
  await vi.waitFor(() => {
    expect(ended.mock.calls).toEqual([['wedel']]);
  });
});

test('a suppressed number comes as anonymous (RFC 3323)', async () => {
  caller.call({ ...order, callerNumber: null, callerName: null });
  const { request } = await received(phone);
  expect(request.from.uri.toString()).toBe('sip:anonymous@anonymous.invalid');
  expect(request.getHeader('Privacy')).toBe('id');
});

test.each(['declines', 'hangs up'])('ends once when the agent %s', async (how) => {
  caller.call(order);
  const invitation = await received(phone);
  if (how === 'declines') await invitation.reject({ statusCode: 603 });
  else {
    await invitation.accept();
    await vi.waitFor(() => {
      expect(speak).toHaveBeenCalledOnce();
    });
    await invitation.bye();
  }
  await vi.waitFor(() => {
    expect(ended).toHaveBeenCalledOnce();
  });
});

test('cancels while ringing on order', async () => {
  caller.call(order);
  const invitation = await received(phone);
  caller.hangUp();
  await reached(invitation, SessionState.Terminated);
  await vi.waitFor(() => {
    expect(ended).toHaveBeenCalledOnce();
  });
});

test('ends when nobody is there, or when the number is none', async () => {
  caller.call({ ...order, target: '4711' });
  caller.call({ ...order, target: 'not a user' });
  await vi.waitFor(() => {
    expect(ended).toHaveBeenCalledTimes(2);
  });
  expect(warn.mock.calls).toEqual([['the target of the call is no SIP address']]);
  warn.mockClear();
});

test('registers again by itself when its connection breaks', async () => {
  sockets.at(-1)?.terminate();
  await vi.waitFor(() => {
    expect(switchboard.registeredUsers()).toEqual(['agent']);
  });
  await vi.waitFor(() => {
    expect(ready).toHaveBeenCalledTimes(2);
  }, 5000);
  caller.call(order);
  await received(phone);
});
