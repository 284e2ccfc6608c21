/** Quietest level that the meter shows, in dB of full scale. */
const floorDb = -60;

/**
 * Share of the meter, 0 to 100: ears hear in decibels, so half of the meter is −30 dB.
 * @param level root mean square, 0 to 1
 */
export function meterShare(level: number): number {
  if (level <= 0) return 0;
  const share = 100 * (1 - (20 * Math.log10(level)) / floorDb);
  return Math.round(Math.min(100, Math.max(0, share)));
}
