import type { Settings } from '../../../shared/settings/settings.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { DeskDialog } from '../dialogs/desk-dialog.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { CallStep } from './call-step.tsx';
import { MicrophoneStep } from './microphone-step.tsx';
import { RingStep } from './ring-step.tsx';
import { setupSteps, type SetupStep } from './setup-run.ts';

/** Leads a new agent through microphone, ring and a test call; can be left at any time. */
export function SetupDialog(): React.JSX.Element | null {
  const texts = useTexts().setup;
  const settings = useDesk(({ desk }) => desk?.settings);
  const step = useDesk(({ setup }) => setup.step);
  const testCallOver = useDesk(({ setup }) => setup.testCall === 'over');
  const goTo = useDesk((store) => store.goToSetup);
  const end = useDesk((store) => store.endSetup);
  if (settings === undefined) return null;
  const at = setupSteps.indexOf(step);
  const next = setupSteps[at + 1];
  const previous = setupSteps[at - 1];
  return (
    <DeskDialog title={texts.title} closeLabel={texts.later}>
      <ol className="desk-setup__steps">
        {setupSteps.map((name, index) => (
          <li
            key={name}
            className={
              index <= at ? 'desk-setup__step desk-setup__step--reached' : 'desk-setup__step'
            }
            {...(name === step ? { 'aria-current': 'step' } : {})}
          >
            {texts.steps[name]}
          </li>
        ))}
      </ol>
      <StepBody key={step} step={step} settings={settings} />
      <div className="desk-setup__buttons">
        {previous === undefined ? null : (
          <ActionButton
            label={texts.back}
            onPress={() => {
              goTo(previous);
            }}
          />
        )}
        {next === undefined ? (
          <ActionButton
            look={testCallOver ? 'primary' : 'secondary'}
            label={texts.done}
            onPress={end}
          />
        ) : (
          <ActionButton
            look="primary"
            label={texts.next}
            onPress={() => {
              goTo(next);
            }}
          />
        )}
      </div>
    </DeskDialog>
  );
}

function StepBody({
  step,
  settings,
}: {
  readonly step: SetupStep;
  readonly settings: Settings;
}): React.JSX.Element {
  switch (step) {
    case 'microphone':
      return <MicrophoneStep settings={settings} />;
    case 'ring':
      return <RingStep settings={settings} />;
    case 'call':
      return <CallStep />;
    default:
      return unreachable(step);
  }
}
