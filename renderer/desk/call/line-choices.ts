import type { Card, CardLine } from '../../../shared/card.ts';

/** Lines that a card offers, and whether digits choose them now. */
export interface LineChoices {
  readonly lines: readonly CardLine[];
  /** Digits go to the lines, not to the topics. */
  readonly byDigit: boolean;
}

/**
 * All lines when the agent puts the line right; else those of a card whose line is unknown or uncertain.
 * Digits choose among them when the agent has asked for them, or where there are no topics to choose.
 * @param correcting the agent has asked for the lines (Ctrl+L)
 */
export function lineChoices(
  card: Pick<Card, 'choices' | 'topics'>,
  lines: readonly CardLine[],
  correcting: boolean,
): LineChoices {
  const offered = correcting ? lines : card.choices;
  return {
    lines: offered,
    byDigit: offered.length > 0 && (correcting || card.topics.length === 0),
  };
}
