import type { SoundDevices } from '../../../shared/sound/sound-devices.ts';
import type { SoundDevice } from '../../../shared/sound/sound-settings.ts';
import { findDevice } from '../../../shared/sound/find-device.ts';

/** One entry of a list of devices. */
export interface DeviceOption {
  readonly key: string;
  readonly label: string;
  /** null: no choice of one's own. */
  readonly device: SoundDevice | null;
}

/**
 * What a device can be chosen from: none of one's own, every device that is there, and the chosen one even
 * when it is not there, so that nothing looks as if it had been forgotten.
 */
export function deviceOptions(
  devices: SoundDevices['speakers'],
  wish: SoundDevice | undefined,
  texts: { readonly none: string; readonly unplugged: (label: string) => string },
): { readonly options: readonly DeviceOption[]; readonly selected: string } {
  const options: DeviceOption[] = [
    { key: 'none', label: texts.none, device: null },
    ...devices.map(({ id, label }) => ({ key: `id:${id}`, label, device: { id, label } })),
  ];
  if (wish === undefined) return { options, selected: 'none' };
  const found = findDevice(devices, wish);
  if (found !== undefined) return { options, selected: `id:${found.id}` };
  options.push({ key: 'absent', label: texts.unplugged(wish.label), device: wish });
  return { options, selected: 'absent' };
}
