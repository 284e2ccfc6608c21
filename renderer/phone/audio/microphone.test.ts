import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeDevices } from '../../../tests/fakes/fake-devices.ts';
import { soundDefaults, type SoundSettings } from '../../../shared/sound/sound-settings.ts';
import { Microphone } from './microphone.ts';

let devices: FakeDevices;
let microphone: Microphone;
const onProblem = vi.fn();
const onGone = vi.fn();
const onChanged = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  devices = new FakeDevices(['Headset (Jabra)', 'Realtek']);
  microphone = new Microphone(devices as unknown as MediaDevices, soundDefaults, {
    onProblem,
    onGone,
    onChanged,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

async function configure(changes: Partial<SoundSettings>): Promise<void> {
  microphone.configure({ ...soundDefaults, ...changes });
  await microphone.refresh();
}

/** Labels of the devices whose light is on. */
const open = (): readonly string[] => devices.live().map(({ label }) => label);

describe('the open microphone', () => {
  it('is opened once, stays silent itself, and calls get tracks of their own', async () => {
    await Promise.all([microphone.refresh(), microphone.refresh(), microphone.track()]);
    expect(devices.opened).toHaveLength(1);
    expect(devices.opened[0]?.enabled).toBe(false);
    const [first, second] = [await microphone.track(), await microphone.track()];
    expect(first).not.toBe(second);
    first?.stop();
    expect(devices.opened[0]?.readyState).toBe('live');
  });

  it('is treated as the settings say, gain control off unless asked for', async () => {
    await microphone.refresh();
    expect(devices.asked.at(-1)).toMatchObject({ echoCancellation: true, autoGainControl: false });
    await configure({ autoGainControl: true, noiseSuppression: false });
    expect(devices.asked.at(-1)).toMatchObject({ noiseSuppression: false, autoGainControl: true });
    expect(open()).toEqual(['Headset (Jabra)']);
    expect(onChanged).toHaveBeenCalledTimes(2);
    expect(devices.openTogether).toBe(1);
    await configure({ autoGainControl: true, noiseSuppression: false });
    expect(devices.opened).toHaveLength(2);
  });
});

describe('trouble', () => {
  it.each([
    ['NotAllowedError', 'microphoneDenied'],
    ['NotReadableError', 'microphoneBusy'],
    ['OverconstrainedError', 'microphoneMissing'],
  ])('%s is told as %s, and a call goes on without', async (error, code) => {
    devices.refusal = error;
    expect(await microphone.track()).toBeNull();
    expect(onProblem.mock.calls).toEqual([[code]]);
  });

  it('no device is told as such, also where Chromium withholds names', async () => {
    devices.plugged = [];
    expect(await microphone.track()).toBeNull();
    expect(onProblem.mock.calls).toEqual([['microphoneMissing']]);
  });

  it('a device that another program holds is tried again until it is free', async () => {
    vi.useFakeTimers();
    devices.refusal = 'NotReadableError';
    await microphone.refresh();
    devices.refusal = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(open()).toEqual(['Headset (Jabra)']);
    expect(onGone).toHaveBeenCalledWith('microphoneBusy');
  });

  it('one that is unplugged is replaced by the next, or else missed', async () => {
    await microphone.refresh();
    devices.unplug('Headset (Jabra)');
    await vi.waitFor(() => expect(open()).toEqual(['Realtek']));
    expect(onProblem.mock.calls).toEqual([['microphoneUnplugged']]);
    expect(onGone).toHaveBeenCalledWith('microphoneUnplugged');

    devices.unplug('Realtek');
    await microphone.refresh();
    await microphone.refresh();
    expect(onProblem.mock.calls).toEqual([['microphoneUnplugged'], ['microphoneUnplugged']]);
    expect(microphone.label).toBeNull();
  });

  it('one that is plugged in later is taken, and the calls are told', async () => {
    devices.plugged = [];
    await microphone.refresh();
    devices.plugged = ['Realtek'];
    await Promise.all([microphone.refresh(), microphone.refresh(), microphone.refresh()]);
    expect(onChanged).toHaveBeenCalledOnce();
    expect(onGone).toHaveBeenCalledWith('microphoneMissing');
    expect(devices.opened).toHaveLength(1);
  });
});

describe('the chosen microphone', () => {
  const wish = { microphone: { id: 'id of Poly', label: 'Poly' } };

  it('is stood in for while it is not there, and taken as soon as it comes', async () => {
    await configure(wish);
    expect(open()).toEqual(['Headset (Jabra)']);
    expect(onProblem.mock.calls).toEqual([['microphoneReplaced']]);
    devices.plugged = [...devices.plugged, 'Poly'];
    await microphone.refresh();
    expect(open()).toEqual(['Poly']);
    expect(onGone).toHaveBeenLastCalledWith('microphoneBusy');
    expect(onGone).toHaveBeenCalledWith('microphoneReplaced');
  });

  it('is released for another only after that one is open', async () => {
    await configure({ microphone: { label: 'Realtek' } });
    devices.refusal = 'NotReadableError';
    await configure({ microphone: { label: 'Headset (Jabra)' } });
    expect(open()).toEqual(['Realtek']);
    expect(microphone.label).toBe('Realtek');
  });
});

describe('the standard of the system', () => {
  it('B1-13: a new standard is followed, because the device behind it is opened', async () => {
    devices.standard = 'Realtek';
    await microphone.refresh();
    expect(open()).toEqual(['Realtek']);
    devices.standard = 'Headset (Jabra)';
    await microphone.refresh();
    expect(open()).toEqual(['Headset (Jabra)']);
    expect(onChanged).toHaveBeenCalledTimes(2);
  });

  it('is looked at once more when names were withheld before the first permission', async () => {
    devices.namesKnown = false;
    devices.standard = 'Realtek';
    await microphone.refresh();
    expect(open()).toEqual(['Realtek']);
    expect(onProblem).not.toHaveBeenCalled();
  });
});
