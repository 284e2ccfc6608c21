import type { Call } from '../../../shared/call/call.ts';

/** Plays the voices of the far ends, one element a call; a held call is silent here as well. */
export class RemoteAudio {
  readonly #elements = new Map<string, HTMLAudioElement>();
  #sink = '';

  play(callId: string, track: MediaStreamTrack): void {
    const element = this.#elements.get(callId) ?? new Audio();
    this.#elements.set(callId, element);
    element.srcObject = new MediaStream([track]);
    element.autoplay = true;
    // A device that has just gone leaves the standard one; whoever follows the devices tells.
    element.setSinkId(this.#sink).catch(() => undefined);
    void element.play().catch(() => {
      // Refused only while the page is being torn down; the autoplay switch allows it otherwise.
    });
  }

  /** Plays all calls on this device from now on, also those in progress. */
  async setSink(deviceId: string): Promise<void> {
    this.#sink = deviceId;
    await Promise.all([...this.#elements.values()].map((element) => element.setSinkId(deviceId)));
  }

  /** Follows the calls: silence while held, and nothing is left of a call that has ended. */
  follow(calls: readonly Call[]): void {
    for (const [id, element] of this.#elements) {
      const call = calls.find((candidate) => candidate.id === id);
      if (call === undefined || call.phase === 'ended') {
        element.srcObject = null;
        this.#elements.delete(id);
      } else element.muted = call.hold === 'held' || call.hold === 'holding';
    }
  }
}
