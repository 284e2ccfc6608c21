import type { Settings } from '../../../shared/settings/settings.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { Check } from '../ui/check.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { SoundTestPanel } from './sound-test-panel.tsx';

const nothingManaged: readonly string[] = [];
const places = ['microphone', 'speaker', 'ringDevice', 'secondRingDevice'] as const;
const switches = [
  'echoCancellation',
  'noiseSuppression',
  'autoGainControl',
  'headsetKeys',
] as const;

/** Which devices are used, and how the microphone is treated. Everything applies at once. */
export function SoundSection({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const texts = useTexts().sound;
  const peer = useDesk((store) => store.peer);
  const managed = useDesk(({ desk }) => desk?.managed) ?? nothingManaged;
  const headset = useDesk(({ desk }) => desk?.sound.headset) ?? null;
  const hintOf = (key: (typeof switches)[number]): { readonly hint?: string } => {
    if (key === 'autoGainControl') return { hint: texts.autoGainControlHint };
    if (key !== 'headsetKeys') return {};
    return { hint: headset === null ? texts.noHeadset : texts.headset(headset) };
  };
  return (
    <section className="desk-form" aria-label={texts.title}>
      <h3 className="kern-title">{texts.title}</h3>
      <p className="desk-muted">{texts.hint}</p>
      <div className="desk-form__pair desk-form__pair--top">
        {places.map((place) => (
          <DeviceChoice key={place} place={place} settings={settings} />
        ))}
      </div>
      <SoundTestPanel />
      {switches.map((key) => (
        <Check
          key={key}
          label={texts[key]}
          {...hintOf(key)}
          checked={settings[key]}
          disabled={managed.includes(key)}
          onChange={(checked) => {
            peer.request('saveSettings', { [key]: checked }).catch(() => undefined);
          }}
        />
      ))}
    </section>
  );
}
