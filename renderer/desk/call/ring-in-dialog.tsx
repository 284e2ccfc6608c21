import { useState } from 'react';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { callerOf } from './caller.ts';

/**
 * A call that began while a dialog was open, in the dialog: it covers the card. For whom, what to say, and
 * the buttons; what is written in the dialog stays.
 */
export function RingInDialog(): React.JSX.Element | null {
  const texts = useTexts();
  const peer = useDesk((store) => store.peer);
  const [openedAt] = useState(Date.now);
  const call = useDesk(({ desk }) =>
    desk?.calls.findLast(
      ({ direction, phase, startedAt }) =>
        direction === 'incoming' &&
        startedAt >= openedAt &&
        (phase === 'ringing' || phase === 'answering' || phase === 'connected'),
    ),
  );
  const card = useDesk(({ desk }) => desk?.cards.find(({ callId }) => callId === call?.id));
  if (call === undefined) return null;
  const { id, phase, party } = call;
  const ringing = phase === 'ringing';
  return (
    <section className="desk-ring-strip" aria-label={texts.card.region}>
      <p className={`desk-line-mark desk-line--${card?.line?.color ?? 'none'}`}>
        {card?.line?.name ?? texts.card.unknownLine}
      </p>
      <p>
        <strong>{card?.municipality?.name ?? texts.card.noMunicipality}</strong>{' '}
        {callerOf(party, texts).title}
        {ringing || card === undefined || card.greeting === null ? null : (
          <span className="desk-ring-strip__greeting"> „{card.greeting}“</span>
        )}
      </p>
      {ringing ? (
        <div className="desk-bar__buttons">
          <ActionButton
            look="primary"
            label={texts.call.answer}
            className="desk-button--answer"
            onPress={() => {
              peer.report('answer', { callId: id });
            }}
          />
          <ActionButton
            label={texts.call.decline}
            onPress={() => {
              peer.report('decline', { callId: id });
            }}
          />
        </div>
      ) : null}
    </section>
  );
}
