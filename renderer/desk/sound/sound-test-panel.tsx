import { useEffect, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Meter } from 'react-aria-components/Meter';
import { hasLiveCall } from '../call/call-in-focus.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { meterShare } from './meter-share.ts';

/** Level of one's own microphone, hearing oneself, and the ring. */
export function SoundTestPanel(): React.JSX.Element {
  const texts = useTexts().sound;
  const peer = useDesk((store) => store.peer);
  const busy = useDesk(({ desk }) => hasLiveCall(desk?.calls ?? []));
  const level = useDesk(({ soundLevel }) => soundLevel);
  const [asked, setAsked] = useState(false);
  const running = asked && level !== null;
  useEffect(
    () => () => {
      peer.report('stopSoundTest', {});
    },
    [peer],
  );
  return (
    <div className="desk-form" role="group" aria-label={texts.test}>
      <div className="desk-form__buttons">
        <ActionButton
          label={running ? texts.endTest : texts.test}
          disabled={busy}
          onPress={() => {
            setAsked(!running);
            peer.report(running ? 'stopSoundTest' : 'startSoundTest', {});
          }}
        />
        <ActionButton
          label={texts.testRing}
          disabled={busy}
          onPress={() => {
            peer.report('testRing', {});
          }}
        />
      </div>
      <p className="desk-muted" role="status">
        {busy ? texts.notInCall : running ? texts.testRunning : texts.testHint}
      </p>
      {running ? <LevelBar level={level} /> : null}
    </div>
  );
}

function LevelBar({ level }: { readonly level: number }): React.JSX.Element {
  const texts = useTexts().sound;
  const share = meterShare(level);
  return (
    <Meter className="desk-level" value={share} minValue={0} maxValue={100}>
      <Label className="kern-label">{texts.level}</Label>
      <svg className="desk-level__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect className="desk-level__all" width={100} height={6} />
        <rect className="desk-level__now" width={share} height={6} />
      </svg>
    </Meter>
  );
}
