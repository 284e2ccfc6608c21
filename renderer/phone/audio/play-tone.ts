/** Frequencies in Hz sounding together, for how long, and the silence after it; in seconds. */
export interface Note {
  readonly hz: readonly number[];
  readonly on: number;
  readonly off: number;
}

/** Notes one after the other, as often as is asked for. */
export interface Tone {
  readonly notes: readonly Note[];
  /** 0 to 1 */
  readonly gain: number;
}

/**
 * Schedules the whole tone on the audio clock at once, so that no timer of the page has to keep time.
 * @returns stops it
 */
export function playTone(context: AudioContext, tone: Tone, repetitions: number): () => void {
  // An output that was idle for hours may have been put to sleep (B1-8).
  if (context.state === 'suspended') void context.resume();
  const gain = context.createGain();
  gain.gain.value = 0;
  gain.connect(context.destination);
  const voices = Math.max(...tone.notes.map(({ hz }) => hz.length));
  const oscillators = Array.from({ length: voices }, () => context.createOscillator());
  let at = context.currentTime + 0.02;
  for (let repetition = 0; repetition < repetitions; repetition += 1)
    for (const { hz, on, off } of tone.notes) {
      for (const [voice, oscillator] of oscillators.entries())
        oscillator.frequency.setValueAtTime(hz[voice] ?? hz[0] ?? 0, at);
      gain.gain.setTargetAtTime(tone.gain, at, 0.01);
      gain.gain.setTargetAtTime(0, at + on, 0.02);
      at += on + off;
    }
  for (const oscillator of oscillators) {
    oscillator.connect(gain);
    oscillator.start();
    oscillator.stop(at);
  }
  return () => {
    for (const oscillator of oscillators) oscillator.stop();
    gain.disconnect();
  };
}
