import { heardIn, type Heard } from './speech.ts';

const lookMs = 50;
/** A reader that has gone away must not fill the memory. */
const mostLooks = 200;

/** Listens to a track without sending or keeping any of it. */
export class LevelMeter {
  readonly #track: MediaStreamTrack;
  readonly #source: MediaStreamAudioSourceNode;
  readonly #analyser: AnalyserNode;
  readonly #timer: ReturnType<typeof setInterval>;
  #levels: number[] = [];

  /** @param track its own, stopped by `close` */
  constructor(context: AudioContext, track: MediaStreamTrack) {
    track.enabled = true;
    this.#track = track;
    this.#source = context.createMediaStreamSource(new MediaStream([track]));
    this.#analyser = context.createAnalyser();
    this.#source.connect(this.#analyser);
    const samples = new Float32Array(this.#analyser.fftSize);
    this.#timer = setInterval(() => {
      this.#analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      if (this.#levels.length < mostLooks) this.#levels.push(Math.sqrt(power));
    }, lookMs);
  }

  /** What plays what the meter listens to; for the loop of a test. */
  get source(): AudioNode {
    return this.#source;
  }

  get live(): boolean {
    return this.#track.readyState === 'live';
  }

  /** What was heard since the last time. */
  read(): Heard {
    const heard = heardIn(this.#levels);
    this.#levels = [];
    return heard;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#source.disconnect();
    this.#track.stop();
  }
}
