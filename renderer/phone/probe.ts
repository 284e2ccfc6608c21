import type { CallStatistics, SipPhone } from './sip/index.ts';

declare global {
  /** Read-only numbers for measurements; gives no power over calls. */
  var phoneProbe: { readonly statistics: () => Promise<readonly CallStatistics[]> } | undefined;
}

/** Lets tests and diagnostics read packet counts and levels of the calls. */
export function exposeProbe({ statistics }: SipPhone): void {
  globalThis.phoneProbe = Object.freeze({ statistics });
}
