import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

/** Between calls: the way back to a set-up that was put off. */
export function SetupOffer(): React.JSX.Element | null {
  const texts = useTexts().setup;
  const openDialog = useDesk((store) => store.openDialog);
  const offered = useDesk(({ desk }) => desk?.settings.setupAtStart === true);
  if (!offered) return null;
  return (
    <div className="desk-setup__offer">
      <p className="kern-body">{texts.notYet}</p>
      <ActionButton
        label={texts.open}
        shortcut={texts.key}
        ariaKey="Control+E"
        onPress={() => {
          openDialog('setup');
        }}
      />
    </div>
  );
}
