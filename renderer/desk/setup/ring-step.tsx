import type { Settings } from '../../../shared/settings/settings.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { DeviceChoice } from '../sound/index.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { SoundProblems } from './sound-problems.tsx';

/** Where it rings, and how that sounds. */
export function RingStep({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const texts = useTexts().setup;
  const peer = useDesk((store) => store.peer);
  return (
    <>
      <p className="kern-body">{texts.ringHint}</p>
      <SoundProblems of="speakers" />
      <div className="desk-form__pair desk-form__pair--top">
        <DeviceChoice place="ringDevice" settings={settings} />
        <DeviceChoice place="secondRingDevice" settings={settings} />
      </div>
      <div className="desk-form__buttons">
        <ActionButton
          label={texts.ringNow}
          onPress={() => {
            peer.report('testRing', {});
          }}
        />
        <p className="desk-muted">{texts.ringNowHint}</p>
      </div>
    </>
  );
}
