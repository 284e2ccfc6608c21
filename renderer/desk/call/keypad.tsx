import { Button } from 'react-aria-components/Button';
import { useDesk, useTexts } from '../desk-store.ts';

const tones = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** Sends digits into the call (RFC 4733 or INFO); the keys of the keyboard do the same. */
export function Keypad({ callId }: { readonly callId: string }): React.JSX.Element {
  const texts = useTexts().call;
  const sent = useDesk(({ keypad }) => keypad?.sent ?? '');
  const sendTone = useDesk((store) => store.sendTone);
  return (
    <div className="desk-keypad" role="group" aria-label={texts.keypad}>
      <p className="desk-muted">{texts.keypadHint}</p>
      <p className="desk-keypad__sent" role="status">
        <span className="kern-sr-only">{texts.sent}: </span>
        {sent === '' ? '–' : sent}
      </p>
      <div className="desk-keypad__keys">
        {tones.map((tone) => (
          <Button
            key={tone}
            className="desk-keypad__key"
            aria-label={texts.tone(tone)}
            onPress={() => {
              sendTone(callId, tone);
            }}
          >
            {tone}
          </Button>
        ))}
      </div>
    </div>
  );
}
