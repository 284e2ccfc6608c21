import { FakeTrack } from './fake-media.ts';

class FakeInputTrack extends FakeTrack {
  readonly label: string;

  constructor(label: string) {
    super();
    this.label = label;
  }
}

/** The microphones of a machine, as Chromium lists and opens them. */
export class FakeDevices extends EventTarget {
  /** Names of what is plugged in; ids are made of them. */
  plugged: readonly string[];
  /** Name behind the pointer `default`; null: the system has none. */
  standard: string | null = null;
  /** Name of the exception that opening ends with; null: it works. */
  refusal: string | null = null;
  /** Until the first permission Chromium hides names and ids. */
  namesKnown = true;
  readonly opened: FakeInputTrack[] = [];
  readonly asked: MediaTrackConstraints[] = [];
  /** Most tracks that were open at the same time. */
  openTogether = 0;

  constructor(plugged: readonly string[]) {
    super();
    this.plugged = plugged;
  }

  live(): readonly FakeInputTrack[] {
    return this.opened.filter(({ readyState }) => readyState === 'live');
  }

  unplug(label: string): void {
    this.plugged = this.plugged.filter((name) => name !== label);
    for (const track of this.live()) if (track.label === label) track.unplug();
  }

  async getUserMedia(constraints: {
    readonly audio: MediaTrackConstraints;
  }): Promise<{ getAudioTracks: () => FakeTrack[] }> {
    await Promise.resolve();
    if (this.refusal !== null) throw new DOMException('refused', this.refusal);
    const { deviceId } = constraints.audio;
    const wanted = typeof deviceId === 'object' && 'exact' in deviceId ? deviceId.exact : undefined;
    const label =
      wanted === undefined ? this.plugged[0] : this.plugged.find((name) => idOf(name) === wanted);
    if (label === undefined) throw new DOMException('none', 'NotFoundError');
    this.asked.push(constraints.audio);
    this.namesKnown = true;
    const track = new FakeInputTrack(label);
    this.opened.push(track);
    this.openTogether = Math.max(this.openTogether, this.live().length);
    return { getAudioTracks: () => [track] };
  }

  enumerateDevices(): Promise<Omit<MediaDeviceInfo, 'toJSON'>[]> {
    const kind = 'audioinput';
    const real = this.plugged.map(
      (label) => ({ kind, label, deviceId: idOf(label), groupId: '' }) as const,
    );
    const pointer = { kind, deviceId: 'default', groupId: '' } as const;
    const all =
      this.standard === null
        ? real
        : [{ ...pointer, label: `Default - ${this.standard}` }, ...real];
    if (!this.namesKnown && all.length > 0)
      return Promise.resolve([{ kind, deviceId: '', groupId: '', label: '' }]);
    return Promise.resolve(all);
  }
}

function idOf(label: string): string {
  return `id of ${label}`;
}
