/** A warning that is neither raised nor taken back by a single moment. */
export interface Latch {
  readonly raised: boolean;
  /** Moments in a row that speak against `raised`. */
  readonly against: number;
}

export const lowered: Latch = { raised: false, against: 0 };

/** Moments in a row that it takes. */
export interface Patience {
  readonly raise: number;
  readonly lower: number;
}

/**
 * The next state.
 * @param bad null: this moment says neither; counting goes on afterwards
 */
export function latch(before: Latch, bad: boolean | null, patience: Patience): Latch {
  if (bad === null) return before;
  if (bad === before.raised) return { raised: before.raised, against: 0 };
  const against = before.against + 1;
  const needed = before.raised ? patience.lower : patience.raise;
  return against >= needed ? { raised: bad, against: 0 } : { raised: before.raised, against };
}
