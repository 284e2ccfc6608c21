import { wordsOfStatus } from '../../../shared/agent/agent-words.ts';
import type { DeskState } from '../../../shared/contract.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { PracticeReview } from '../practice/index.ts';
import { SetupOffer } from '../setup/index.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';

const none: DeskState['scenarios'] = [];

/** The place between two calls: is everything ready, and in practice mode the calls to practise. */
export function IdlePanel(): React.JSX.Element {
  const texts = useTexts();
  const practice = useDesk(({ desk }) => desk?.mode === 'practice');
  const noAccount = useDesk(
    ({ desk }) => desk?.problems.some(({ code }) => code === 'noAccount') === true,
  );
  const openDialog = useDesk((store) => store.openDialog);
  const registered = useDesk(({ desk }) => desk?.registration.phase === 'registered');
  const status = useDesk(({ desk }) => desk?.agent.status);
  const away = status !== undefined && status.kind !== 'ready' && status.kind !== 'unknown';
  return (
    <section className="desk-idle" aria-label={texts.idle.region}>
      <h2 className="kern-heading-large">
        {away ? wordsOfStatus(status, texts) : registered ? texts.idle.ready : texts.idle.notReady}
      </h2>
      <p className="kern-body">{away ? texts.agent.awayHint : texts.idle.readyHint}</p>
      <SetupOffer />
      <PracticeReview />
      {practice ? <PracticeList /> : null}
      {noAccount ? (
        <NoticeBox look="info" title={texts.problems.noAccount.title}>
          <p className="kern-body">{texts.problems.noAccount.advice}</p>
          <ActionButton
            look="tertiary"
            label={texts.problem.openSettings}
            onPress={() => {
              openDialog('settings');
            }}
          />
        </NoticeBox>
      ) : null}
    </section>
  );
}

function PracticeList(): React.JSX.Element {
  const texts = useTexts().idle;
  const scenarios = useDesk(({ desk }) => desk?.scenarios) ?? none;
  const start = useDesk((store) => store.startPractice);
  return (
    <section aria-labelledby="practice" className="desk-practice">
      <h3 className="kern-title" id="practice">
        {texts.practice}
      </h3>
      <p className="kern-body">
        {scenarios.length === 0 ? texts.practiceWaiting : texts.practiceHint}
      </p>
      <ul className="desk-practice__list">
        {scenarios.map(({ id, title }) => (
          <li key={id}>
            <ActionButton
              label={title}
              className="desk-button--wide"
              onPress={() => {
                start(id);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
