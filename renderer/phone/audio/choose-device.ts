import { findDevice } from '../../../shared/sound/find-device.ts';
import type { SoundDevice } from '../../../shared/sound/sound-settings.ts';

/** A device as the engine lists it (Media Capture and Streams, MediaDeviceInfo). */
export interface ListedDevice {
  readonly deviceId: string;
  readonly label: string;
  readonly groupId: string;
}

/** What to open. */
export interface ChosenDevice {
  /** null: there is no device of this kind at all. */
  readonly device: ListedDevice | null;
  /** A wish was there, and it is not plugged in: `device` stands in for it. */
  readonly replaced: boolean;
}

/**
 * Entries of Chromium that only point at a device. Windows has two: what people talk through
 * (`communications`) and what everything else plays on (`default`).
 */
const pointers = { talk: ['communications', 'default'], ring: ['default'] } as const;
export type SoundRole = keyof typeof pointers;

/** Real devices, without the entries that only point at one of them. */
export function realDevices(devices: readonly ListedDevice[]): readonly ListedDevice[] {
  return devices.filter(({ deviceId }) => deviceId !== 'default' && deviceId !== 'communications');
}

/** Finds the wished device, else what the operating system uses for this role. */
export function chooseDevice(
  devices: readonly ListedDevice[],
  wish: SoundDevice | undefined,
  role: SoundRole,
): ChosenDevice {
  if (wish === undefined) return { device: systemDevice(devices, role), replaced: false };
  const named = realDevices(devices).map((device) => ({
    id: device.deviceId,
    label: device.label,
    device,
  }));
  const found = findDevice(named, wish);
  return found === undefined
    ? { device: systemDevice(devices, role), replaced: true }
    : { device: found.device, replaced: false };
}

/**
 * The real device behind the standard of the operating system, or the pointer itself where nothing tells.
 * Opening the pointer would stay on the old device when the standard changes (B1-13).
 */
function systemDevice(devices: readonly ListedDevice[], role: SoundRole): ListedDevice | null {
  const real = realDevices(devices);
  for (const id of pointers[role]) {
    const pointer = devices.find(({ deviceId }) => deviceId === id);
    if (pointer !== undefined) return behind(pointer, real) ?? pointer;
  }
  return real[0] ?? null;
}

/** "Standard - Headset (Jabra)" is "Headset (Jabra)"; else the only device of the same hardware. */
function behind(pointer: ListedDevice, real: readonly ListedDevice[]): ListedDevice | undefined {
  const named = real.find(({ label }) => label !== '' && pointer.label.endsWith(` - ${label}`));
  if (named !== undefined) return named;
  const sameGroup = real.filter(({ groupId }) => groupId !== '' && groupId === pointer.groupId);
  return sameGroup.length === 1 ? sameGroup[0] : undefined;
}
