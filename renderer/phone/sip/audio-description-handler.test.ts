import { describe, expect, it, vi } from 'vitest';
import { FakePeerConnection, FakeTrack } from '../../../tests/fakes/fake-media.ts';
import { audioSdp } from '../../../tests/fakes/fake-sdp.ts';
import { AudioDescriptionHandler } from './audio-description-handler.ts';

function open(
  microphone: () => Promise<FakeTrack | null> = () => Promise.resolve(new FakeTrack()),
) {
  const connection = new FakePeerConnection();
  const onRemoteHold = vi.fn<(held: boolean) => void>();
  const handler = new AudioDescriptionHandler({
    createPeerConnection: () => connection as unknown as RTCPeerConnection,
    microphone: microphone as unknown as () => Promise<MediaStreamTrack | null>,
    mix: () => {
      throw new Error('no conference here');
    },
    onRemoteTrack: () => undefined,
    onRemoteHold,
    muted: false,
    held: false,
  });
  return { connection, handler, onRemoteHold };
}

const asTrack = (track: FakeTrack): MediaStreamTrack => track as unknown as MediaStreamTrack;

describe('descriptions', () => {
  it('waits for candidates, but not longer than half a second (trap 21)', async () => {
    vi.useFakeTimers();
    try {
      const { connection, handler } = open();
      connection.addEventListener = () => undefined;
      const description = handler.getDescription();
      await vi.advanceTimersByTimeAsync(500);
      expect((await description).body).toContain('m=audio');
    } finally {
      vi.useRealTimers();
    }
  });

  it('an answer after the end is refused and opens nothing', async () => {
    const { handler } = open();
    handler.close();
    await expect(handler.setDescription(audioSdp())).rejects.toThrow('call has ended');
    await expect(handler.getDescription()).rejects.toThrow();
  });

  it('an offer of the far end that fails halfway can be rolled back', async () => {
    const { connection, handler } = open();
    await handler.setDescription(audioSdp());
    await handler.rollbackDescription();
    expect(connection.signalingState).toBe('stable');
    await handler.rollbackDescription();
    expect(connection.history).toEqual(['remote offer sendrecv', 'rollback']);
  });
});

describe('microphones', () => {
  it('one that comes before the first description is not kept beside the one of the description', async () => {
    const own = new FakeTrack();
    const early = new FakeTrack();
    const { connection, handler } = open(() => Promise.resolve(own));
    await handler.setDescription(audioSdp());
    expect(await handler.replaceMicrophone(asTrack(early))).toBe(false);
    await handler.getDescription();
    expect(early.readyState).toBe('ended');
    expect(connection.getTransceivers()).toHaveLength(1);
    expect(connection.sentTrack).toBe(own);
  });

  it('the far end has to be told only about the first', async () => {
    const { handler } = open(() => Promise.resolve(null));
    await handler.setDescription(audioSdp());
    await handler.getDescription();
    expect(await handler.replaceMicrophone(asTrack(new FakeTrack()))).toBe(true);
    expect(await handler.replaceMicrophone(asTrack(new FakeTrack()))).toBe(false);
  });
});
