import { z } from 'zod';
import { featureCodeSchema } from './agent-settings.ts';

/** How a watched extension stands; `unknown` until the PBX has told it. */
export const watchedStates = ['unknown', 'free', 'ringing', 'busy'] as const;
export type WatchedState = (typeof watchedStates)[number];

const extension = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'eine Nebenstelle');

/** What the phone subscribes to at the PBX (hints), from the settings. */
export const watchSchema = z.strictObject({
  colleagues: z.array(z.strictObject({ name: z.string().min(1).max(60), extension })).max(40),
  /** Hint of a queue: in use while somebody waits. */
  queues: z.array(z.strictObject({ name: z.string().min(1).max(60), extension })).max(10),
  /** Code before the extension that takes over its ringing call. */
  pickup: featureCodeSchema.nullable(),
  /** Number that plays the voice messages; also asks the PBX how many there are. */
  voicemail: z
    .string()
    .regex(/^[\d*#]{1,20}$/, 'eine Nummer oder ein Code')
    .nullable(),
});

export const watchPlanSchema = z.strictObject({
  extensions: z.array(extension),
  voicemail: z.boolean(),
});
export type WatchPlan = z.infer<typeof watchPlanSchema>;

/** What the PBX has told: extension → state, and new voice messages. */
export const watchedSchema = z.strictObject({
  states: z.record(z.string(), z.enum(watchedStates)),
  /** null: not told. */
  newMessages: z.number().nullable(),
});
export type Watched = z.infer<typeof watchedSchema>;

export const nothingWatched: Watched = { states: {}, newMessages: null };

/** What the phone has to subscribe to, each extension once. */
export function watchPlanOf({
  colleagues,
  queues,
  voicemail,
}: z.infer<typeof watchSchema>): WatchPlan {
  const extensions = [...colleagues, ...queues].map((watched) => watched.extension);
  return { extensions: [...new Set(extensions)], voicemail: voicemail !== null };
}
