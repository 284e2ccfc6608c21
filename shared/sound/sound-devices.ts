import { z } from 'zod';

const listedSchema = z.strictObject({ id: z.string().max(256), label: z.string().max(256) });
const inUse = z.string().max(256).nullable();

/** Microphones and loudspeakers as the phone sees them, for the desk to choose from. */
export const soundDevicesSchema = z.strictObject({
  microphones: z.array(listedSchema).max(200),
  speakers: z.array(listedSchema).max(200),
  /** Names of the devices that really work now; null: none. */
  inUse: z.strictObject({ microphone: inUse, speaker: inUse, ring: inUse, secondRing: inUse }),
  /** The headset whose keys work; null: none. */
  headset: inUse,
});
export type SoundDevices = z.infer<typeof soundDevicesSchema>;

export const noSoundDevices: SoundDevices = {
  microphones: [],
  speakers: [],
  inUse: { microphone: null, speaker: null, ring: null, secondRing: null },
  headset: null,
};
