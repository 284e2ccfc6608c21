import type { Card } from '../../../shared/card.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';

/** All lines as buttons while the line is unknown or uncertain; nothing is guessed. */
export function LineChooser({ card }: { readonly card: Card }): React.JSX.Element | null {
  const texts = useTexts();
  const peer = useDesk((store) => store.peer);
  if (card.choices.length === 0) return null;
  const { unknownLine, unknownLineAdvice, uncertainLine, uncertainLineAdvice } = texts.card;
  const advice =
    card.source === null ? unknownLineAdvice : uncertainLineAdvice(texts.card.sources[card.source]);
  return (
    <NoticeBox look="warning" title={card.line === null ? unknownLine : uncertainLine}>
      <p className="kern-body">{advice}</p>
      <div className="desk-choices" role="group" aria-label={texts.card.chooseLine}>
        {card.choices.map(({ id, name, color }) => (
          <ActionButton
            key={id}
            label={name}
            pressed={card.line?.id === id}
            className={`desk-choice desk-line-edge--${color}`}
            onPress={() => {
              peer.request('chooseLine', { callId: card.callId, line: id }).catch(() => undefined);
            }}
          />
        ))}
      </div>
    </NoticeBox>
  );
}
