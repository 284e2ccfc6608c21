import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

/** Switches the SIP trace on for a while. */
export function TracePanel(): React.JSX.Element {
  const texts = useTexts();
  const peer = useDesk((store) => store.peer);
  const until = useDesk(({ desk }) => desk?.traceUntil) ?? null;
  const words = texts.health;
  return (
    <section className="desk-form" aria-label={words.trace}>
      <h3 className="kern-title">{words.trace}</h3>
      <p className="desk-muted">{words.traceHint}</p>
      <div className="desk-form__buttons">
        <ActionButton
          label={until === null ? words.traceStart : words.traceStop}
          onPress={() => {
            peer.report('traceSip', { on: until === null });
          }}
        />
        <p role="status">
          {until === null
            ? ''
            : words.traceUntil(
                new Date(until).toLocaleTimeString(texts.locale, {
                  hour: '2-digit',
                  minute: '2-digit',
                }),
              )}
        </p>
      </div>
    </section>
  );
}
