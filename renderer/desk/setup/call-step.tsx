import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';

/** One call with the simulated caller; at a real exchange, what the registration says. */
export function CallStep(): React.JSX.Element {
  const practice = useDesk(({ desk }) => desk?.mode === 'practice');
  return practice ? <TestCall /> : <AtTheExchange />;
}

function TestCall(): React.JSX.Element {
  const texts = useTexts().setup;
  const start = useDesk((store) => store.startTestCall);
  const over = useDesk(({ setup }) => setup.testCall === 'over');
  const scenario = useDesk(({ desk }) => desk?.scenarios[0]?.id);
  const registered = useDesk(({ desk }) => desk?.registration.phase === 'registered');
  const ready = registered && scenario !== undefined;
  return (
    <>
      {over ? (
        <NoticeBox look="success" title={texts.callOver}>
          <p className="kern-body">{texts.callOverHint}</p>
        </NoticeBox>
      ) : (
        <>
          <p className="kern-body">{texts.callHint}</p>
          <ol className="desk-setup__how">
            {texts.callSteps.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
      <div className="desk-form__buttons">
        <ActionButton
          look={over ? 'secondary' : 'primary'}
          label={over ? texts.callAgain : texts.callNow}
          disabled={!ready}
          onPress={() => {
            if (scenario !== undefined) start(scenario);
          }}
        />
        <p className="desk-muted" role="status">
          {ready ? null : texts.callNotYet}
        </p>
      </div>
    </>
  );
}

function AtTheExchange(): React.JSX.Element {
  const { setup: texts } = useTexts();
  const registered = useDesk(({ desk }) => desk?.registration.phase === 'registered');
  return (
    <NoticeBox
      look={registered ? 'success' : 'warning'}
      title={registered ? texts.registered : texts.notRegistered}
    >
      <p className="kern-body">{registered ? texts.registeredHint : texts.notRegisteredHint}</p>
    </NoticeBox>
  );
}
