import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass, until } from './clock.ts';
import { Desk } from './desk.ts';
import type { FarCall } from './far-call.ts';

let desk: Desk;
let colleague: FarCall;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
  colleague = await desk.talking({ from: '<sip:102@exchange.invalid>' });
});
afterEach(async () => {
  await desk.close();
});

/** What the exchange writes to say: this one takes the place of the far end of that call. */
function replaces(far: FarCall, toTag = ownTag(far)): string {
  return `Replaces: ${far.callId};to-tag=${toTag};from-tag=${far.tag}`;
}

/** The tag that the phone gave the call. */
function ownTag(far: FarCall): string {
  const to = far.responses.find(({ statusCode }) => statusCode === 200)?.getHeader('To') ?? '';
  return /;tag=([^;>]+)/.exec(to)?.[1] ?? '';
}

async function transferred(headers: readonly string[], body?: string): Promise<FarCall> {
  const caller = desk.exchange.prepareCall();
  caller.invite({
    from: '"Petersen" <sip:+494066969101@exchange.invalid>',
    headers,
    ...(body === undefined ? {} : { body }),
  });
  await until(() => caller.statuses().some((status) => status >= 200));
  if (caller.statuses().includes(200)) caller.ack();
  await pass(10);
  return caller;
}

describe('trap 30: INVITE with Replaces', () => {
  it('trap 30: takes the place of the old party without ringing; the call stays the same', async () => {
    const { id, connectedAt } = desk.call;
    const caller = await transferred([replaces(colleague)]);
    expect(caller.statuses()).not.toContain(180);
    expect(desk.call).toMatchObject({
      id,
      connectedAt,
      phase: 'connected',
      hold: 'active',
      party: { number: '+494066969101', displayName: 'Petersen' },
    });
    await colleague.got('BYE');
    expect(desk.incoming).toHaveLength(1);
    expect(desk.media.heard).toEqual([id, id]);
    expect(desk.media.connection(0).signalingState).toBe('closed');
    expect(desk.media.connection(1).sentTrack?.enabled).toBe(true);

    caller.bye();
    await desk.callIs({ phase: 'ended', endReason: 'hungUpThere' });
  });

  it('the agent acts on the new party from then on', async () => {
    const caller = await transferred([replaces(colleague)]);
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    expect(caller.methods).toEqual(['INVITE', 'ACK']);
    desk.phone.hangUp(desk.call.id);
    await caller.got('BYE');
    expect(desk.call.endReason).toBe('hungUpHere');
  });

  it('stays on hold and muted, as the agent left it', async () => {
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    desk.phone.mute(desk.call.id, true);
    await transferred([replaces(colleague)]);
    expect(desk.call).toMatchObject({ hold: 'held', muted: true });
    expect(desk.media.connection(1).direction).toBe('sendonly');
    expect(desk.media.connection(1).sentTrack?.enabled).toBe(false);
  });

  it('an offer that cannot be answered: the old conversation goes on', async () => {
    const caller = await transferred([replaces(colleague)], 'v=0\r\nno audio here\r\n');
    expect(caller.statuses()).not.toContain(200);
    expect(desk.call).toMatchObject({ phase: 'connected', party: { number: '102' } });
    expect(colleague.methods).not.toContain('BYE');
    desk.phone.hold(desk.call.id);
    await desk.callIs({ hold: 'held' });
    expect(colleague.methods).toContain('INVITE');
  });

  it('a call that is not there is not replaced, and nothing rings', async () => {
    const caller = await transferred([replaces(colleague, 'unknown')]);
    expect(caller.statuses()).toEqual([100, 481]);
    expect(desk.calls).toHaveLength(1);
  });

  it('a call that only rings here cannot be taken over (RFC 3891 3)', async () => {
    const ringing = await desk.ringing();
    const toTag = /;tag=([^;>]+)/.exec(ringing.responses.at(-1)?.getHeader('To') ?? '')?.[1] ?? '';
    const caller = await transferred([replaces(ringing, toTag)]);
    expect(caller.statuses()).toEqual([100, 481]);
    expect(desk.calls[1]?.phase).toBe('ringing');
  });

  it('early-only does not touch a conversation (RFC 3891 3)', async () => {
    const caller = await transferred([`${replaces(colleague)};early-only`]);
    expect(caller.statuses()).toEqual([100, 486]);
    expect(desk.call.phase).toBe('connected');
  });

  it.each(['Replaces: ', 'Replaces: x', 'Replaces: ;;;to-tag;from-tag', 'Replaces: a;to-tag=b'])(
    '%j does no harm: it rings as any call',
    async (header) => {
      const caller = desk.exchange.prepareCall();
      caller.invite({ headers: [header] });
      await caller.answered(180);
      expect(desk.calls.map(({ phase }) => phase)).toEqual(['connected', 'ringing']);
    },
  );

  it('says that it understands', () => {
    const { responses } = colleague;
    const supported = responses
      .find(({ statusCode }) => statusCode === 200)
      ?.getHeader('Supported');
    expect(supported).toContain('replaces');
  });
});
