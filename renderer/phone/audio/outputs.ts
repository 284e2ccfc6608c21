import type { Sinks } from './speakers.ts';
import type { ToneOutputs } from './tones.ts';

declare global {
  /** Web Audio API, 1.2: where a context plays. In Chromium since 110, not yet in TypeScript's DOM. */
  interface AudioContext {
    readonly sinkId: string;
    setSinkId(sinkId: string): Promise<void>;
  }
}

/** Plays the voices of calls somewhere. */
interface VoiceOutput {
  readonly setSink: (deviceId: string) => Promise<void>;
}

/**
 * The sound outputs of the phone: one for calls, one for the ring, and one for the second ring while there
 * is a device for it. The first two stay open, so that a ring does not begin with opening a device.
 */
export class Outputs {
  readonly #voices: VoiceOutput;
  readonly #talk = new AudioContext();
  readonly #ring = new AudioContext();
  #secondRing: AudioContext | null = null;

  constructor(voices: VoiceOutput) {
    this.#voices = voices;
  }

  /** Ids of the devices that play: calls, ring and, if there is one, second ring. */
  get deviceIds(): readonly string[] {
    return [this.#talk, ...this.tones.rings()].map(({ sinkId }) => sinkId);
  }

  readonly tones: ToneOutputs = {
    talk: this.#talk,
    rings: () => (this.#secondRing === null ? [this.#ring] : [this.#ring, this.#secondRing]),
  };

  readonly sinks: Sinks = {
    speaker: async (deviceId) => {
      await this.#voices.setSink(deviceId);
      await moveTo(this.#talk, deviceId);
    },
    ring: (deviceId) => moveTo(this.#ring, deviceId),
    secondRing: async (deviceId) => {
      if (deviceId === null) {
        const closing = this.#secondRing;
        this.#secondRing = null;
        await closing?.close();
        return;
      }
      this.#secondRing ??= new AudioContext();
      await moveTo(this.#secondRing, deviceId);
    },
  };
}

async function moveTo(context: AudioContext, deviceId: string): Promise<void> {
  if (context.sinkId !== deviceId) await context.setSinkId(deviceId);
}
