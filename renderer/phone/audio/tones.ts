import type { CallEffect } from '../../../shared/call/effects.ts';
import type { RingMelody } from '../../../shared/sound/ring-melodies.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { playTone, type Tone } from './play-tone.ts';
import { ringTone } from './ring-tone.ts';

/** German call progress tones are 425 Hz (ITU-T E.180): ringback 1 s/4 s, busy 0.48 s/0.48 s. */
const waiting = progressTone(0.2, 5, 0.05);
const ringback = progressTone(1, 4, 0.08);
/** Before a call is answered without the agent: one hears that somebody is there. */
const attention: Tone = { notes: [{ hz: [880], on: 0.12, off: 0.08 }], gain: 0.12 };
const busy = progressTone(0.48, 0.48, 0.08);
const ended = progressTone(0.15, 0.15, 0.05);

function progressTone(on: number, off: number, gain: number): Tone {
  return { notes: [{ hz: [425], on, off }], gain };
}

/** Longer than any caller waits. */
const manyTimes = 600;

/** Outputs of the tones: a call's own, and where it rings (one or two devices). */
export interface ToneOutputs {
  readonly talk: AudioContext;
  readonly rings: () => readonly AudioContext[];
}

/** Plays the effects of call changes with Web Audio; no files needed. */
export class Tones {
  readonly #outputs: ToneOutputs;
  /** melody null: the short tone for somebody who is talking. */
  #ringing: { readonly melody: RingMelody | null; readonly stop: () => void } | null = null;
  #ringback: (() => void) | null = null;

  constructor(outputs: ToneOutputs) {
    this.#outputs = outputs;
  }

  /** @param melody of the line that rings, as far as it is known */
  run(effects: readonly CallEffect[], melody: RingMelody): void {
    for (const effect of effects) this.#runOne(effect, melody);
  }

  /** The line is known now: goes on with its melody. Does nothing where nothing rings. */
  ringAs(melody: RingMelody): void {
    const known = this.#ringing?.melody ?? melody;
    if (known !== melody) this.#ring(melody);
  }

  /** Tells the agent that a call is about to be answered without him. */
  announceAnswer(): void {
    playTone(this.#outputs.talk, attention, 2);
  }

  #runOne(effect: CallEffect, melody: RingMelody): void {
    const { talk } = this.#outputs;
    switch (effect.type) {
      case 'ring':
        if (!effect.waiting) {
          this.#ring(melody);
          return;
        }
        this.#silence();
        this.#ringing = { melody: null, stop: playTone(talk, waiting, manyTimes) };
        return;
      case 'stopRinging':
        this.#silence();
        return;
      case 'ringback':
        this.#ringback?.();
        this.#ringback = playTone(talk, ringback, manyTimes);
        return;
      case 'stopRingback':
        this.#ringback?.();
        this.#ringback = null;
        return;
      case 'endTone':
        if (effect.kind === 'busy') playTone(talk, busy, 4);
        else playTone(talk, ended, 3);
        return;
      default:
        unreachable(effect);
    }
  }

  #ring(melody: RingMelody): void {
    this.#silence();
    this.#ringing = { melody, stop: playRing(this.#outputs, melody, manyTimes) };
  }

  #silence(): void {
    this.#ringing?.stop();
    this.#ringing = null;
  }
}

/** Rings on every ring device. @returns stops it */
export function playRing(
  outputs: ToneOutputs,
  melody: RingMelody,
  repetitions: number,
): () => void {
  const stops = outputs.rings().map((ring) => playTone(ring, ringTone(melody), repetitions));
  return () => {
    for (const stop of stops) stop();
  };
}
