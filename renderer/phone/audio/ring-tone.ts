import type { RingMelody } from '../../../shared/sound/ring-melodies.ts';
import type { Tone } from './play-tone.ts';

const gain = 0.12;

/** How the melodies sound. Pauses make the rhythm, which is heard across a room better than pitch. */
const melodies: Readonly<Record<RingMelody, Tone>> = {
  standard: { notes: [{ hz: [440, 554, 659], on: 1.2, off: 2.4 }], gain },
  rising: { notes: notes([440, 554, 659, 880], 0.22, 0.03, 2), gain },
  falling: { notes: notes([880, 659, 554, 440], 0.22, 0.03, 2), gain },
  double: {
    notes: [
      { hz: [523, 659], on: 0.4, off: 0.2 },
      { hz: [523, 659], on: 0.4, off: 2 },
    ],
    gain,
  },
  triple: { notes: notes([784, 784, 784], 0.18, 0.12, 1.8), gain },
  warble: { notes: notes([600, 750, 600, 750, 600, 750], 0.12, 0, 2), gain },
  calm: { notes: notes([392, 523], 0.7, 0.1, 2.2), gain: 0.1 },
};

/** Single notes one after the other, and a pause after the last. */
function notes(hz: readonly number[], on: number, between: number, pause: number): Tone['notes'] {
  return hz.map((pitch, index) => ({
    hz: [pitch],
    on,
    off: index === hz.length - 1 ? pause : between,
  }));
}

export function ringTone(melody: RingMelody): Tone {
  return melodies[melody];
}
