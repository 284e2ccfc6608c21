import { z } from 'zod';

/** A feature code of the PBX, as dialled: `*45`. */
export const featureCodeSchema = z
  .string()
  .regex(/^[*#\d]{1,20}$/, 'ein Code aus Ziffern, * und #, zum Beispiel *45');

/**
 * How the agent state reaches the PBX: `busy` answers calls with 486 unless ready, `unregister` takes the
 * registration back, `codes` logs into the queues and pauses there by dialling feature codes.
 */
export const agentSettingsSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('busy') }),
  z.strictObject({ by: z.literal('unregister') }),
  z.strictObject({
    by: z.literal('codes'),
    login: featureCodeSchema,
    logout: featureCodeSchema,
    pause: featureCodeSchema,
    /** Ends a pause. */
    ready: featureCodeSchema,
    /** Pause for wrapping up; default: `pause`. */
    wrapUp: featureCodeSchema.optional(),
  }),
]);
export type AgentSettings = z.infer<typeof agentSettingsSchema>;

export const pauseReasonSchema = z.strictObject({
  name: z.string().min(1).max(60),
  /** Code that tells the PBX this reason; default: the one of `pause`. */
  code: featureCodeSchema.optional(),
});
export type PauseReason = z.infer<typeof pauseReasonSchema>;

export const wrapUpSchema = z.strictObject({
  /** After each answered call. */
  automatic: z.boolean(),
  /** Ready again after this many seconds; 0: the agent says so. */
  seconds: z.int().min(0).max(3600),
});
