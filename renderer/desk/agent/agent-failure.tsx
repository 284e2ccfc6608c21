import type { FeatureState } from '../../../shared/agent/pbx-feature.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';
import { wordsOfStatus } from '../../../shared/agent/agent-words.ts';

const none: readonly FeatureState[] = [];

/** Says that the PBX did not take over a state, what holds instead, and what to do. */
export function AgentFailureNote(): React.JSX.Element {
  const texts = useTexts();
  const agent = useDesk(({ desk }) => desk?.agent);
  const failedFeatures = useDesk(({ desk }) => desk?.features) ?? none;
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
      {failedFeatures.map(({ name, failure: cause }) =>
        cause === null ? null : (
          <NoticeBox
            key={name}
            look="warning"
            title={texts.agent.featureFailed(name)}
            actions={
              <ActionButton
                look="tertiary"
                label={texts.problem.dismiss}
                onPress={() => {
                  peer.report('dismissAgentFailure', {});
                }}
              />
            }
          >
            <p className="kern-body">{texts.agent.failures[cause]}</p>
          </NoticeBox>
        ),
      )}
    </section>
  );
}
