import { readFile, writeFile } from 'node:fs/promises';

/** Values between −1 and 1. */
type Samples = Float64Array;

/** Rate of telephone audio as Asterisk records it and PCMA carries it. */
export const telephoneRate = 8000;

/** A sine of half of full scale. */
export function tone(hz: number, seconds: number, rate = telephoneRate): Samples {
  return Float64Array.from({ length: Math.round(seconds * rate) }, (_, index) => {
    return 0.5 * Math.sin((2 * Math.PI * hz * index) / rate);
  });
}

/** 16 bit, little-endian, without a header: Asterisk's .sln. */
export function toLinear16(samples: Samples): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => bytes.writeInt16LE(Math.round(sample * 32767), index * 2));
  return bytes;
}

/** A-law after G.711, as sipp streams it. */
export function toALaw(samples: Samples): Buffer {
  return Buffer.from(
    Uint8Array.from(samples, (sample) => {
      const sign = sample < 0 ? 0 : 0x80;
      const magnitude = Math.min(4095, Math.round(Math.abs(sample) * 4095));
      const segment = Math.max(0, Math.floor(Math.log2(Math.max(magnitude, 1))) - 4);
      const mantissa = (magnitude >> Math.max(1, segment)) & 0x0f;
      return (sign | (segment << 4) | mantissa) ^ 0x55;
    }),
  );
}

/** The reverse of {@link toALaw}. */
export function fromALaw(bytes: Buffer): Samples {
  return Float64Array.from(bytes, (byte) => {
    const code = byte ^ 0x55;
    const segment = (code >> 4) & 0x07;
    const step = (code & 0x0f) * 2 + 1;
    const magnitude = segment === 0 ? step : (step + 32) << (segment - 1);
    return ((code & 0x80) === 0 ? -magnitude : magnitude) / 4096;
  });
}

/** A mono wav file, as Chromium's fake microphone (`fakeMicrophone` of launchApp) reads it. */
export async function writeToneFile(file: string, hz: number, seconds = 10): Promise<void> {
  const rate = 48_000;
  const data = toLinear16(tone(hz, seconds, rate));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  await writeFile(file, Buffer.concat([header, data]));
}

/** Power of the samples at one frequency (Goertzel), in the scale of rms². */
function powerAt(samples: Samples, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / telephoneRate);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample + turn * last - before, last];
  return (2 * (last * last + before * before - turn * last * before)) / samples.length ** 2;
}

function meanSquare(samples: Samples): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
}

/** Pieces of 0.1 s (a tone between two steps of 5 Hz is seen by both), at most 20, spread evenly. */
function pieces(samples: Samples): Samples[] {
  const length = telephoneRate / 10;
  const count = Math.min(20, Math.floor(samples.length / length));
  const stride = count < 2 ? 0 : Math.floor((samples.length - length) / (count - 1));
  return Array.from({ length: count }, (_, i) => samples.subarray(i * stride, i * stride + length));
}

async function readSamples(
  file: string,
  { from, length = Infinity }: { readonly from: number; readonly length?: number },
): Promise<Samples> {
  const bytes = await readFile(file);
  const all = Float64Array.from(
    { length: bytes.length >> 1 },
    (_, index) => bytes.readInt16LE(index * 2) / 32768,
  );
  const start = from < 0 ? all.length / telephoneRate + from : from;
  const first = Math.max(0, Math.round(start * telephoneRate));
  return all.subarray(first, Math.min(all.length, first + length * telephoneRate));
}

export interface AudioMeasure {
  /** 0 to 1; silence is below 0.001, a sine of full scale 0.707. */
  rms: number;
  /** Loudest frequency between 100 and 3400 Hz, to 5 Hz. */
  dominantHz: number;
  /** Share of the power at that frequency, 0 to 1: above 0.8 for a clean tone throughout. */
  purity: number;
  seconds: number;
}

/**
 * Measures a recording (16 bit linear, 8 kHz, no header), by default all of it.
 * @param from seconds from the start; negative: from the end
 * @param length seconds
 */
export async function measureAudio(
  file: string,
  { from = 0, length = Infinity } = {},
): Promise<AudioMeasure> {
  return measure(await readSamples(file, { from, length }));
}

function measure(samples: Samples): AudioMeasure {
  const parts = pieces(samples);
  const total = parts.reduce((sum, part) => sum + meanSquare(part), 0);
  let best = { hz: 0, power: 0 };
  for (let hz = 100; hz <= 3400; hz += 5) {
    const power = parts.reduce((sum, part) => sum + powerAt(part, hz), 0);
    if (power > best.power) best = { hz, power };
  }
  return {
    rms: Math.sqrt(meanSquare(samples)),
    dominantHz: best.hz,
    purity: total === 0 ? 0 : Math.min(1, best.power / total),
    seconds: samples.length / telephoneRate,
  };
}

/**
 * Clear tones one after the other, each named once until another one follows: what a
 * person who listened would tell. Pauses and mixtures are left out.
 * @param known pitches to tell apart, in Hz
 */
export function tonesInOrder(samples: Samples, known: readonly number[]): number[] {
  const length = slice * telephoneRate;
  const heard: number[] = [];
  for (let from = 0; from + length <= samples.length; from += length) {
    const { rms, dominantHz, purity } = measure(samples.subarray(from, from + length));
    const tone = known.find((hz) => Math.abs(hz - dominantHz) <= 10);
    if (rms > 0.02 && purity > 0.7 && tone !== undefined && heard.at(-1) !== tone) heard.push(tone);
  }
  return heard;
}

/** Long enough that a click does not count, in seconds. */
const slice = 0.4;

/**
 * Share of the power that each of these frequencies has in a recording, 0 to 1 each; for mixtures.
 * @param from seconds from the start; negative: from the end
 */
export async function toneShares(
  file: string,
  frequencies: readonly number[],
  window: { readonly from: number; readonly length?: number },
): Promise<number[]> {
  const parts = pieces(await readSamples(file, window));
  const total = parts.reduce((sum, part) => sum + meanSquare(part), 0);
  return frequencies.map((hz) =>
    total === 0 ? 0 : parts.reduce((sum, part) => sum + powerAt(part, hz), 0) / total,
  );
}
