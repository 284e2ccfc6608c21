import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeTrack } from '../../fakes/fake-media.ts';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import { pass } from './clock.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.register();
});
afterEach(async () => {
  await desk.close();
});

describe('an INVITE', () => {
  it('is reported with its headers for the called number, raw', async () => {
    await desk.ringing({
      to: '"Bürgertelefon" <sip:+4941037070@exchange.invalid>',
      from: '"Petersen" <sip:+494066969101@exchange.invalid;user=phone>',
      headers: [
        'X-Dialed-Number: +4941037070',
        'X-Dialed-Number: "second, with comma" <sip:115@exchange.invalid>',
        'P-Called-Party-ID: <sip:115@exchange.invalid>;np',
        'History-Info: <sip:115@exchange.invalid>;index=1, <sip:1@exchange.invalid>;index=1.1',
        'Diversion: <tel:+4941037071>;reason="unconditional";counter=1',
      ],
    });
    expect(desk.incoming).toHaveLength(1);
    expect(desk.incoming[0]?.call).toMatchObject({
      direction: 'incoming',
      party: { number: '+494066969101', displayName: 'Petersen' },
    });
    expect(desk.incoming[0]?.headers).toEqual({
      requestUri: desk.exchange.contact,
      to: '"Bürgertelefon" <sip:+4941037070@exchange.invalid>',
      from: expect.stringContaining('+494066969101') as string,
      dialedNumber: ['+4941037070', '"second, with comma" <sip:115@exchange.invalid>'],
      pCalledPartyId: ['<sip:115@exchange.invalid>;np'],
      historyInfo: ['<sip:115@exchange.invalid>;index=1, <sip:1@exchange.invalid>;index=1.1'],
      diversion: ['<tel:+4941037071>;reason="unconditional";counter=1'],
    });
  });

  it('takes the dialled number from the header that the account names', async () => {
    await desk.register({ dialedNumberHeader: 'X-Original-DID' });
    await desk.ringing({ headers: ['x-original-did: 115', 'X-Dialed-Number: 0'] });
    expect(desk.incoming[0]?.headers.dialedNumber).toEqual(['115']);
  });

  it('hands on what was chosen in the voice menu, bounded and without control characters', async () => {
    await desk.register({ topicHeader: 'X-Menue' });
    await desk.ringing({ headers: ['x-menue: Reisepass\t für ein Kind', 'X-Topic: other'] });
    await desk.ringing({ headers: [`X-Menue: ${'a'.repeat(9000)}`] });
    const topics = desk.incoming.map(({ headers }) => headers.topic);
    expect(topics[0]).toBe('Reisepass für ein Kind');
    expect(topics[1]).toHaveLength(128);
  });

  it('says whether the exchange wants it answered without the agent', async () => {
    await desk.ringing({ headers: ['Call-Info: <sip:exchange.invalid>;answer-after=2'] });
    await desk.ringing();
    expect(desk.incoming.map(({ answerAfter }) => answerAfter)).toEqual([2, null]);
  });

  it('is known to the desk before the caller hears it ring', async () => {
    const seen: string[] = [];
    desk.disturb = (what) => {
      const rung = desk.wire.socket.sent.some((text) => text.startsWith('SIP/2.0 180'));
      seen.push(`${what} ${rung ? 'after' : 'before'} 180`);
    };
    await desk.ringing();
    expect(seen).toEqual(['onIncoming before 180', 'onCalls before 180']);
  });

  it('trap 9: onInvite throws: the caller hears a refusal instead of a ring that nobody sees', async () => {
    desk.disturb = (what) => {
      if (what === 'onIncoming') throw new Error('bug');
    };
    const far = desk.exchange.call();
    await far.answered(500);
    expect(far.statuses()).toEqual([100, 500]);
    expect(desk.calls).toEqual([]);
    desk.disturb = () => undefined;
    await desk.ringing();
  });

  it('trap 9: it rings as long as the exchange wants, not for a minute', async () => {
    const far = await desk.ringing();
    await pass(10 * 60_000);
    expect(far.statuses().filter((status) => status >= 200)).toEqual([]);
    expect(desk.call.phase).toBe('ringing');
  });

  it('trap 10: no 180 before busy: a third call hears busy only', async () => {
    await desk.talking();
    await desk.ringing();
    const third = desk.exchange.call();
    await third.answered(486);
    expect(third.statuses()).toEqual([100, 486]);
    expect(desk.calls).toHaveLength(2);
    expect(desk.incoming).toHaveLength(2);
  });

  it('declining sends 603', async () => {
    const far = await desk.ringing();
    desk.phone.decline(desk.call.id);
    await far.answered(603);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'declinedHere' });
    desk.expectReleased();
  });

  it('hanging up a ringing call declines it', async () => {
    const far = await desk.ringing();
    desk.phone.hangUp(desk.call.id);
    await far.answered(603);
    expect(desk.call.endReason).toBe('declinedHere');
  });

  it.each([
    [[], 'callerCancelled'],
    [['Reason: SIP;cause=200;text="Call completed elsewhere"'], 'answeredElsewhere'],
    [['Reason: Q.850;cause=16, SIP ;cause=200'], 'answeredElsewhere'],
    [['Reason: Q.850;cause=200'], 'callerCancelled'],
    [['Reason: SIP;cause=480;text="cause=200"'], 'callerCancelled'],
  ] as const)('CANCEL with %j ends the ringing as %s', async (headers, endReason) => {
    const far = await desk.ringing();
    far.cancel(headers);
    await far.answered(487);
    await far.answered(200, 'CANCEL');
    expect(desk.call).toMatchObject({ phase: 'ended', endReason, connectedAt: null });
    desk.phone.answer(desk.call.id);
    await pass(5_000);
    expect(desk.calls).toEqual([]);
    desk.expectReleased();
  });

  it.each([
    ['<sip:+494066969101@exchange.invalid>', [], '+494066969101', null],
    ['"B" <sip:2@x.invalid>', ['P-Asserted-Identity: "A" <sip:1@x.invalid>'], '1', 'A'],
    ['<sip:2@x.invalid>', ['P-Asserted-Identity: <tel:+4940>'], '+4940', null],
    ['<sip:2@x.invalid>', ['P-Asserted-Identity: "A" <sip:1@x.invalid>, <tel:+4940>'], '1', 'A'],
    ['"Anonymous" <sip:anonymous@anonymous.invalid>', [], null, null],
    ['"A" <sip:1@x.invalid>', ['Privacy: id'], null, null],
    ['"A" <sip:1@x.invalid>', ['Privacy: none'], '1', 'A'],
  ] as const)('from %s %j: the caller is %s, %s', async (from, headers, number, displayName) => {
    await desk.ringing({ from, headers });
    expect(desk.call.party).toEqual({ number, displayName });
  });
});

describe('answering', () => {
  it('200, then ACK: established, with audio both ways', async () => {
    const far = await desk.ringing();
    const began = Date.now();
    desk.phone.answer(desk.call.id);
    const { body } = await far.answered(200);
    expect(Date.now() - began).toBeLessThan(200);
    far.ack();
    await pass(60_000);
    expect(far.statuses()).toEqual([100, 180, 200]);
    expect(body).toContain('a=sendrecv');
    expect(body).toContain('a=candidate');
    expect(desk.phases).toEqual(['ringing', 'answering', 'connected']);
    expect(desk.call).toMatchObject({ phase: 'connected', endReason: null });
    expect(desk.call.connectedAt).toBeGreaterThanOrEqual(began);
    expect(desk.media.heard).toEqual([desk.call.id]);
    expect(desk.media.connection().direction).toBe('sendrecv');
  });

  it('without ACK the 200 is repeated and the call ends at last, with everything released', async () => {
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    await far.got('BYE').catch(() => pass(40_000));
    expect(far.statuses().filter((status) => status === 200).length).toBeGreaterThan(3);
    expect(far.methods).toEqual(['BYE']);
    expect(desk.calls).toEqual([]);
    expect(desk.media.microphones[0]?.readyState).toBe('ended');
  });

  it('the far end hangs up', async () => {
    const far = await desk.talking();
    far.bye();
    await far.answered(200, 'BYE');
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'hungUpThere' });
    expect(desk.media.microphones[0]?.readyState).toBe('ended');
    expect(desk.media.connection().signalingState).toBe('closed');
  });

  it('the agent hangs up', async () => {
    const far = await desk.talking();
    desk.phone.hangUp(desk.call.id);
    await far.got('BYE');
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'hungUpHere' });
    expect(desk.media.microphones[0]?.readyState).toBe('ended');
  });

  it('the agent hangs up before the ACK: BYE waits for it (RFC 3261 15)', async () => {
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    await far.answered(200);
    desk.phone.hangUp(desk.call.id);
    await pass(100);
    expect(far.methods).toEqual([]);
    expect(desk.call.phase).toBe('ending');
    far.ack();
    await far.got('BYE');
    await desk.callIs({ phase: 'ended', endReason: 'hungUpHere' });
  });

  it('hanging up while answering refuses the call', async () => {
    desk.media.openMicrophone = () => new Promise(() => undefined);
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    await pass(10);
    desk.phone.hangUp(desk.call.id);
    await far.answered(480);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'cancelledHere' });
  });

  it('answering twice is answering once', async () => {
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    desk.phone.answer(desk.call.id);
    await far.answered(200);
    far.ack();
    await desk.callIs({ phase: 'connected' });
    expect(desk.media.connections).toHaveLength(1);
  });

  it('an INVITE without a description gets our offer, and the ACK brings the answer', async () => {
    const far = await desk.ringing({ body: '' });
    desk.phone.answer(desk.call.id);
    const { body } = await far.answered(200);
    expect(body).toContain('a=setup:actpass');
    far.ack(audioSdp('sendrecv', 'active'));
    await pass(100);
    expect(desk.media.connection().history).toEqual([
      'local offer sendrecv',
      'remote answer sendrecv',
    ]);
    expect(desk.call.phase).toBe('connected');
  });

  it('without a microphone the agent can listen', async () => {
    desk.media.openMicrophone = () => Promise.resolve(null);
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    expect((await far.answered(200)).body).toContain('a=recvonly');
    far.ack();
    await desk.callIs({ phase: 'connected' });
  });

  it('trap 20: a failing microphone says why the call is gone', async () => {
    desk.media.openMicrophone = () => Promise.reject(new DOMException('no', 'NotReadableError'));
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    await far.answered(480);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'mediaFailed' });
  });

  it('an offer without audio ends as mediaFailed, not as if the caller had given up', async () => {
    const far = await desk.ringing({ body: audioSdp().replaceAll('audio', 'video') });
    desk.phone.answer(desk.call.id);
    await far.answered(480);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'mediaFailed' });
  });
});

describe('trap 19: CANCEL while getUserMedia is pending: mic track stays live, accept() resolves', () => {
  it('trap 19: a microphone that arrives after the CANCEL is released', async () => {
    let arrive: (track: FakeTrack) => void = () => undefined;
    desk.media.openMicrophone = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    await pass(10);
    expect(desk.call.phase).toBe('answering');
    far.cancel();
    await far.answered(487);
    arrive(new FakeTrack());
    await pass(100);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'callerCancelled' });
    expect(desk.phases).not.toContain('connected');
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(desk.media.connection().signalingState).toBe('closed');
    expect(far.statuses()).not.toContain(200);
  });

  it('trap 19: the same when the CANCEL comes while candidates are gathered', async () => {
    const far = await desk.ringing();
    desk.phone.answer(desk.call.id);
    await pass(10);
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['live']);
    far.cancel(['Reason: SIP;cause=200;text="Call completed elsewhere"']);
    await far.answered(487);
    await pass(600);
    expect(desk.call).toMatchObject({ phase: 'ended', endReason: 'answeredElsewhere' });
    expect(desk.media.microphones.map(({ readyState }) => readyState)).toEqual(['ended']);
  });
});

describe('a second call while talking', () => {
  it('is answered only after the first caller is on hold', async () => {
    const first = await desk.talking();
    const second = await desk.ringing();
    expect(desk.calls.map(({ phase }) => phase)).toEqual(['connected', 'ringing']);
    let accept: () => void = () => undefined;
    first.answer = (request) => {
      accept = () => {
        first.reply(request, { status: 200, body: audioSdp('recvonly', 'active') });
      };
      return null;
    };
    desk.phone.answer(desk.calls[1]?.id ?? '');
    expect((await first.got('INVITE')).body).toContain('a=sendonly');
    await pass(200);
    expect(second.statuses()).not.toContain(200);
    accept();
    await second.answered(200);
    second.ack();
    await desk.callIs({ phase: 'connected', hold: 'active' }, 1);
    expect(desk.calls[0]).toMatchObject({ phase: 'connected', hold: 'held' });
  });

  it('goes on ringing when the first caller cannot be put on hold', async () => {
    const first = await desk.talking();
    await desk.ringing();
    first.answer = () => ({ status: 488 });
    desk.phone.answer(desk.calls[1]?.id ?? '');
    await desk.callIs({ hold: 'active', holdRefused: true });
    await pass(100);
    expect(desk.calls[1]?.phase).toBe('ringing');
  });

  it('can be declined without disturbing the first', async () => {
    await desk.talking();
    const second = await desk.ringing();
    desk.phone.decline(desk.calls[1]?.id ?? '');
    await second.answered(603);
    expect(desk.calls[0]).toMatchObject({ phase: 'connected', hold: 'active' });
  });

  it('changing between the two holds one before it resumes the other', async () => {
    const first = await desk.talking();
    const second = await desk.ringing();
    desk.phone.answer(desk.calls[1]?.id ?? '');
    await second.answered(200);
    second.ack();
    await desk.callIs({ hold: 'held' });
    await pass(10);
    desk.phone.resume(desk.calls[0]?.id ?? '');
    await desk.callIs({ hold: 'active' });
    expect(desk.calls[1]).toMatchObject({ hold: 'held' });
    expect((await second.got('INVITE')).body).toContain('a=sendonly');
    expect((await first.got('INVITE', 1)).body).toContain('a=sendrecv');
  });
});
