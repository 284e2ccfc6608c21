import { hasLiveCall } from '../../../shared/call/live-call.ts';
import type { Call } from '../../../shared/call/call.ts';
import { effectsOf } from '../../../shared/call/effects.ts';
import type { ProblemCode } from '../../../shared/problem.ts';
import type { RingMelody } from '../../../shared/sound/ring-melodies.ts';
import type { SoundDevices } from '../../../shared/sound/sound-devices.ts';
import { soundDefaults, type SoundSettings } from '../../../shared/sound/sound-settings.ts';
import { realDevices, type ListedDevice } from './choose-device.ts';
import { LevelMeter } from './level-meter.ts';
import { Microphone } from './microphone.ts';
import { mixTracks } from './mixer.ts';
import { Outputs } from './outputs.ts';
import { RemoteAudio } from './remote-audio.ts';
import { SoundTest } from './sound-test.ts';
import { Speakers } from './speakers.ts';
import { Tones } from './tones.ts';
import { VoiceConnection } from './voice-connection.ts';

export interface SoundListener {
  readonly onProblem: (code: ProblemCode) => void;
  readonly onGone: (code: ProblemCode) => void;
  /** Calls need a track of another microphone. */
  readonly onMicrophone: () => void;
  readonly onDevices: (devices: Omit<SoundDevices, 'headset'>) => void;
  /** Level of the microphone during a test; null: the test is over. */
  readonly onLevel: (level: number | null) => void;
}

/** What the engine says about the devices in use, for tests and diagnostics. */
export interface SoundSnapshot {
  readonly microphone: (MediaTrackSettings & { readonly label: string }) | null;
  /** Ids of the devices for calls, ring and second ring; empty: the standard. */
  readonly outputs: readonly string[];
}

/** Everything that is heard and spoken, behind one door. */
export class Sound {
  readonly #devices: MediaDevices;
  readonly #listener: SoundListener;
  readonly #voices = new RemoteAudio();
  readonly #outputs = new Outputs({ setSink: (id) => this.#voices.setSink(id) });
  readonly #tones = new Tones(this.#outputs.tones);
  readonly #microphone: Microphone;
  readonly #speakers: Speakers;
  readonly #test: SoundTest;
  /** Melodies of the calls that ring, as main has told them. */
  readonly #melodies = new Map<string, RingMelody>();
  #ringing: string | null = null;
  #ear: Promise<LevelMeter | null> | null = null;
  #meter: LevelMeter | null = null;
  #settings: SoundSettings = soundDefaults;
  #told = '';

  constructor(devices: MediaDevices, listener: SoundListener) {
    this.#devices = devices;
    this.#listener = listener;
    this.#microphone = new Microphone(devices, this.#settings, {
      onProblem: listener.onProblem,
      onGone: listener.onGone,
      onChanged: () => {
        listener.onMicrophone();
        void this.#tell();
      },
    });
    this.#speakers = new Speakers(this.#outputs.sinks, listener);
    this.#test = new SoundTest({
      outputs: this.#outputs.tones,
      track: () => this.track(),
      onLevel: listener.onLevel,
    });
    devices.addEventListener('devicechange', () => {
      void this.refresh();
    });
  }

  /** Opens what should be open by now. Never rejects. */
  async refresh(): Promise<void> {
    // The microphone first: names of devices are withheld until its permission is there.
    await this.#microphone.refresh();
    await this.#speakers.follow(await this.#listed('audiooutput'), this.#settings);
    await this.#tell();
  }

  /** Takes settings into use, also in calls in progress. Never rejects. */
  async configure(settings: SoundSettings): Promise<void> {
    this.#settings = settings;
    this.#microphone.configure(settings);
    await this.refresh();
  }

  /** A track of the microphone for one call; null: there is none. */
  async track(): Promise<MediaStreamTrack | null> {
    return this.#microphone.track();
  }

  play(callId: string, track: MediaStreamTrack): void {
    this.#voices.play(callId, track);
  }

  /** Several voices as one track, for a conference. */
  mix(tracks: readonly MediaStreamTrack[]): ReturnType<typeof mixTracks> {
    return mixTracks(this.#outputs.tones.talk, tracks);
  }

  /** A connection for one call, with the codecs and the priority of the settings. */
  connection(): RTCPeerConnection {
    return new VoiceConnection({ bundlePolicy: 'max-bundle' }, this.#settings);
  }

  /** Rings, falls silent and plays tones as the calls change. A test ends where a call begins. */
  follow(before: readonly Call[], after: readonly Call[]): void {
    if (hasLiveCall(after)) {
      this.#test.stop();
      this.#test.silence();
    }
    this.#ringing = after.find(({ phase }) => phase === 'ringing')?.id ?? null;
    for (const id of this.#melodies.keys())
      if (!after.some((call) => call.id === id)) this.#melodies.delete(id);
    this.#tones.run(effectsOf(before, after), this.#melody());
    this.#voices.follow(after);
  }

  /** The melody of a call's line, which main knows a moment after the call has begun to ring. */
  ringAs(callId: string, melody: RingMelody): void {
    this.#melodies.set(callId, melody);
    if (callId === this.#ringing) this.#tones.ringAs(melody);
  }

  /** Tells the agent that a call is about to be answered without him. */
  announceAnswer(): void {
    this.#tones.announceAnswer();
  }

  /** "Speak and listen", or the level alone; see SoundTest. Never rejects. */
  async startTest(hear: boolean): Promise<void> {
    await this.#test.start(hear);
  }

  stopTest(): void {
    this.#test.stop();
  }

  testRing(): void {
    this.#test.ring();
  }

  /** Listens to the microphone itself, also while every call is muted; nothing of it is sent. */
  listen(wanted: boolean): void {
    if (wanted) this.#open();
    else this.#deaf();
  }

  /** Whether there was speech since the last time; null: nobody listens. */
  speech(): boolean | null {
    if (this.#meter?.live === false) {
      // The microphone was changed meanwhile: listen to the new one.
      this.#deaf();
      this.#open();
    }
    return this.#meter?.read().speech ?? null;
  }

  #open(): void {
    if (this.#ear !== null) return;
    const ear = this.track().then((track) =>
      track === null ? null : new LevelMeter(this.#outputs.tones.talk, track),
    );
    this.#ear = ear;
    void ear.then((meter) => {
      if (this.#ear === ear) this.#meter = meter;
      else meter?.close();
    });
  }

  #deaf(): void {
    this.#meter?.close();
    this.#meter = null;
    this.#ear = null;
  }

  #melody(): RingMelody {
    return (this.#ringing === null ? undefined : this.#melodies.get(this.#ringing)) ?? 'standard';
  }

  snapshot(): SoundSnapshot {
    const { label, treatment } = this.#microphone;
    return {
      microphone: label === null ? null : { ...treatment, label },
      outputs: this.#outputs.deviceIds,
    };
  }

  async #listed(kind: MediaDeviceKind): Promise<readonly ListedDevice[]> {
    const all = await this.#devices.enumerateDevices().catch(() => []);
    return all.filter((device) => device.kind === kind);
  }

  /** Tells the devices if they are others than those told last. */
  async #tell(): Promise<void> {
    const devices: Omit<SoundDevices, 'headset'> = {
      microphones: offered(await this.#listed('audioinput')),
      speakers: offered(await this.#listed('audiooutput')),
      inUse: { microphone: this.#microphone.label, ...this.#speakers.inUse },
    };
    const told = JSON.stringify(devices);
    if (told === this.#told) return;
    this.#told = told;
    this.#listener.onDevices(devices);
  }
}

/** What can be chosen: real devices whose names are known. */
function offered(devices: readonly ListedDevice[]): SoundDevices['microphones'] {
  return realDevices(devices)
    .filter(({ deviceId, label }) => deviceId !== '' && label !== '')
    .slice(0, 200)
    .map(({ deviceId, label }) => ({ id: deviceId.slice(0, 256), label: label.slice(0, 256) }));
}
