import type { VoiceWarning } from '../../sound/call-media.ts';
import type { Texts } from '../texts.ts';

/** Problems with the devices that are chosen for sound. */
export type SoundProblemTexts = Pick<
  Texts['problems'],
  | 'microphoneBusy'
  | 'microphoneReplaced'
  | 'speakerMissing'
  | 'speakerReplaced'
  | 'ringDeviceReplaced'
>;

/** Settings, tests and warnings about sound. */
export interface SoundTexts {
  readonly title: string;
  readonly hint: string;
  readonly microphone: string;
  readonly speaker: string;
  readonly ringDevice: string;
  readonly secondRingDevice: string;
  readonly secondRingHint: string;
  readonly system: string;
  readonly nowhere: string;
  readonly inUse: (label: string) => string;
  readonly noneInUse: string;
  readonly unplugged: (label: string) => string;
  readonly echoCancellation: string;
  readonly noiseSuppression: string;
  readonly autoGainControl: string;
  readonly autoGainControlHint: string;
  readonly headsetKeys: string;
  readonly headset: (name: string) => string;
  readonly noHeadset: string;
  readonly test: string;
  readonly testHint: string;
  readonly testRunning: string;
  readonly endTest: string;
  readonly testRing: string;
  readonly notInCall: string;
  readonly level: string;
  readonly warnings: Readonly<Record<VoiceWarning, string>>;
  readonly quality: string;
  readonly grades: {
    readonly excellent: string;
    readonly good: string;
    readonly fair: string;
    readonly poor: string;
  };
  readonly measuring: string;
  readonly lastMinute: (seconds: number, worst: string, now: string) => string;
  readonly codec: string;
  readonly now: string;
  readonly mean: string;
  readonly worst: string;
  readonly values: {
    readonly mos: string;
    readonly rttMs: string;
    readonly jitterMs: string;
    readonly lossPercent: string;
  };
}
