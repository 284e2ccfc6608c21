import { Inviter, SessionState, UserAgent, type Session } from 'sip.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  connect,
  connectRegistered,
  domain,
  openSwitchboard,
  reached,
  received,
  register,
  talk,
  type Client,
} from './support.ts';

let switchboard: Awaited<ReturnType<typeof openSwitchboard>>;
let agent: Client;
let caller: Client;

beforeEach(async () => {
  switchboard = await openSwitchboard();
  agent = await connectRegistered(switchboard.url, 'agent');
  caller = await connectRegistered(switchboard.url, 'anrufer');
});
afterEach(async () => {
  await agent.stop();
  await caller.stop();
  await switchboard.close();
  expect(switchboard.logged.filter((line) => line.includes('message lost'))).toEqual([]);
});

/** Status of the final refusal of the call. */
function refusal(client: Client, target: string): Promise<number> {
  const to = UserAgent.makeURI(`sip:${target}@${domain}`);
  if (to === undefined) throw new Error('bad target');
  const inviter = new Inviter(client.userAgent, to);
  return new Promise((resolve, reject) => {
    inviter
      .invite({
        requestDelegate: {
          onReject: ({ message }) => {
            resolve(message.statusCode ?? 0);
          },
        },
      })
      .catch(reject);
  });
}

test.each(['caller', 'agent'] as const)('a call is answered and the %s hangs up', async (who) => {
  const { inviter, invitation } = await talk(caller, agent);
  const [first, second]: [Session, Session] =
    who === 'caller' ? [inviter, invitation] : [invitation, inviter];
  await first.bye();
  await reached(second, SessionState.Terminated);
  await reached(first, SessionState.Terminated);
});

test('headers of the INVITE arrive as they were sent, with one Via more', async () => {
  await caller.call('agent', {
    extraHeaders: ['X-Dialed-Number: +4941037070', 'Diversion: <sip:+49@a.invalid>;reason=x'],
    params: { fromUri: `sip:+494066969101@${domain}`, fromDisplayName: 'Wedel: Müller <b>' },
  });
  const { request } = await received(agent);
  expect(request.getHeader('X-Dialed-Number')).toBe('+4941037070');
  expect(request.getHeader('Diversion')).toBe('<sip:+49@a.invalid>;reason=x');
  expect(request.from.displayName).toBe('Wedel: Müller <b>');
  expect(request.from.uri.user).toBe('+494066969101');
  expect(request.getHeaders('Via')).toHaveLength(2);
  expect(request.getHeader('Max-Forwards')).toBe('69');
  expect(request.getHeader('Proxy-Authorization')).toBeUndefined();
});

test.each([486, 603])('a decline with %i reaches the caller', async (statusCode) => {
  const status = refusal(caller, 'agent');
  const invitation = await received(agent);
  await invitation.reject({ statusCode });
  expect(await status).toBe(statusCode);
});

test('a cancel while ringing ends the ringing on both sides', async () => {
  const inviter = await caller.call('agent');
  const invitation = await received(agent);
  const cancelled = vi.fn();
  invitation.delegate = { onCancel: cancelled };
  await vi.waitFor(() => {
    expect(inviter.state).toBe(SessionState.Establishing);
  });
  await inviter.cancel();
  await reached(invitation, SessionState.Terminated);
  await reached(inviter, SessionState.Terminated);
  expect(cancelled).toHaveBeenCalledOnce();
});

test('unknown numbers get 404, known ones without a phone 480', async () => {
  expect(await refusal(caller, '4711')).toBe(404);
  await agent.registerer.unregister();
  await vi.waitFor(() => {
    expect(switchboard.registeredUsers()).toEqual(['anrufer']);
  });
  expect(await refusal(caller, 'agent')).toBe(480);
});

test('who did not register is asked for the password at the first call', async () => {
  await caller.stop();
  caller = await connect(switchboard.url, 'anrufer');
  const { inviter } = await talk(caller, agent);
  await inviter.bye();

  const stranger = await connect(switchboard.url, 'anrufer', { password: 'falsch' });
  expect(await refusal(stranger, 'agent')).toBe(403);
  await stranger.stop();
});

test('re-INVITE and INFO pass in both directions', async () => {
  const { inviter, invitation } = await talk(caller, agent);
  const sessions: [Session, Session][] = [
    [inviter, invitation],
    [invitation, inviter],
  ];
  for (const [from, to] of sessions) {
    const invited = vi.fn();
    const informed = vi.fn();
    to.delegate = {
      onInvite: invited,
      onInfo: (info) => {
        informed(info.request.body);
        void info.accept();
      },
    };
    await new Promise<void>((resolve, reject) => {
      from
        .invite({
          requestDelegate: {
            onAccept: () => {
              resolve();
            },
            onReject: () => {
              reject(new Error('refused'));
            },
          },
        })
        .catch(reject);
    });
    expect(invited).toHaveBeenCalledOnce();
    await new Promise<void>((resolve, reject) => {
      from
        .info({
          requestOptions: {
            body: {
              contentDisposition: 'render',
              contentType: 'application/dtmf-relay',
              content: 'Signal=5',
            },
          },
          requestDelegate: {
            onAccept: () => {
              resolve();
            },
          },
        })
        .catch(reject);
    });
    expect(informed).toHaveBeenCalledWith('Signal=5');
  }
  await invitation.bye();
  await reached(inviter, SessionState.Terminated);
});

test('two calls at once stay apart', async () => {
  const first = await talk(caller, agent);
  const second = await talk(caller, agent);
  await first.invitation.bye();
  await reached(first.inviter, SessionState.Terminated);
  expect(second.inviter.state).toBe(SessionState.Established);
  await second.inviter.bye();
  await reached(second.invitation, SessionState.Terminated);
});

test('a call goes on when the phone comes back on a new socket', async () => {
  const { inviter, invitation } = await talk(caller, agent);
  await agent.userAgent.transport.disconnect();
  await agent.userAgent.transport.connect();
  expect(await register(agent)).toBe(200);
  await inviter.bye();
  await reached(invitation, SessionState.Terminated);
});

test('the caller is told when the phone vanishes while ringing', async () => {
  const status = refusal(caller, 'agent');
  await received(agent);
  await agent.stop();
  expect(await status).toBe(408);
});
