/** How a codec bears the loss of packets (ITU-T G.113). */
export interface CodecImpairment {
  /** Ie, equipment impairment without loss. */
  readonly impairment: number;
  /** Bpl, packet-loss robustness. */
  readonly robustness: number;
}

/**
 * Ie and Bpl on the narrow-band scale of G.107. G.113 Appendix I gives G.711 with packet-loss concealment,
 * which Chromium always does: Ie 0, Bpl 25.1. For G.722 and Opus it has no values on this scale; both are
 * at least as good as G.711 without loss and are concealed by the same engine, so they get the same
 * values: a bound from below, and one figure that can be compared from call to call.
 */
const concealedG711: CodecImpairment = { impairment: 0, robustness: 25.1 };
const codecs: Readonly<Record<string, CodecImpairment>> = {
  pcma: concealedG711,
  pcmu: concealedG711,
  g722: concealedG711,
  opus: concealedG711,
};

/** Ro − Is with all parameters at the defaults of G.107 Table 2. */
const undisturbed = 93.2;

/**
 * Transmission rating R by the E-model (ITU-T G.107 7.1: R = Ro − Is − Id − Ie,eff + A) with A = 0 and
 * everything that a packet network does not change at its default.
 *
 * - Id: the usual fit of G.107 7.4 for echo-free connections, 0.024 d + 0.11 (d − 177.3) above 177.3 ms
 *   (Cole and Rosenbluth, "Voice over IP performance monitoring", 2001)
 * - Ie,eff = Ie + (95 − Ie) · Ppl / (Ppl + Bpl) for random loss, BurstR = 1 (G.107 7.5)
 *
 * @param delayMs one way, mouth to ear
 * @param lossPercent 0 to 100, lost or discarded
 */
export function ratingOf(codec: string | null, delayMs: number, lossPercent: number): number {
  const { impairment, robustness } = codecs[codec?.toLowerCase() ?? ''] ?? concealedG711;
  const late = Math.max(0, delayMs - 177.3);
  const delayImpairment = 0.024 * delayMs + 0.11 * late;
  const effective = impairment + ((95 - impairment) * lossPercent) / (lossPercent + robustness);
  return undisturbed - delayImpairment - effective;
}

/** Mean opinion score of a rating, 1 to 4.5 (ITU-T G.107 Annex B). */
export function mosOf(rating: number): number {
  if (rating <= 0) return 1;
  if (rating >= 100) return 4.5;
  const mos = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
  // The polynomial dips below 1 for ratings under 7.
  return Math.max(1, mos);
}
