import { expiringSoon } from '../../main/knowledge/sync/expiring.ts';
import type { Expiry } from '../../main/knowledge/sync/trusted-chain.ts';

/** Warns on stderr of signatures that end soon. */
export function printExpiries(expiries: readonly Expiry[], now: Date): void {
  for (const sentence of expiringSoon(expiries, now)) console.error(`Achtung: ${sentence}`);
}
