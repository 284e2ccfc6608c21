import { SessionState } from 'sip.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import type { CalledNumberHeaders } from '../../../shared/lines/called-number.ts';
import type { Registration } from '../../../shared/registration.ts';
import { createSipPhone, webTransport, type SipPhone } from '../../../renderer/phone/sip/index.ts';
import { FakeMedia } from '../../fakes/fake-media.ts';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import {
  accounts,
  connect,
  domain,
  openSwitchboard,
  reached,
  register,
  sockets,
  type Client,
} from '../practice/support.ts';

/** The phone against another SIP.js agent, through a real registrar and real sockets. */
let switchboard: Awaited<ReturnType<typeof openSwitchboard>>;
let caller: Client;
let phone: SipPhone;
let calls: readonly Call[];
let registration: Registration;
const incoming = vi.fn<(call: Call, headers: CalledNumberHeaders) => void>();

beforeEach(async () => {
  incoming.mockClear();
  calls = [];
  switchboard = await openSwitchboard();
  phone = createSipPhone(
    {
      transport: webTransport,
      ...new FakeMedia().ports,
      now: Date.now,
      newId: () => crypto.randomUUID(),
      random: () => 0,
      log: () => undefined,
    },
    {
      onIncoming: incoming,
      onCalls: (_before, after) => {
        calls = after;
      },
      onRegistration: (next) => {
        registration = next;
      },
      onUnregistered: () => undefined,
      onWatched: () => undefined,
    },
  );
  phone.connect({
    registrars: [switchboard.url],
    domain,
    user: 'agent',
    authorizationUser: 'agent',
    displayName: '',
    password: accounts[0].password,
    instanceId: '3f0a2b7e-9a55-4f0e-8f6b-0f6d2a1c4b11',
    dialedNumberHeader: 'X-Dialed-Number',
    dtmf: 'info',
    blindTransfer: 'supervised',
    conferenceRoom: null,
    incomingRefer: 'refuse',
  });
  await vi.waitFor(() => {
    expect(registration.phase).toBe('registered');
  });
  caller = await connect(switchboard.url, 'anrufer');
  caller.userAgent.configuration.sessionDescriptionHandlerFactory = () => ({
    close: () => undefined,
    getDescription: () => Promise.resolve({ body: audioSdp(), contentType: 'application/sdp' }),
    hasDescription: (contentType) => contentType === 'application/sdp',
    setDescription: () => Promise.resolve(),
    sendDtmf: () => false,
  });
  expect(await register(caller)).toBe(200);
});
afterEach(async () => {
  for (const { id } of calls) phone.hangUp(id);
  phone.connect(null);
  await vi.waitFor(() => {
    expect(switchboard.registeredUsers()).not.toContain('agent');
  });
  await caller.stop();
  await switchboard.close();
});

/** The n-th call has this property. */
async function callIs(expected: Partial<Call>, index = 0): Promise<string> {
  await vi.waitFor(() => {
    expect(calls[index]).toMatchObject(expected);
  }, 5000);
  return calls[index]?.id ?? '';
}

it('rings with the dialled number, talks, sends digits, and hears the other hang up', async () => {
  const inviter = await caller.call('agent', { extraHeaders: ['X-Dialed-Number: 115'] });
  const digits: string[] = [];
  inviter.delegate = {
    onInfo: (info) => {
      digits.push(info.request.body);
      void info.accept();
    },
  };
  const id = await callIs({ phase: 'ringing' });
  expect(incoming.mock.calls[0]?.[1].dialedNumber).toEqual(['115']);
  phone.answer(id);
  await reached(inviter, SessionState.Established);
  await callIs({ phase: 'connected' });
  phone.sendDtmf(id, '7');
  await vi.waitFor(() => {
    expect(digits).toEqual(['Signal=7\r\nDuration=160\r\n']);
  });
  await inviter.bye();
  await callIs({ phase: 'ended', endReason: 'hungUpThere' });
});

it('the other hears a refusal, and gives up by itself', async () => {
  const declined = await caller.call('agent');
  phone.decline(await callIs({ phase: 'ringing' }));
  await reached(declined, SessionState.Terminated);
  const cancelled = await caller.call('agent');
  await callIs({ phase: 'ringing' }, 1);
  await cancelled.cancel();
  await callIs({ phase: 'ended', endReason: 'callerCancelled' }, 1);
});

it('a renewed connection keeps its binding when the conversation of the old one ends', async () => {
  const inviter = await caller.call('agent');
  phone.answer(await callIs({ phase: 'ringing' }));
  await reached(inviter, SessionState.Established);
  phone.renew();
  await vi.waitFor(() => {
    expect(registration.phase).toBe('registered');
  });
  await callIs({ phase: 'connected', signalling: 'up' });
  await inviter.bye();
  await callIs({ phase: 'ended' });
  const [old] = sockets;
  await vi.waitFor(() => {
    expect(old?.readyState).toBe(old?.CLOSED);
  }, 5000);
  expect(switchboard.registeredUsers()).toContain('agent');
  await caller.call('agent');
  await callIs({ phase: 'ringing' }, 1);
});

it('a broken socket: the conversation stays, the next call arrives on the new one', async () => {
  const inviter = await caller.call('agent');
  phone.answer(await callIs({ phase: 'ringing' }));
  await reached(inviter, SessionState.Established);
  sockets[0]?.terminate();
  await callIs({ phase: 'connected', signalling: 'lost' });
  await vi.waitFor(() => {
    expect(registration.phase).toBe('registered');
  }, 5000);
  await caller.call('agent');
  await callIs({ phase: 'ringing' }, 1);
  expect(calls[0]).toMatchObject({ phase: 'connected', signalling: 'lost' });
});
