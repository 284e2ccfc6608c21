import { useDesk, useTexts } from '../desk-store.ts';
import { LinkButton } from '../ui/link-button.tsx';

/** „Antwort fehlt oder ist falsch“: at every article and where nothing was found. */
export function GapButton(): React.JSX.Element {
  const texts = useTexts().journal.gap;
  const openDialog = useDesk((store) => store.openDialog);
  return (
    <LinkButton
      label={texts.open}
      ariaKey="Control+G"
      onPress={() => {
        openDialog('gap');
      }}
    />
  );
}
