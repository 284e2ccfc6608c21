import type { QualitySample, VoiceWarning } from '../../../shared/sound/call-media.ts';

/** Sums of a call while it lasts; keeps no samples. */
export interface Summary {
  readonly seconds: number;
  readonly mosSum: number;
  readonly worstMos: number;
  readonly lossSum: number;
  readonly worstJitterMs: number;
  readonly worstRttMs: number;
  readonly warned: readonly VoiceWarning[];
}

export const emptySummary: Summary = {
  seconds: 0,
  mosSum: 0,
  worstMos: 5,
  lossSum: 0,
  worstJitterMs: 0,
  worstRttMs: 0,
  warned: [],
};

/** The summary with one more second. */
export function summed(
  before: Summary,
  { mos, lossPercent, jitterMs, rttMs }: QualitySample,
  warnings: readonly VoiceWarning[],
): Summary {
  return {
    seconds: before.seconds + 1,
    mosSum: before.mosSum + mos,
    worstMos: Math.min(before.worstMos, mos),
    lossSum: before.lossSum + lossPercent,
    worstJitterMs: Math.max(before.worstJitterMs, jitterMs),
    worstRttMs: Math.max(before.worstRttMs, rttMs ?? 0),
    warned: [...new Set([...before.warned, ...warnings])],
  };
}

/** One line for the log: how a call sounded, nothing about who called. null: too short to tell. */
export function summaryLine(summary: Summary, codec: string | null): string | null {
  const { seconds } = summary;
  if (seconds === 0) return null;
  const mean = (sum: number): string => (sum / seconds).toFixed(2);
  return [
    `call quality: ${codec ?? 'no codec'}`,
    `${String(seconds)} s`,
    `MOS ${mean(summary.mosSum)} (worst ${summary.worstMos.toFixed(2)})`,
    `loss ${mean(summary.lossSum)} %`,
    `jitter up to ${summary.worstJitterMs.toFixed(1)} ms`,
    `round trip up to ${summary.worstRttMs.toFixed(0)} ms`,
    `warnings: ${summary.warned.join(' ') || 'none'}`,
  ].join(', ');
}
