import { z } from 'zod';

/** What is wrong with the voices of a call, as the packets tell. */
export const voiceWarnings = [
  /** The agent speaks, but the microphone is muted here. */
  'mutedSpeaking',
  /** Nothing of the agent goes out or arrives at the exchange. */
  'callerHearsNothing',
  /** No packets come in. */
  'callerNotHeard',
  'poorQuality',
] as const;
export type VoiceWarning = (typeof voiceWarnings)[number];

/** One second of a call. */
export const qualitySampleSchema = z.strictObject({
  /** Mean opinion score by the E-model, 1 (bad) to 4.5 (excellent). */
  mos: z.number(),
  /** To the exchange and back, milliseconds; null until it has answered for the first time (RTCP). */
  rttMs: z.number().nullable(),
  jitterMs: z.number(),
  /** Lost or too late, of both directions the worse, 0 to 100. */
  lossPercent: z.number(),
});
export type QualitySample = z.infer<typeof qualitySampleSchema>;

/** Seconds that the graph shows. */
export const graphSeconds = 60;

/** What is known of the media of one call; told once a second, never stored. */
export const callMediaSchema = z.strictObject({
  callId: z.uuid(),
  /** Name as in SDP, e.g. `opus`, `G722`, `PCMA`; null while nothing was received. */
  codec: z.string().max(32).nullable(),
  warnings: z.array(z.enum(voiceWarnings)),
  /** Newest last. */
  samples: z.array(qualitySampleSchema).max(graphSeconds),
});
export type CallMedia = z.infer<typeof callMediaSchema>;
