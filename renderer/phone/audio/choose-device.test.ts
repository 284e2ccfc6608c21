import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableName } from '../../../shared/sound/find-device.ts';
import { chooseDevice, realDevices, type ListedDevice } from './choose-device.ts';

const device = (deviceId: string, label: string, groupId = deviceId): ListedDevice => ({
  deviceId,
  label,
  groupId,
});
const jabra = device('aaa', 'Headset (2- Jabra Link 380) (0b0e:24c8)', 'g1');
const laptop = device('bbb', 'Mikrofonarray (Realtek Audio)', 'g2');
const camera = device('ccc', 'Mikrofon (C920)', 'g3');
const windows = [
  device('default', `Standard - ${laptop.label}`, 'g2'),
  device('communications', `Kommunikation - ${jabra.label}`, 'g1'),
  laptop,
  jabra,
  camera,
];

describe('without a wish', () => {
  it.each([
    ['talking follows the communication device', windows, 'talk', jabra],
    ['ringing follows the standard device', windows, 'ring', laptop],
    [
      'a pointer without a name is found by its hardware',
      [device('default', 'Default', 'g3'), laptop, camera],
      'talk',
      camera,
    ],
    [
      'two devices of the same hardware decide nothing',
      [device('default', 'Default', 'g3'), camera, device('ddd', 'Other', 'g3')],
      'talk',
      device('default', 'Default', 'g3'),
    ],
    ['a system without a standard gives its first', [camera, laptop], 'ring', camera],
    ['no device is none', [], 'talk', null],
  ] as const)('%s', (_what, devices, role, expected) => {
    expect(chooseDevice(devices, undefined, role)).toEqual({ device: expected, replaced: false });
  });
});

describe('a wish', () => {
  it.each([
    ['is found by its id, whatever it is called now', { id: 'ccc', label: 'Old name' }, camera],
    ['is found by its name when the ids are new', { id: 'zzz', label: laptop.label }, laptop],
    ['is found in another USB socket', { id: 'zzz', label: 'Headset (Jabra Link 380)' }, jabra],
    ['is found by the part that a policy names', { label: 'jabra link' }, jabra],
  ])('%s', (_what, wish, expected) => {
    expect(chooseDevice(windows, wish, 'talk')).toEqual({ device: expected, replaced: false });
  });

  it.each([
    ['is replaced while it is unplugged', { id: 'zzz', label: 'Poly Voyager' }],
    ['is not found by three letters', { label: 'Jab' }],
    ['is never one of the pointers', { id: 'default', label: 'Standard' }],
  ])('%s', (_what, wish) => {
    expect(chooseDevice(windows, wish, 'talk')).toEqual({ device: jabra, replaced: true });
  });
});

it('never invents a device, and says replaced only when the wish is not there', () => {
  const anyDevice = fc.record({
    deviceId: fc.constantFrom('default', 'communications', 'a', 'b', 'c', ''),
    label: fc.string({ maxLength: 12 }),
    groupId: fc.constantFrom('', 'g', 'h'),
  });
  const anyWish = fc.option(
    fc.record({ id: fc.constantFrom('a', 'b', 'x'), label: fc.string({ minLength: 1 }) }),
    { nil: undefined },
  );
  fc.assert(
    fc.property(fc.array(anyDevice), anyWish, (devices, wish) => {
      const chosen = chooseDevice(devices, wish, 'talk');
      if (chosen.device === null) expect(realDevices(devices)).toEqual([]);
      else expect(devices).toContain(chosen.device);
      if (wish === undefined) expect(chosen.replaced).toBe(false);
      if (realDevices(devices).some(({ deviceId }) => deviceId === wish?.id))
        expect(chosen).toMatchObject({ device: { deviceId: wish?.id }, replaced: false });
    }),
  );
});

it('names are compared without counters, USB ids and case', () => {
  expect(stableName('Headset (12- Poly (2) BT) (047f:c025)')).toBe('headset (poly (2) bt)');
});
