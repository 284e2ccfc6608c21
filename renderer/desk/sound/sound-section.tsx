import type { Settings } from '../../../shared/settings/settings.ts';
import { noSoundDevices, type SoundDevices } from '../../../shared/sound/sound-devices.ts';
import type { SoundChanges } from '../../../shared/sound/sound-settings.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { Check } from '../ui/check.tsx';
import { deviceOptions } from './device-options.ts';
import { DeviceSelect } from './device-select.tsx';
import { SoundTestPanel } from './sound-test-panel.tsx';

const nothingManaged: readonly string[] = [];
const switches = [
  'echoCancellation',
  'noiseSuppression',
  'autoGainControl',
  'headsetKeys',
] as const;

interface Place {
  readonly key: 'microphone' | 'speaker' | 'ringDevice' | 'secondRingDevice';
  readonly list: 'microphones' | 'speakers';
  readonly inUse: keyof SoundDevices['inUse'];
}

const places: readonly Place[] = [
  { key: 'microphone', list: 'microphones', inUse: 'microphone' },
  { key: 'speaker', list: 'speakers', inUse: 'speaker' },
  { key: 'ringDevice', list: 'speakers', inUse: 'ring' },
  { key: 'secondRingDevice', list: 'speakers', inUse: 'secondRing' },
];

/** Which devices are used, and how the microphone is treated. Everything applies at once. */
export function SoundSection({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const { sound: texts, settings: settingsTexts } = useTexts();
  const peer = useDesk((store) => store.peer);
  const managed = useDesk(({ desk }) => desk?.managed) ?? nothingManaged;
  const sound = useDesk(({ desk }) => desk?.sound) ?? noSoundDevices;
  const save = (change: SoundChanges): void => {
    peer.request('saveSettings', change).catch(() => undefined);
  };
  const hintOf = ({ key, inUse }: Place): string => {
    if (managed.includes(key)) return settingsTexts.managed;
    const label = sound.inUse[inUse];
    if (label !== null) return texts.inUse(label);
    return key === 'secondRingDevice' ? texts.secondRingHint : texts.noneInUse;
  };
  const hintOfSwitch = (key: (typeof switches)[number]): { readonly hint?: string } => {
    if (key === 'autoGainControl') return { hint: texts.autoGainControlHint };
    if (key !== 'headsetKeys') return {};
    return { hint: sound.headset === null ? texts.noHeadset : texts.headset(sound.headset) };
  };
  return (
    <section className="desk-form" aria-label={texts.title}>
      <h3 className="kern-title">{texts.title}</h3>
      <p className="desk-muted">{texts.hint}</p>
      <div className="desk-form__pair desk-form__pair--top">
        {places.map((place) => (
          <DeviceSelect
            key={place.key}
            label={texts[place.key]}
            hint={hintOf(place)}
            disabled={managed.includes(place.key)}
            {...deviceOptions(sound[place.list], settings[place.key], {
              none: place.key === 'secondRingDevice' ? texts.nowhere : texts.system,
              unplugged: texts.unplugged,
            })}
            onChange={(device) => {
              save({ [place.key]: device });
            }}
          />
        ))}
      </div>
      <SoundTestPanel />
      {switches.map((key) => (
        <Check
          key={key}
          label={texts[key]}
          {...hintOfSwitch(key)}
          checked={settings[key]}
          disabled={managed.includes(key)}
          onChange={(checked) => {
            save({ [key]: checked });
          }}
        />
      ))}
    </section>
  );
}
