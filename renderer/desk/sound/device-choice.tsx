import type { Settings } from '../../../shared/settings/settings.ts';
import { noSoundDevices, type SoundDevices } from '../../../shared/sound/sound-devices.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { deviceOptions } from './device-options.ts';
import { DeviceSelect } from './device-select.tsx';

/** What sound comes from or goes to, as settings name it. */
export type SoundPlace = 'microphone' | 'speaker' | 'ringDevice' | 'secondRingDevice';

const inUse: Readonly<Record<SoundPlace, keyof SoundDevices['inUse']>> = {
  microphone: 'microphone',
  speaker: 'speaker',
  ringDevice: 'ring',
  secondRingDevice: 'secondRing',
};

/** The device for one place; the choice applies at once, also in a call. */
export function DeviceChoice({
  place,
  settings,
}: {
  readonly place: SoundPlace;
  readonly settings: Settings;
}): React.JSX.Element {
  const { sound: texts, settings: settingsTexts } = useTexts();
  const peer = useDesk((store) => store.peer);
  const managed = useDesk(({ desk }) => desk?.managed.includes(place) === true);
  const sound = useDesk(({ desk }) => desk?.sound) ?? noSoundDevices;
  const label = sound.inUse[inUse[place]];
  const second = place === 'secondRingDevice';
  const hint =
    label === null ? (second ? texts.secondRingHint : texts.noneInUse) : texts.inUse(label);
  const devices = place === 'microphone' ? sound.microphones : sound.speakers;
  return (
    <DeviceSelect
      label={texts[place]}
      hint={managed ? settingsTexts.managed : hint}
      disabled={managed}
      {...deviceOptions(devices, settings[place], {
        none: second ? texts.nowhere : texts.system,
        unplugged: texts.unplugged,
      })}
      onChange={(device) => {
        peer.request('saveSettings', { [place]: device }).catch(() => undefined);
      }}
    />
  );
}
