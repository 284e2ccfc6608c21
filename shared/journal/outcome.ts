/**
 * Ergebnis of a call, as the agent chooses it with one digit at wrap-up. The order is that of the keys:
 * 1 solved, 2 forwarded, and so on.
 */
export const outcomes = ['solved', 'forwarded', 'callback', 'notOurs', 'aborted'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the agent says about an answer that does not help. */
export const gapKinds = ['missing', 'wrong', 'outdated'] as const;
export type GapKind = (typeof gapKinds)[number];
