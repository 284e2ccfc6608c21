import { useEffect, useState } from 'react';
import { hasLiveCall } from '../../../shared/call/live-call.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { LevelBar } from './level-bar.tsx';

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
            if (running) peer.report('stopSoundTest', {});
            else peer.report('startSoundTest', { hear: true });
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
