import type { Problem, ProblemCode } from '../../../shared/problem.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';

/** Problems that the settings dialog can solve. */
const solvedInSettings: readonly ProblemCode[] = [
  'passwordMissing',
  'keyStoreMissing',
  'wrongPassword',
  'serverUnreachable',
  'registrationRefused',
  'microphoneReplaced',
  'speakerReplaced',
  'ringDeviceReplaced',
];
const none: readonly Problem[] = [];

/** What stands between the agent and the work: what is wrong, what to do. */
export function ProblemList(): React.JSX.Element {
  const texts = useTexts();
  const all = useDesk(({ desk }) => desk?.problems) ?? none;
  // To have no account is no trouble: the idle panel says it, where the practice calls are.
  const problems = all.filter(({ code }) => code !== 'noAccount');
  const peer = useDesk((store) => store.peer);
  const openDialog = useDesk((store) => store.openDialog);
  return (
    <section className="desk-problems" aria-label={texts.problem.region} aria-live="polite">
      {problems.map(({ code, detail }) => (
        <NoticeBox
          key={code}
          look="warning"
          title={texts.problems[code].title}
          actions={
            <>
              {solvedInSettings.includes(code) ? (
                <ActionButton
                  look="tertiary"
                  label={texts.problem.openSettings}
                  onPress={() => {
                    openDialog('settings');
                  }}
                />
              ) : null}
              <ActionButton
                look="tertiary"
                label={texts.problem.dismiss}
                onPress={() => {
                  peer.report('dismissProblem', { code });
                }}
              />
            </>
          }
        >
          <p className="kern-body">{texts.problems[code].advice}</p>
          {detail === null ? null : (
            <details className="desk-detail">
              <summary className="kern-body kern-body--small">{texts.problem.detail}</summary>
              <pre>{detail}</pre>
            </details>
          )}
        </NoticeBox>
      ))}
    </section>
  );
}
