import { hasLiveCall } from '../../../shared/call/live-call.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';
import { updateWords } from './update-words.ts';

/**
 * Says between calls that another version waits: IT has installed it, and a restart brings it when the agent wants;
 * or the program has fetched it, and the maintenance window brings it. Settings that wait for a restart, too.
 */
export function UpdateNote(): React.JSX.Element {
  const texts = useTexts();
  const words = texts.health.update;
  const peer = useDesk((store) => store.peer);
  const waiting = useDesk(({ desk }) => desk?.updateWaiting) ?? null;
  const policy = useDesk(({ desk }) => desk?.policyWaiting) ?? null;
  const update = useDesk(({ desk }) => desk?.update) ?? null;
  const busy = useDesk(({ desk }) => desk !== null && hasLiveCall(desk.calls));
  const own = update?.phase === 'ready' || update?.phase === 'installing';
  const restart = (
    <ActionButton
      look="tertiary"
      label={words.restart}
      onPress={() => {
        peer.report('restart', {});
      }}
    />
  );
  return (
    <div className="desk-problems" aria-live="polite">
      {waiting === null || busy ? null : (
        <NoticeBox look="info" title={words.title(waiting)} actions={restart}>
          <p className="kern-body">{words.advice}</p>
        </NoticeBox>
      )}
      {policy === null || busy ? null : (
        <NoticeBox look="info" title={texts.health.policyWaiting.title} actions={restart}>
          <p className="kern-body">{texts.health.policyWaiting.advice}</p>
        </NoticeBox>
      )}
      {!own || busy ? null : (
        <NoticeBox look="info" title={updateWords(update, texts)}>
          <p className="kern-body">{texts.updates.note}</p>
        </NoticeBox>
      )}
    </div>
  );
}
