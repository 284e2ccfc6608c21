import type { Party } from '../../../shared/call/call.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { formatNumber } from './format-number.ts';

/** How the other side is named: number first (people read it back), the network's name beside it. */
export function callerOf(
  party: Party,
  texts: Texts,
): { readonly title: string; readonly subtitle: string | null } {
  const number = party.number === null ? null : formatNumber(party.number);
  if (number === null) return { title: party.displayName ?? texts.call.withheld, subtitle: null };
  return { title: number, subtitle: party.displayName };
}
