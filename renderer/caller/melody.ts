/** Three calm notes, in hertz, that stand in for a question that cannot be played. */
const notes = [523.25, 659.25, 783.99] as const;
const noteSeconds = 0.4;
const loudness = 0.2;

/** Samples of the melody at the given rate (samples a second); each note fades in and out. */
export function melody(sampleRate: number): Float32Array<ArrayBuffer> {
  const noteLength = Math.round(noteSeconds * sampleRate);
  const samples = new Float32Array(noteLength * notes.length);
  for (const [index, frequency] of notes.entries())
    for (let at = 0; at < noteLength; at += 1) {
      const fade = Math.sin((Math.PI * at) / noteLength);
      const wave = Math.sin((2 * Math.PI * frequency * at) / sampleRate);
      samples[index * noteLength + at] = loudness * fade * wave;
    }
  return samples;
}
