import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';
import { wordsOfStatus } from './agent-words.ts';

/** Says that the PBX did not take over a state, what holds instead, and what to do. */
export function AgentFailureNote(): React.JSX.Element {
  const texts = useTexts();
  const agent = useDesk(({ desk }) => desk?.agent);
  const peer = useDesk((store) => store.peer);
  const failure = agent?.failure ?? null;
  return (
    <section className="desk-problems" aria-label={texts.agent.label} aria-live="polite">
      {agent === undefined || failure === null ? null : (
        <NoticeBox
          look="warning"
          title={texts.agent.failed(
            wordsOfStatus(failure.wanted, texts),
            wordsOfStatus(agent.status, texts),
          )}
          actions={
            <>
              <ActionButton
                look="tertiary"
                label={texts.agent.retry}
                onPress={() => {
                  peer.report('chooseAgentStatus', { status: failure.wanted });
                }}
              />
              <ActionButton
                look="tertiary"
                label={texts.problem.dismiss}
                onPress={() => {
                  peer.report('dismissAgentFailure', {});
                }}
              />
            </>
          }
        >
          <p className="kern-body">{texts.agent.failures[failure.cause]}</p>
        </NoticeBox>
      )}
    </section>
  );
}
