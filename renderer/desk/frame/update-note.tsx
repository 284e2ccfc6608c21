import { hasLiveCall } from '../call/call-in-focus.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';

/** Says between calls that IT has installed another version, and restarts when the agent wants it. */
export function UpdateNote(): React.JSX.Element {
  const texts = useTexts().health.update;
  const peer = useDesk((store) => store.peer);
  const waiting = useDesk(({ desk }) => desk?.updateWaiting) ?? null;
  const busy = useDesk(({ desk }) => desk !== null && hasLiveCall(desk.calls));
  return (
    <div className="desk-problems" aria-live="polite">
      {waiting === null || busy ? null : (
        <NoticeBox
          look="info"
          title={texts.title(waiting)}
          actions={
            <ActionButton
              look="tertiary"
              label={texts.restart}
              onPress={() => {
                peer.report('restart', {});
              }}
            />
          }
        >
          <p className="kern-body">{texts.advice}</p>
        </NoticeBox>
      )}
    </div>
  );
}
