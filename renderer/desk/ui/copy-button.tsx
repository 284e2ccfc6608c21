import { useState } from 'react';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from './action-button.tsx';

/** Copies a text through main and says so on the button itself. */
export function CopyButton({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}): React.JSX.Element {
  const peer = useDesk((store) => store.peer);
  const texts = useTexts();
  const [copied, setCopied] = useState(false);
  return (
    <ActionButton
      look="tertiary"
      label={copied ? texts.copied : label}
      onPress={() => {
        peer
          .request('copyText', { text })
          .then(() => {
            setCopied(true);
          })
          .catch(() => {
            setCopied(false);
          });
      }}
    />
  );
}
