import type { Card } from '../../../shared/card.ts';
import type { DeskState } from '../../../shared/contract.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';

const none: DeskState['lines'] = [];

/**
 * All lines as buttons while the line is unknown or uncertain, or when the agent wants to put it right
 * (Ctrl+L); nothing is guessed.
 */
export function LineChooser({ card }: { readonly card: Card }): React.JSX.Element | null {
  const texts = useTexts();
  const peer = useDesk((store) => store.peer);
  const lines = useDesk(({ desk }) => desk?.lines) ?? none;
  const correcting = useDesk(({ lineOf }) => lineOf === card.callId);
  const correctLine = useDesk((store) => store.correctLine);
  if (card.choices.length === 0 && !correcting) return null;
  const choices = correcting ? lines : card.choices;
  const { unknownLineAdvice, uncertainLineAdvice } = texts.card;
  const advice =
    card.source === null ? unknownLineAdvice : uncertainLineAdvice(texts.card.sources[card.source]);
  return (
    <NoticeBox look="warning" title={titleOf(card, texts)}>
      {card.choices.length === 0 ? null : <p className="kern-body">{advice}</p>}
      <div className="desk-choices" role="group" aria-label={texts.card.chooseLine}>
        {choices.map(({ id, name, color }) => (
          <ActionButton
            key={id}
            label={name}
            pressed={card.line?.id === id}
            className={`desk-choice desk-line-edge--${color}`}
            onPress={() => {
              correctLine(null);
              peer.request('chooseLine', { callId: card.callId, line: id }).catch(() => undefined);
            }}
          />
        ))}
      </div>
    </NoticeBox>
  );
}

function titleOf(card: Card, { card: texts }: Texts): string {
  if (card.choices.length === 0) return texts.correctLine;
  return card.line === null ? texts.unknownLine : texts.uncertainLine;
}
