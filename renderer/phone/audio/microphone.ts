import type { ProblemCode } from '../../../shared/problem.ts';
import type { SoundSettings } from '../../../shared/sound/sound-settings.ts';
import { chooseDevice, type ListedDevice } from './choose-device.ts';

/** What the microphone tells: a problem appeared or is gone, or calls need a new track. */
export interface MicrophoneListener {
  readonly onProblem: (code: ProblemCode) => void;
  readonly onGone: (code: ProblemCode) => void;
  readonly onChanged: () => void;
}

/** Problems of which at most one holds at a time. */
const outages = [
  'microphoneMissing',
  'microphoneDenied',
  'microphoneUnplugged',
  'microphoneBusy',
] as const satisfies readonly ProblemCode[];
type Outage = (typeof outages)[number];

/** Another program may let go of the device without any event. */
const retryMs = 5_000;

/** The open device, and what it was opened for. */
interface Warm {
  readonly track: MediaStreamTrack;
  readonly deviceId: string;
  readonly purpose: string;
}

/**
 * The one microphone of the phone. Opened at start, so that trouble is known before the first call and
 * answering does not wait for the device; kept warm with its track disabled. Calls get clones, which
 * they stop themselves. Follows the settings, what is plugged in and the standard of the system.
 */
export class Microphone {
  readonly #devices: MediaDevices;
  readonly #listener: MicrophoneListener;
  #settings: SoundSettings;
  #warm: Warm | null = null;
  /** Given to calls; those that have been stopped are dropped now and then. */
  #clones: readonly MediaStreamTrack[] = [];
  #working: Promise<void> | null = null;
  #again = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #outage: Outage | null = null;

  constructor(devices: MediaDevices, settings: SoundSettings, listener: MicrophoneListener) {
    this.#devices = devices;
    this.#settings = settings;
    this.#listener = listener;
  }

  /** Name of the open device; null: none is open. */
  get label(): string | null {
    return this.#warm?.track.label ?? null;
  }

  /** How the engine really treats the open device; null: none is open. */
  get treatment(): MediaTrackSettings | null {
    return this.#warm?.track.getSettings() ?? null;
  }

  /** Takes effect with the next `refresh`. */
  configure(settings: SoundSettings): void {
    this.#settings = settings;
  }

  /** A track for one call. null: no microphone; the call can still listen. */
  async track(): Promise<MediaStreamTrack | null> {
    if (this.#warm === null) await this.refresh();
    const clone = this.#warm?.track.clone();
    if (clone === undefined) return null;
    this.#clones = [...this.#clones.filter(({ readyState }) => readyState === 'live'), clone];
    return clone;
  }

  /**
   * Opens the device that should be open now, if it is not yet. Calls that overlap share one run and are
   * followed by one more: a plug fires `devicechange` two or three times, and only the last of them may
   * come after the system has made up its mind. Never rejects.
   */
  async refresh(): Promise<void> {
    if (this.#working !== null) {
      this.#again = true;
      return this.#working;
    }
    this.#working = this.#work().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #work(): Promise<void> {
    do {
      this.#again = false;
      clearTimeout(this.#retry);
      const failure = await this.#follow();
      if (failure !== null) this.#tell(failure);
      if (failure === 'microphoneBusy')
        this.#retry = setTimeout(() => {
          void this.refresh();
        }, retryMs);
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set while awaiting
    } while (this.#again);
  }

  /** @returns what stands in the way */
  async #follow(): Promise<Outage | null> {
    const wish = this.#settings.microphone;
    const inputs = await this.#inputs();
    const { device, replaced } = chooseDevice(inputs, wish, 'talk');
    if (device === null) return this.#warm === null ? 'microphoneMissing' : null;
    // Names are withheld until the first permission: any device opens the way to them.
    const known = device.deviceId !== '';
    this.#listener[known && replaced ? 'onProblem' : 'onGone']('microphoneReplaced');
    const purpose = this.#purpose(device);
    if (this.#warm?.purpose === purpose) return null;
    try {
      await this.#open(device, purpose);
      if (!known) this.#again = true;
      return null;
    } catch (error) {
      if (this.#warm !== null) return null;
      return outageOf(error);
    }
  }

  /** Tells apart what has to be opened anew. */
  #purpose({ deviceId }: ListedDevice): string {
    const { echoCancellation, noiseSuppression, autoGainControl } = this.#settings;
    return JSON.stringify([deviceId, echoCancellation, noiseSuppression, autoGainControl]);
  }

  async #open({ deviceId }: ListedDevice, purpose: string): Promise<void> {
    const { echoCancellation, noiseSuppression, autoGainControl } = this.#settings;
    // While anything of the device is open, Chromium keeps treating it as before; a call hears nothing
    // for the moment that opening takes.
    if (this.#warm?.deviceId === deviceId) this.#release(this.#warm);
    const stream = await this.#devices.getUserMedia({
      audio: {
        echoCancellation,
        noiseSuppression,
        autoGainControl,
        ...(deviceId === '' ? {} : { deviceId: { exact: deviceId } }),
      },
      video: false,
    });
    const [track] = stream.getAudioTracks();
    if (track === undefined) throw new DOMException('no track', 'NotFoundError');
    track.enabled = false;
    const old = this.#warm;
    this.#warm = { track, deviceId, purpose };
    track.addEventListener('ended', () => {
      if (this.#warm?.track === track) this.#lost();
    });
    this.#outage = null;
    for (const code of outages) this.#listener.onGone(code);
    this.#listener.onChanged();
    old?.track.stop();
  }

  #release({ track }: Warm): void {
    this.#warm = null;
    for (const open of [track, ...this.#clones]) open.stop();
    this.#clones = [];
  }

  /** The device was unplugged: say so, then look for another one. */
  #lost(): void {
    this.#warm = null;
    this.#tell('microphoneUnplugged');
    void this.refresh();
  }

  async #inputs(): Promise<readonly ListedDevice[]> {
    const all = await this.#devices.enumerateDevices().catch(() => []);
    return all.filter(({ kind }) => kind === 'audioinput');
  }

  #tell(outage: Outage): void {
    // Of a device that was there a moment ago, "unplugged" says more than "missing".
    if (outage === 'microphoneMissing' && this.#outage === 'microphoneUnplugged') return;
    this.#outage = outage;
    for (const code of outages) if (code !== outage) this.#listener.onGone(code);
    this.#listener.onProblem(outage);
  }
}

function outageOf(error: unknown): Outage {
  if (!(error instanceof DOMException)) return 'microphoneMissing';
  switch (error.name) {
    case 'NotAllowedError':
      return 'microphoneDenied';
    // The device is there, but the system does not give it out.
    case 'NotReadableError':
    case 'AbortError':
      return 'microphoneBusy';
    default:
      return 'microphoneMissing';
  }
}
