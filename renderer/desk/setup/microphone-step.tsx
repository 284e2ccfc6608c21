import { useEffect, useState } from 'react';
import type { Settings } from '../../../shared/settings/settings.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { DeviceChoice, LevelBar } from '../sound/index.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { SoundProblems } from './sound-problems.tsx';

/** A level that no quiet room reaches, root mean square, 0 to 1: about −34 dB of full scale. */
const spoken = 0.02;

/** The microphone is listened to at once: the meter moves before anything is pressed. */
export function MicrophoneStep({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const texts = useTexts().setup;
  const peer = useDesk((store) => store.peer);
  const level = useDesk(({ soundLevel }) => soundLevel);
  const [hearing, setHearing] = useState(false);
  const [heard, setHeard] = useState(false);
  if (level !== null && level > spoken && !heard) setHeard(true);
  useEffect(() => {
    peer.report('startSoundTest', { hear: false });
    return () => {
      peer.report('stopSoundTest', {});
    };
  }, [peer]);
  const listen = (hear: boolean): void => {
    setHearing(hear);
    peer.report('startSoundTest', { hear });
  };
  return (
    <>
      <p className="kern-body">{texts.microphoneHint}</p>
      <SoundProblems of="microphone" />
      <LevelBar level={level ?? 0} />
      <p className="desk-setup__verdict" role="status">
        {level === null ? texts.noLevel : heard ? texts.heard : texts.speak}
      </p>
      <div className="desk-form__pair desk-form__pair--top">
        <DeviceChoice place="microphone" settings={settings} />
        <DeviceChoice place="speaker" settings={settings} />
      </div>
      <div className="desk-form__buttons">
        {level === null ? (
          <ActionButton
            label={texts.again}
            onPress={() => {
              listen(false);
            }}
          />
        ) : (
          <ActionButton
            label={texts.hearMyself}
            pressed={hearing}
            onPress={() => {
              listen(!hearing);
            }}
          />
        )}
        <p className="desk-muted">{texts.hearMyselfHint}</p>
      </div>
    </>
  );
}
