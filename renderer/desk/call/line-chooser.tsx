import type { Card } from '../../../shared/card.ts';
import type { DeskState } from '../../../shared/contract.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { digitShortcut } from '../keyboard/digit-shortcut.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NoticeBox } from '../ui/notice-box.tsx';
import { lineChoices } from './line-choices.ts';

const none: DeskState['lines'] = [];

/**
 * All lines as buttons while the line is unknown or uncertain, or when the agent wants to put it right
 * (Ctrl+L); nothing is guessed. A digit chooses.
 */
export function LineChooser({ card }: { readonly card: Card }): React.JSX.Element | null {
  const texts = useTexts();
  const chooseLine = useDesk((store) => store.chooseLine);
  const lines = useDesk(({ desk }) => desk?.lines) ?? none;
  const correcting = useDesk(({ lineOf }) => lineOf === card.callId);
  const singleKeys = useDesk(({ desk }) => desk?.settings.singleKeys !== false);
  const { lines: choices, byDigit } = lineChoices(card, lines, correcting);
  if (choices.length === 0) return null;
  const { unknownLineAdvice, uncertainLineAdvice } = texts.card;
  const advice =
    card.source === null ? unknownLineAdvice : uncertainLineAdvice(texts.card.sources[card.source]);
  return (
    <NoticeBox look="warning" title={titleOf(card, texts)}>
      {card.choices.length === 0 ? null : <p className="kern-body">{advice}</p>}
      <div
        className="desk-choices"
        role="group"
        aria-label={texts.card.chooseLine}
        ref={correcting ? focusFirst : null}
      >
        {choices.map(({ id, name, color }, index) => (
          <ActionButton
            key={id}
            label={name}
            pressed={card.line?.id === id}
            {...(byDigit && index < 9 ? digitOf(index, singleKeys) : {})}
            className={`desk-choice desk-line-edge--${color}`}
            onPress={() => {
              chooseLine(card.callId, id);
            }}
          />
        ))}
      </div>
    </NoticeBox>
  );
}

/** Who has asked for the lines goes there, and hears that they are there. */
function focusFirst(group: HTMLElement | null): void {
  group?.querySelector('button')?.focus();
}

function digitOf(index: number, single: boolean): { shortcut: string; ariaKey: string } {
  const digit = String(index + 1);
  return { shortcut: digit, ariaKey: digitShortcut(digit, single) };
}

function titleOf(card: Card, { card: texts }: Texts): string {
  if (card.choices.length === 0) return texts.correctLine;
  return card.line === null ? texts.unknownLine : texts.uncertainLine;
}
