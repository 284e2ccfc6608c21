import type { Expiry } from './trusted-chain.ts';

const day = 86_400_000;
/**
 * How long before its end a signature is worth a warning. The service renews timestamp and snapshot by
 * itself, so for them only the last days mean that it has stopped; people need weeks.
 */
const warnBefore: Readonly<Record<string, number>> = { timestamp: 2 * day, snapshot: 7 * day };
const warnPeopleBefore = 30 * day;

/** German sentences for signatures that end soon, the earliest first. */
export function expiringSoon(expiries: readonly Expiry[], now: Date): readonly string[] {
  return expiries.flatMap(({ role, expires }) => {
    const left = Date.parse(expires) - now.getTime();
    if (left > (warnBefore[role] ?? warnPeopleBefore)) return [];
    const days = Math.max(0, Math.floor(left / day));
    const when = days === 0 ? 'heute' : days === 1 ? 'morgen' : `in ${days} Tagen`;
    return [`Die Unterschrift für „${role}“ läuft ${when} ab (${expires.slice(0, 10)}).`];
  });
}
