import { z } from 'zod';
import { acceleratorSchema, canonicalAccelerator } from './accelerator.ts';

/** What a key for the whole system can do. */
export const hotkeyCommands = ['answer', 'hangUp', 'mute'] as const;
export type HotkeyCommand = (typeof hotkeyCommands)[number];

const hotkey = acceleratorSchema.nullable();

export const hotkeysSchema = z
  .strictObject({ answer: hotkey, hangUp: hotkey, mute: hotkey })
  .refine((hotkeys) => {
    const used = Object.values(hotkeys).flatMap((text) =>
      text === null ? [] : [canonicalAccelerator(text)],
    );
    return new Set(used).size === used.length;
  }, 'jede Tastenkombination nur einmal nennen');
/** Electron accelerators; null: none. */
export type Hotkeys = z.infer<typeof hotkeysSchema>;

/** Keys of the settings that concern windows; part of the one schema in settings.ts. */
export const windowShape = {
  /** A small window rings on top of other programs while the desk is not in front. */
  ringWindow: z.boolean(),
  /** A message of the operating system as well, without the caller's number. */
  ringNotification: z.boolean(),
  /** The desk as a narrow strip: card and search only. */
  compactWindow: z.boolean(),
  /** Keys that answer, hang up and mute whatever program is in front. */
  hotkeys: hotkeysSchema,
};

export const windowDefaults = {
  ringWindow: true,
  ringNotification: false,
  compactWindow: false,
  hotkeys: { answer: null, hangUp: null, mute: null },
} satisfies z.infer<z.ZodObject<typeof windowShape>>;

/** Changes that the desk may ask for. */
export const windowChangeShape = z.strictObject(windowShape).partial().shape;
