/** What a microphone heard in a stretch of time. */
export interface Heard {
  /** Loudest moment, 0 to 1 (root mean square of some 40 ms). */
  readonly level: number;
  readonly speech: boolean;
}

/** About −36 dB of full scale: speech into a headset is well above, a busy room well below. */
const speechLevel = 0.015;
/** Share of loud moments that makes speech: a cough or a keystroke is one moment. */
const speechShare = 0.3;

/** Whether levels, taken at even distances, are speech. */
export function heardIn(levels: readonly number[]): Heard {
  const loud = levels.filter((level) => level >= speechLevel).length;
  return {
    level: Math.max(0, ...levels),
    speech: loud > 1 && loud / levels.length >= speechShare,
  };
}
