import { z } from 'zod';
import { featureCodeSchema } from './agent-settings.ts';
import { agentFailures } from './agent-state.ts';

/** Something that the PBX does for this extension and that codes switch: do not disturb, forward on busy. */
export const pbxFeatureSchema = z.strictObject({
  name: z.string().min(1).max(60),
  on: featureCodeSchema,
  off: featureCodeSchema,
});
export type PbxFeature = z.infer<typeof pbxFeatureSchema>;

/** What is known of a feature: the last code that the PBX has confirmed; `unknown` before the first. */
export const featureStateSchema = z.strictObject({
  name: z.string().max(60),
  state: z.enum(['unknown', 'on', 'off']),
  /** What was asked for and is not confirmed yet. */
  pending: z.enum(['on', 'off']).nullable(),
  failure: z.enum(agentFailures).nullable(),
});
export type FeatureState = z.infer<typeof featureStateSchema>;
