import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeTrack } from '../../fakes/fake-media.ts';
import { audioSdp } from '../../fakes/fake-sdp.ts';
import { pass, until } from './clock.ts';
import { Desk } from './desk.ts';
import { acceptingReply, type FarCall } from './far-call.ts';

let desk: Desk;
let first: FarCall;
let second: FarCall;

beforeEach(() => {
  desk = new Desk();
});
afterEach(async () => {
  await desk.close();
});

async function twoCalls(conferenceRoom: string | null = null): Promise<void> {
  await desk.register({ conferenceRoom });
  first = await desk.talking();
  second = await desk.talking();
  expect(desk.calls.map(({ hold }) => hold)).toEqual(['held', 'active']);
}

function idOf(index: number): string {
  return desk.calls[index]?.id ?? '';
}

function voiceOf(index: number): FakeTrack | undefined {
  return desk.media.connection(index).getTransceivers()[0]?.receiver.track;
}

/** What a far end hears: the tracks that are mixed for it, or the one that it gets. */
function heardBy(index: number): readonly (FakeTrack | null | undefined)[] {
  const sent = desk.media.connection(index).sentTrack;
  const mixed = sent === null ? undefined : desk.media.mixes.get(sent);
  return mixed ?? [sent];
}

/** The microphone's track of a call. */
function microphoneOf(index: number): FakeTrack | undefined {
  return desk.media.microphones[index];
}

async function conference(): Promise<void> {
  desk.phone.conference(idOf(1));
  await until(
    () => desk.calls.every((call) => call.conference),
    () => JSON.stringify(desk.calls),
  );
  await pass(5);
}

describe('conference mixed in the phone', () => {
  beforeEach(async () => {
    await twoCalls();
  });

  it('everybody hears the two others, and nobody himself', async () => {
    await conference();
    expect(desk.calls.map(({ hold }) => hold)).toEqual(['active', 'active']);
    expect(heardBy(0)).toEqual([microphoneOf(0), voiceOf(1)]);
    expect(heardBy(1)).toEqual([microphoneOf(1), voiceOf(0)]);
    expect(desk.media.connection(0).direction).toBe('sendrecv');
  });

  it('mute silences the agent alone, towards the one or the other', async () => {
    await conference();
    desk.phone.mute(idOf(0), true);
    expect(microphoneOf(0)?.enabled).toBe(false);
    expect(desk.media.connection(0).sentTrack?.enabled).toBe(true);
    expect(voiceOf(1)?.enabled).toBe(true);
    expect(microphoneOf(1)?.enabled).toBe(true);
  });

  it('who is put on hold hears nobody and is heard by nobody', async () => {
    await conference();
    desk.phone.hold(idOf(0));
    await desk.callIs({ hold: 'held', conference: false });
    await pass(5);
    expect(heardBy(0)).toEqual([microphoneOf(0)]);
    expect(microphoneOf(0)?.enabled).toBe(false);
    expect(heardBy(1)).toEqual([microphoneOf(1)]);
    expect(desk.calls[1]).toMatchObject({ conference: false, hold: 'active' });
    expect(desk.media.mixes.size).toBe(0);
  });

  it('music of an exchange that holds us is not played to the others', async () => {
    await conference();
    first.reinvite(audioSdp('sendonly', 'actpass', 2));
    await desk.callIs({ heldByRemote: true });
    await pass(5);
    expect(heardBy(1)).toEqual([microphoneOf(1)]);
    expect(heardBy(0)).toEqual([microphoneOf(0), voiceOf(1)]);
    first.ack();
    first.reinvite(audioSdp('sendrecv', 'actpass', 3));
    await desk.callIs({ heldByRemote: false });
    await pass(5);
    expect(heardBy(1)).toEqual([microphoneOf(1), voiceOf(0)]);
  });

  it('one hangs up: the other two go on, without a mixer between them', async () => {
    await conference();
    first.bye();
    await desk.callIs({ phase: 'ended' });
    await desk.callIs({ conference: false, hold: 'active' }, 1);
    await pass(5);
    expect(heardBy(1)).toEqual([microphoneOf(1)]);
    expect(desk.media.mixes.size).toBe(0);
    expect(microphoneOf(1)?.readyState).toBe('live');
  });

  it('taken apart: the one in view goes on, the other waits', async () => {
    await conference();
    desk.phone.conference(idOf(0));
    await desk.callIs({ hold: 'held' }, 1);
    await pass(5);
    expect(desk.calls).toMatchObject([
      { hold: 'active', conference: false },
      { hold: 'held', conference: false },
    ]);
  });

  it('another microphone in the middle: both hear it, and its predecessor is released', async () => {
    await conference();
    const old = [microphoneOf(0), microphoneOf(1)];
    desk.phone.microphoneChanged();
    await pass(20);
    expect(old.map((track) => track?.readyState)).toEqual(['ended', 'ended']);
    expect(heardBy(0)).toEqual([microphoneOf(2), voiceOf(1)]);
    expect(heardBy(1)).toEqual([microphoneOf(3), voiceOf(0)]);
    expect(desk.media.mixes.size).toBe(2);
  });

  it('who cannot be taken back from hold stays there, and there is no conference', async () => {
    first.answer = ({ method, body }) =>
      method === 'INVITE' ? { status: 488 } : acceptingReply(body);
    desk.phone.conference(idOf(1));
    await desk.callIs({ holdRefused: true, hold: 'held' });
    await pass(50);
    expect(desk.calls.map((call) => call.conference)).toEqual([false, false]);
  });

  it('a conversation alone is no conference', async () => {
    second.bye();
    await desk.callIs({ phase: 'ended' }, 1);
    desk.phone.conference(idOf(0));
    await pass(50);
    expect(desk.calls[0]).toMatchObject({ conference: false, hold: 'held' });
  });
});

it('a third call out of a conference puts both on hold first', async () => {
  await twoCalls();
  await conference();
  desk.phone.dial('4711');
  await desk.callIs({ phase: 'connected' }, 2);
  expect(desk.calls.slice(0, 2)).toMatchObject([
    { hold: 'held', conference: false },
    { hold: 'held', conference: false },
  ]);
});

describe('conference room of the exchange', () => {
  beforeEach(async () => {
    await twoCalls('800');
    for (const far of [first, second])
      far.answer = ({ method, body }) => {
        if (method === 'REFER') return { status: 202 };
        return method === 'INVITE' ? acceptingReply(body) : { status: 200 };
      };
  });

  it('everybody is sent there, and the agent follows', async () => {
    desk.phone.conference(idOf(1));
    for (const far of [first, second]) {
      expect((await far.got('REFER')).getHeader('Refer-To')).toBe('<sip:800@exchange.invalid>');
      far.notify('SIP/2.0 200 OK', 'terminated');
      await far.got('BYE');
    }
    const room = await desk.exchange.placedCall();
    expect(room.requests[0]?.ruri?.user).toBe('800');
    expect(desk.calls.slice(0, 2).map(({ endReason }) => endReason)).toEqual([
      'transferred',
      'transferred',
    ]);
  });

  it('nobody gets there: one talks, one waits, and the agent does not sit there alone', async () => {
    desk.phone.conference(idOf(1));
    for (const far of [first, second]) {
      await far.got('REFER');
      far.notify('SIP/2.0 503 Service Unavailable', 'terminated');
    }
    await until(() => desk.calls.every(({ transferFailure }) => transferFailure === 'failed'));
    await pass(100);
    expect(desk.exchange.placed).toEqual([]);
    expect(desk.calls.filter(({ hold }) => hold === 'active')).toHaveLength(1);
  });
});
