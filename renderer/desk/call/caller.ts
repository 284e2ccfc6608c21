import type { Party } from '../../../shared/call/call.ts';
import { formatNumber } from '../../../shared/lines/phone-number.ts';
import type { Texts } from '../../../shared/texts/index.ts';

/** Area codes are set apart where they are known for sure; the others stay in one piece. */
const shownAreaCodes = ['030', '040', '069', '089'];

/** How the other side is named: number first (people read it back), the network's name beside it. */
export function callerOf(
  party: Party,
  texts: Texts,
): { readonly title: string; readonly subtitle: string | null } {
  const plan = { countryCode: '49', areaCode: '' };
  const number = party.number === null ? null : formatNumber(party.number, plan, shownAreaCodes);
  if (number === null) return { title: party.displayName ?? texts.call.withheld, subtitle: null };
  return { title: number, subtitle: party.displayName };
}
