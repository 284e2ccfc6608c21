import type { ProblemCode } from '../../../shared/problem.ts';
import type { SoundDevice, SoundSettings } from '../../../shared/sound/sound-settings.ts';
import { chooseDevice, type ListedDevice, type SoundRole } from './choose-device.ts';

/** What plays, and can play elsewhere. @throws when the device cannot be used */
export interface Sinks {
  /** The caller's voice and the tones of a call. */
  readonly speaker: (deviceId: string) => Promise<void>;
  readonly ring: (deviceId: string) => Promise<void>;
  /** null: silent. */
  readonly secondRing: (deviceId: string | null) => Promise<void>;
}

export interface SpeakersListener {
  readonly onProblem: (code: ProblemCode) => void;
  readonly onGone: (code: ProblemCode) => void;
}

/** Names of the devices in use; null: none. */
export interface SpeakersInUse {
  readonly speaker: string | null;
  readonly ring: string | null;
  readonly secondRing: string | null;
}

/**
 * Where things are heard: the call, the ring, and the ring once more. A device that is wished but not
 * there is stood in for by the standard of the system, and comes back by itself.
 */
export class Speakers {
  readonly #sinks: Sinks;
  readonly #listener: SpeakersListener;
  #inUse: SpeakersInUse = { speaker: null, ring: null, secondRing: null };

  constructor(sinks: Sinks, listener: SpeakersListener) {
    this.#sinks = sinks;
    this.#listener = listener;
  }

  get inUse(): SpeakersInUse {
    return this.#inUse;
  }

  /** Lets everything play where it should. Never rejects. */
  async follow(outputs: readonly ListedDevice[], settings: SoundSettings): Promise<void> {
    this.#state('speakerMissing', outputs.length === 0);
    const { speaker, ringDevice, secondRingDevice } = settings;
    const talk = await this.#lead(outputs, speaker, 'talk', this.#sinks.speaker);
    const ring = await this.#lead(outputs, ringDevice, 'ring', this.#sinks.ring);
    const second = await this.#second(outputs, secondRingDevice, ring.device);
    this.#state('speakerReplaced', talk.replaced);
    this.#state('ringDeviceReplaced', ring.replaced || second.replaced);
    this.#inUse = {
      speaker: talk.device?.label ?? null,
      ring: ring.device?.label ?? null,
      secondRing: second.device?.label ?? null,
    };
  }

  async #lead(
    outputs: readonly ListedDevice[],
    wish: SoundDevice | undefined,
    role: SoundRole,
    sink: (deviceId: string) => Promise<void>,
  ): Promise<{ device: ListedDevice | null; replaced: boolean }> {
    const chosen = chooseDevice(outputs, wish, role);
    if (await works(sink, chosen.device)) return chosen;
    // It went while we were looking; the standard always exists as a sink.
    await works(sink, null);
    return { device: null, replaced: wish !== undefined };
  }

  /** Rings a second time only on a device of its own: twice on the same one would just be louder. */
  async #second(
    outputs: readonly ListedDevice[],
    wish: SoundDevice | undefined,
    first: ListedDevice | null,
  ): Promise<{ device: ListedDevice | null; replaced: boolean }> {
    const chosen = chooseDevice(outputs, wish, 'ring');
    const usable =
      wish !== undefined && !chosen.replaced && chosen.device?.deviceId !== first?.deviceId;
    const device = usable ? chosen.device : null;
    try {
      await this.#sinks.secondRing(device === null ? null : sinkId(device));
      return { device, replaced: wish !== undefined && chosen.replaced };
    } catch {
      await this.#sinks.secondRing(null).catch(() => undefined);
      return { device: null, replaced: true };
    }
  }

  #state(code: ProblemCode, holds: boolean): void {
    this.#listener[holds ? 'onProblem' : 'onGone'](code);
  }
}

async function works(
  sink: (deviceId: string) => Promise<void>,
  device: ListedDevice | null,
): Promise<boolean> {
  try {
    await sink(device === null ? '' : sinkId(device));
    return true;
  } catch {
    return false;
  }
}

/** An AudioContext knows the standard as the empty id only (Web Audio API, setSinkId). */
function sinkId({ deviceId }: ListedDevice): string {
  return deviceId === 'default' ? '' : deviceId;
}
