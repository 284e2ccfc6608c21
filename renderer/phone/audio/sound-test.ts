import { LevelMeter } from './level-meter.ts';
import { playRing, type ToneOutputs } from './tones.ts';

/** How long after speaking one hears oneself, in seconds: late enough not to be taken for an echo. */
const loopDelay = 1.5;
const reportMs = 100;
/** A test that nobody ends must not keep the microphone open. */
const limitMs = 60_000;
const ringRepetitions = 2;

export interface SoundTestPorts {
  readonly outputs: ToneOutputs;
  /** A track of its own; null: no microphone. */
  readonly track: () => Promise<MediaStreamTrack | null>;
  /** 0 to 1, ten times a second; null: the test is over. */
  readonly onLevel: (level: number | null) => void;
}

/**
 * "Speak and listen": the microphone comes back on the speaker a moment later and moves the meter. What is
 * spoken runs through a delay line in memory and is gone with it; nothing is recorded.
 */
export class SoundTest {
  readonly #ports: SoundTestPorts;
  #stop: (() => void) | null = null;
  #stopRing: (() => void) | null = null;
  /** Counts starts, so that a late microphone of an ended test is closed. */
  #run = 0;

  constructor(ports: SoundTestPorts) {
    this.#ports = ports;
  }

  /** Never rejects. @param hear whether the voice comes back; else only its level is told */
  async start(hear: boolean): Promise<void> {
    this.stop();
    this.#run += 1;
    const run = this.#run;
    const track = await this.#ports.track();
    if (track === null || run !== this.#run) {
      track?.stop();
      if (track === null) this.#ports.onLevel(null);
      return;
    }
    const { talk } = this.#ports.outputs;
    if (talk.state === 'suspended') void talk.resume();
    const meter = new LevelMeter(talk, track);
    const stopLoop = hear ? loop(talk, meter.source) : null;
    const reports = setInterval(() => {
      if (meter.live) this.#ports.onLevel(meter.read().level);
      // Another microphone was chosen: go on with that one.
      else void this.start(hear);
    }, reportMs);
    const limit = setTimeout(() => {
      this.stop();
    }, limitMs);
    this.#stop = () => {
      clearInterval(reports);
      clearTimeout(limit);
      stopLoop?.();
      meter.close();
      this.#ports.onLevel(null);
    };
  }

  stop(): void {
    this.#run += 1;
    this.#stop?.();
    this.#stop = null;
  }

  /** Rings for a few seconds as a call would, on every ring device. */
  ring(): void {
    this.silence();
    this.#stopRing = playRing(this.#ports.outputs, 'standard', ringRepetitions);
  }

  /** Ends the test ring: a real call comes first. */
  silence(): void {
    this.#stopRing?.();
    this.#stopRing = null;
  }
}

/** Sends a voice back to its speaker a moment later. @returns ends it */
function loop(talk: AudioContext, source: AudioNode): () => void {
  const delay = talk.createDelay(loopDelay);
  delay.delayTime.value = loopDelay;
  source.connect(delay);
  delay.connect(talk.destination);
  return () => {
    delay.disconnect();
  };
}
