import { beforeEach, expect, it } from 'vitest';
import { soundDefaults, type SoundSettings } from '../../../shared/sound/sound-settings.ts';
import type { ListedDevice } from './choose-device.ts';
import { Speakers } from './speakers.ts';

const device = (name: string): ListedDevice => ({ deviceId: name, label: name, groupId: '' });
const standard: ListedDevice = { deviceId: 'default', label: 'Default', groupId: '' };
const all = [standard, device('headset'), device('monitor'), device('laptop')];

let problems: Set<string>;
let playing: { speaker: string; ring: string; secondRing: string | null };
let broken: string;
let speakers: Speakers;

beforeEach(() => {
  problems = new Set();
  playing = { speaker: 'untouched', ring: 'untouched', secondRing: 'untouched' };
  broken = 'none';
  const sink = (place: keyof typeof playing) => (id: string | null) => {
    if (id === broken) return Promise.reject(new DOMException('gone', 'NotFoundError'));
    Object.assign(playing, { [place]: id });
    return Promise.resolve();
  };
  speakers = new Speakers(
    { speaker: sink('speaker'), ring: sink('ring'), secondRing: sink('secondRing') },
    {
      onProblem: (code) => problems.add(code),
      onGone: (code) => problems.delete(code),
    },
  );
});

const wishes = (changes: Partial<SoundSettings>): SoundSettings => ({
  ...soundDefaults,
  ...changes,
});
const headset = { speaker: { label: 'headset' }, ringDevice: { label: 'monitor' } };

it.each([
  [
    'no wish: the standard, which is the empty id, and one ring',
    all,
    {},
    { speaker: '', ring: '', secondRing: null },
    [],
  ],
  [
    'call and ring apart',
    all,
    headset,
    { speaker: 'headset', ring: 'monitor', secondRing: null },
    [],
  ],
  [
    'B1-15: rings on two',
    all,
    { ...headset, secondRingDevice: { label: 'laptop' } },
    { speaker: 'headset', ring: 'monitor', secondRing: 'laptop' },
    [],
  ],
  [
    'twice the same rings once',
    all,
    { ...headset, secondRingDevice: { label: 'monitor' } },
    { speaker: 'headset', ring: 'monitor', secondRing: null },
    [],
  ],
  [
    'without the headset the standard, and the agent is told',
    [standard, device('monitor')],
    headset,
    { speaker: '', ring: 'monitor', secondRing: null },
    ['speakerReplaced'],
  ],
  [
    'without the second ring device the first goes on',
    [standard, device('monitor')],
    { ringDevice: { label: 'monitor' }, secondRingDevice: { label: 'laptop' } },
    { speaker: '', ring: 'monitor', secondRing: null },
    ['ringDeviceReplaced'],
  ],
  ['nothing to hear with', [], {}, { speaker: '', ring: '', secondRing: null }, ['speakerMissing']],
] as const)('%s', async (_what, outputs, changes, expected, told) => {
  await speakers.follow(outputs, wishes(changes));
  expect(playing).toEqual(expected);
  expect([...problems]).toEqual(told);
});

it('a device that goes while it is being taken is stood in for; when it works again, all is well', async () => {
  broken = 'headset';
  await speakers.follow(all, wishes({ ...headset, secondRingDevice: { label: 'headset' } }));
  expect(playing).toEqual({ speaker: '', ring: 'monitor', secondRing: null });
  expect([...problems]).toEqual(['speakerReplaced', 'ringDeviceReplaced']);
  expect(speakers.inUse).toEqual({ speaker: null, ring: 'monitor', secondRing: null });

  broken = 'none';
  await speakers.follow(all, wishes(headset));
  expect([...problems]).toEqual([]);
  expect(speakers.inUse).toEqual({ speaker: 'headset', ring: 'monitor', secondRing: null });
});
