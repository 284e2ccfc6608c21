import type { ProblemCode } from '../../../shared/problem.ts';

/** What the microphone tells: a problem appeared or is gone, or calls need a new track. */
export interface MicrophoneListener {
  readonly onProblem: (code: ProblemCode) => void;
  readonly onGone: (code: ProblemCode) => void;
  readonly onChanged: () => void;
}

const problems = ['microphoneMissing', 'microphoneDenied', 'microphoneUnplugged'] as const;

const constraints: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: false,
};

/**
 * The one microphone of the phone. Opened at start, so that trouble is known before the first call and
 * answering does not wait for the device; kept warm with its track disabled. Calls get clones, which
 * they stop themselves.
 */
export class Microphone {
  readonly #devices: MediaDevices;
  readonly #listener: MicrophoneListener;
  #warm: MediaStreamTrack | null = null;
  #opening: Promise<MediaStreamTrack | null> | null = null;

  constructor(devices: MediaDevices, listener: MicrophoneListener) {
    this.#devices = devices;
    this.#listener = listener;
    devices.addEventListener('devicechange', () => {
      // Fires two or three times for one plug; opening is idempotent.
      if (this.#warm === null) void this.open();
    });
  }

  /** Opens the device if it is not open. @returns null when there is none; the problem has been told */
  async open(): Promise<MediaStreamTrack | null> {
    if (this.#warm !== null) return this.#warm;
    this.#opening ??= this.#acquire().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** A track for one call. null: no microphone; the call can still listen. */
  async track(): Promise<MediaStreamTrack | null> {
    const warm = await this.open();
    return warm?.clone() ?? null;
  }

  async #acquire(): Promise<MediaStreamTrack | null> {
    try {
      const stream = await this.#devices.getUserMedia(constraints);
      const [track] = stream.getAudioTracks();
      if (track === undefined) throw new DOMException('no track', 'NotFoundError');
      track.enabled = false;
      track.addEventListener('ended', () => {
        this.#lost();
      });
      const comesBack = this.#warm === null;
      this.#warm = track;
      for (const code of problems) this.#listener.onGone(code);
      if (comesBack) this.#listener.onChanged();
      return track;
    } catch (error) {
      const denied = error instanceof DOMException && error.name === 'NotAllowedError';
      this.#listener.onProblem(denied ? 'microphoneDenied' : 'microphoneMissing');
      return null;
    }
  }

  /** The device was unplugged: say so, then look for another one. */
  #lost(): void {
    this.#warm = null;
    this.#listener.onProblem('microphoneUnplugged');
    void this.#replace();
  }

  async #replace(): Promise<void> {
    const inputs = (await this.#devices.enumerateDevices()).filter(
      ({ kind }) => kind === 'audioinput',
    );
    if (inputs.length > 0) await this.open();
  }
}
