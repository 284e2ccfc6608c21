import { melody } from './melody.ts';

/** The mouth of one call: a microphone stream that speaks a file instead of listening to a room. */
export interface Voice {
  readonly stream: MediaStream;
  /** Speaks the file at the URL, after a breath; the melody if it cannot be played. Never rejects. */
  readonly say: (url: string) => Promise<void>;
  /** The call is over. */
  readonly close: () => void;
}

/** People wait for the greeting before they speak. */
const breathSeconds = 1.5;

/** @param warn told when a file could not be played */
export function createVoice(context: AudioContext, warn: (message: string) => void): Voice {
  const mouth = context.createMediaStreamDestination();
  // Chromium sends no RTP at all while nothing is connected, which looks like a dead line to the phone.
  const silence = context.createConstantSource();
  silence.offset.value = 0;
  silence.connect(mouth);
  silence.start();
  return {
    stream: mouth.stream,
    say: async (url) => {
      const source = context.createBufferSource();
      source.buffer = await load(url, context, warn);
      source.connect(mouth);
      source.onended = () => {
        source.disconnect();
      };
      source.start(context.currentTime + breathSeconds);
    },
    close: () => {
      silence.stop();
      silence.disconnect();
    },
  };
}

async function load(
  url: string,
  context: AudioContext,
  warn: (message: string) => void,
): Promise<AudioBuffer> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${String(response.status)}`);
    return await context.decodeAudioData(await response.arrayBuffer());
  } catch (error) {
    warn(`question not played: ${error instanceof Error ? error.message : String(error)}`);
    const samples = melody(context.sampleRate);
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    return buffer;
  }
}
