import type { SoundDevice } from './sound-settings.ts';

interface Named {
  readonly id: string;
  readonly label: string;
}

/**
 * Finds a wished device by id, then by name, then by a name that differs in what a driver or another USB
 * socket changes, then by a part of the name (four letters or more, for policies).
 */
export function findDevice<Device extends Named>(
  devices: readonly Device[],
  wish: SoundDevice,
): Device | undefined {
  const name = stableName(wish.label);
  return (
    devices.find(({ id }) => id === wish.id) ??
    devices.find(({ label }) => label === wish.label) ??
    devices.find(({ label }) => stableName(label) === name) ??
    (name.length < 4 ? undefined : devices.find(({ label }) => stableName(label).includes(name)))
  );
}

/**
 * Windows counts a headset anew in another socket ("(2- Jabra Link 380)"), Chromium appends the USB ids
 * ("(0b0e:24c8)"); what is left is the name that a person would give.
 */
export function stableName(label: string): string {
  return label
    .replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)\s*$/i, '')
    .replace(/\(\d+\s*-\s*/g, '(')
    .trim()
    .toLowerCase();
}
