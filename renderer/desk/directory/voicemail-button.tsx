import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

/** New voice messages; a press calls the voicemail. Nothing while there are none. */
export function VoicemailButton(): React.JSX.Element | null {
  const texts = useTexts().colleagues;
  const number = useDesk(({ desk }) => desk?.settings.watch.voicemail) ?? null;
  const count = useDesk(({ desk }) => desk?.watched.newMessages) ?? 0;
  const peer = useDesk((store) => store.peer);
  if (number === null || count === 0) return null;
  return (
    <ActionButton
      look="tertiary"
      label={texts.messages(count)}
      onPress={() => {
        peer.request('dial', { number }).catch(() => undefined);
      }}
    />
  );
}
