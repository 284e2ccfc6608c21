import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

/** Opens the call-back list; says how many are due. */
export function CallbacksButton(): React.JSX.Element {
  const texts = useTexts().journal.callbacks;
  const due = useDesk(({ desk }) => desk?.callbacks.due) ?? 0;
  const openDialog = useDesk((store) => store.openDialog);
  return (
    <ActionButton
      look="tertiary"
      label={due === 0 ? texts.title : texts.titleDue(due)}
      className={due === 0 ? '' : 'desk-missed'}
      ariaKey="Control+B"
      onPress={() => {
        openDialog('callbacks');
      }}
    />
  );
}
