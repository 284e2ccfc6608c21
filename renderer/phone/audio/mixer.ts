/**
 * Mixes tracks into a new one with Web Audio; a track that is muted or on hold (disabled) adds silence.
 * @returns the mixture, and how to take it apart again; the given tracks stay as they are
 */
export function mixTracks(
  context: AudioContext,
  tracks: readonly MediaStreamTrack[],
): { readonly track: MediaStreamTrack; readonly stop: () => void } {
  const mixture = context.createMediaStreamDestination();
  const sources = tracks.map((track) => {
    const source = context.createMediaStreamSource(new MediaStream([track]));
    source.connect(mixture);
    return source;
  });
  const [track] = mixture.stream.getAudioTracks();
  if (track === undefined) throw new Error('Web Audio gave no track');
  return {
    track,
    stop: () => {
      for (const source of sources) source.disconnect();
      track.stop();
    },
  };
}
