import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

/** Opens the call list; says how many missed calls nobody has looked at. */
export function CallListButton(): React.JSX.Element {
  const texts = useTexts().callList;
  const missed = useDesk(({ desk }) => desk?.callList.missed) ?? 0;
  const openDialog = useDesk((store) => store.openDialog);
  return (
    <ActionButton
      look="tertiary"
      label={missed === 0 ? texts.title : texts.titleMissed(missed)}
      className={missed === 0 ? '' : 'desk-missed'}
      shortcut="F11"
      ariaKey="F11"
      onPress={() => {
        openDialog('calls');
      }}
    />
  );
}
