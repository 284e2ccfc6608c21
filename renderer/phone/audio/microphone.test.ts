import { beforeEach, expect, it, vi } from 'vitest';
import { FakeTrack } from '../../../tests/fakes/fake-media.ts';
import { Microphone } from './microphone.ts';

class FakeDevices extends EventTarget {
  readonly opened: FakeTrack[] = [];
  plugged = true;
  denied = false;

  async getUserMedia(): Promise<{ getAudioTracks: () => FakeTrack[] }> {
    await Promise.resolve();
    if (this.denied) throw new DOMException('denied', 'NotAllowedError');
    if (!this.plugged) throw new DOMException('none', 'NotFoundError');
    const track = new FakeTrack();
    this.opened.push(track);
    return { getAudioTracks: () => [track] };
  }

  enumerateDevices(): Promise<{ kind: string }[]> {
    return Promise.resolve(this.plugged ? [{ kind: 'audioinput' }] : [{ kind: 'audiooutput' }]);
  }
}

let devices: FakeDevices;
let microphone: Microphone;
const onProblem = vi.fn();
const onGone = vi.fn();
const onChanged = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  devices = new FakeDevices();
  microphone = new Microphone(devices as unknown as MediaDevices, {
    onProblem,
    onGone,
    onChanged,
  });
});

it('is opened once, stays silent itself, and calls get tracks of their own', async () => {
  await Promise.all([microphone.open(), microphone.open(), microphone.track()]);
  expect(devices.opened).toHaveLength(1);
  expect(devices.opened[0]?.enabled).toBe(false);
  const [first, second] = [await microphone.track(), await microphone.track()];
  expect(first).not.toBe(second);
  first?.stop();
  expect(devices.opened[0]?.readyState).toBe('live');
});

it.each([
  [{ denied: true }, 'microphoneDenied'],
  [{ plugged: false }, 'microphoneMissing'],
])('%j is told as %s, and a call goes on without', async (state, code) => {
  Object.assign(devices, state);
  expect(await microphone.track()).toBeNull();
  expect(onProblem.mock.calls).toEqual([[code]]);
});

it('a device that is plugged in later is taken, and the calls are told', async () => {
  devices.plugged = false;
  await microphone.open();
  onChanged.mockClear();
  devices.plugged = true;
  for (let times = 0; times < 3; times += 1) devices.dispatchEvent(new Event('devicechange'));
  await vi.waitFor(() => {
    expect(onChanged).toHaveBeenCalledOnce();
  });
  expect(onGone).toHaveBeenCalledWith('microphoneMissing');
  expect(devices.opened).toHaveLength(1);
});

it('one that is unplugged is replaced by the next, or else missed', async () => {
  await microphone.open();
  devices.opened[0]?.unplug();
  await vi.waitFor(() => {
    expect(devices.opened).toHaveLength(2);
  });
  expect(onProblem.mock.calls).toEqual([['microphoneUnplugged']]);
  expect(onGone).toHaveBeenCalledWith('microphoneUnplugged');

  devices.plugged = false;
  devices.opened[1]?.unplug();
  await vi.waitFor(() => {
    expect(onProblem).toHaveBeenCalledTimes(2);
  });
  expect(devices.opened).toHaveLength(2);
});
