import type { CallEffect } from '../../../shared/call/effects.ts';
import { unreachable } from '../../../shared/unreachable.ts';

/** A tone: frequencies in Hz sounding together, and when it sounds and pauses, in seconds. */
interface Tone {
  readonly frequencies: readonly number[];
  readonly on: number;
  readonly off: number;
  readonly gain: number;
}

/** German call progress tones are 425 Hz (ITU-T E.180): ringback 1 s/4 s, busy 0.48 s/0.48 s. */
const tones = {
  ring: { frequencies: [440, 554, 659], on: 1.2, off: 2.4, gain: 0.12 },
  waiting: { frequencies: [425], on: 0.2, off: 5, gain: 0.05 },
  ringback: { frequencies: [425], on: 1, off: 4, gain: 0.08 },
  attention: { frequencies: [880], on: 0.12, off: 0.08, gain: 0.12 },
  busy: { frequencies: [425], on: 0.48, off: 0.48, gain: 0.08 },
  ended: { frequencies: [425], on: 0.15, off: 0.15, gain: 0.05 },
} as const satisfies Readonly<Record<string, Tone>>;

/** Plays the effects of call changes with Web Audio; no files needed. */
export class Tones {
  readonly #context: AudioContext;
  #ringing: (() => void) | null = null;
  #ringback: (() => void) | null = null;

  constructor(context: AudioContext) {
    this.#context = context;
  }

  run(effects: readonly CallEffect[]): void {
    for (const effect of effects) this.#runOne(effect);
  }

  #runOne(effect: CallEffect): void {
    switch (effect.type) {
      case 'ring':
        this.#ringing?.();
        this.#ringing = this.#loop(effect.waiting ? tones.waiting : tones.ring, 600);
        return;
      case 'stopRinging':
        this.#ringing?.();
        this.#ringing = null;
        return;
      case 'ringback':
        this.#ringback?.();
        this.#ringback = this.#loop(tones.ringback, 600);
        return;
      case 'stopRingback':
        this.#ringback?.();
        this.#ringback = null;
        return;
      case 'attention':
        this.#loop(tones.attention, 2);
        return;
      case 'endTone':
        this.#loop(
          effect.kind === 'busy' ? tones.busy : tones.ended,
          effect.kind === 'busy' ? 4 : 3,
        );
        return;
      default:
        unreachable(effect);
    }
  }

  /**
   * Schedules the whole tone on the audio clock at once, so that no timer of the page has to keep time.
   * @returns stops it
   */
  #loop(tone: Tone, repetitions: number): () => void {
    const { currentTime } = this.#context;
    const gain = this.#context.createGain();
    gain.gain.value = 0;
    gain.connect(this.#context.destination);
    for (let index = 0; index < repetitions; index += 1) {
      const start = currentTime + 0.02 + index * (tone.on + tone.off);
      gain.gain.setTargetAtTime(tone.gain, start, 0.01);
      gain.gain.setTargetAtTime(0, start + tone.on, 0.02);
    }
    const end = currentTime + repetitions * (tone.on + tone.off);
    const oscillators = tone.frequencies.map((frequency) => {
      const oscillator = this.#context.createOscillator();
      oscillator.frequency.value = frequency;
      oscillator.connect(gain);
      oscillator.start();
      oscillator.stop(end);
      return oscillator;
    });
    return () => {
      for (const oscillator of oscillators) oscillator.stop();
      gain.disconnect();
    };
  }
}
