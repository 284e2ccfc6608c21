import { z } from 'zod';
import { ringMelodies } from './ring-melodies.ts';

/**
 * A microphone or loudspeaker as a person (or a policy) chose it. The engine's `id` is exact but may
 * change with the profile, the socket or a driver; the name is what is found again then. A policy knows
 * no ids and gives the name alone.
 */
export const soundDeviceSchema = z.strictObject({
  id: z.string().max(256).optional(),
  label: z.string().min(1).max(256),
});
export type SoundDevice = z.infer<typeof soundDeviceSchema>;

/** Keys of the settings that concern sound; part of the one schema in settings.ts. */
export const soundShape = {
  /** Headset microphone; none: the communication device of the operating system. */
  microphone: soundDeviceSchema,
  /** Where the caller is heard; none: the communication device of the operating system. */
  speaker: soundDeviceSchema,
  /** Where it rings; none: the standard device of the operating system. */
  ringDevice: soundDeviceSchema,
  /** Where it rings as well, for those who have taken the headset off; none: nowhere. */
  secondRingDevice: soundDeviceSchema,
  echoCancellation: z.boolean(),
  noiseSuppression: z.boolean(),
  /** Lets the engine move the level of the microphone (docs/decisions/0035). */
  autoGainControl: z.boolean(),
  /** Codecs that may be used, the dearest first; calls in follow the order of the exchange (docs/decisions/0037). */
  codecs: z
    .array(z.enum(['opus', 'g722', 'pcma', 'pcmu']))
    .min(1)
    .refine((codecs) => new Set(codecs).size === codecs.length, 'jeden Codec nur einmal nennen'),
  /** Marks voice packets with DSCP EF where the operating system allows it. */
  markVoice: z.boolean(),
  /** Uses the keys of headsets; off where another program needs them. */
  headsetKeys: z.boolean(),
  /** Melody by id of the line; others ring as their colour says. */
  ringTones: z.record(z.string().min(1).max(100), z.enum(ringMelodies)),
};

export const soundDefaults = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: false,
  codecs: ['opus', 'g722', 'pcma', 'pcmu'],
  markVoice: true,
  headsetKeys: true,
  ringTones: {},
} satisfies Partial<z.infer<z.ZodObject<typeof soundShape>>>;

/** Without a choice the operating system decides. */
export const soundOptional = {
  microphone: true,
  speaker: true,
  ringDevice: true,
  secondRingDevice: true,
} as const;

/** What the phone has to know about sound. */
export const soundSettingsSchema = z.strictObject(soundShape).partial(soundOptional);
export type SoundSettings = z.infer<typeof soundSettingsSchema>;

/** The settings that concern sound, out of all of them. */
export function soundSettingsOf(settings: SoundSettings): SoundSettings {
  return z.object(soundShape).partial(soundOptional).parse(settings);
}

/** Changes of sound that the desk may ask for; null takes a choice back. */
export const soundChangeShape = {
  microphone: soundDeviceSchema.nullable().optional(),
  speaker: soundDeviceSchema.nullable().optional(),
  ringDevice: soundDeviceSchema.nullable().optional(),
  secondRingDevice: soundDeviceSchema.nullable().optional(),
  echoCancellation: z.boolean().optional(),
  noiseSuppression: z.boolean().optional(),
  autoGainControl: z.boolean().optional(),
  headsetKeys: z.boolean().optional(),
};

/** Whether a change of settings concerns sound. */
export function changesSound(changes: object): boolean {
  return Object.keys(soundChangeShape).some((key) => Object.hasOwn(changes, key));
}
