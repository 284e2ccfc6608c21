import { z } from 'zod';
import { arsSchema } from '../knowledge/area.ts';
import { maxNote } from './entry.ts';

/** Why somebody is to be called back. `lost`: the connection broke before the caller was helped. */
export const callbackReasons = ['promised', 'lost'] as const;

/** Somebody who is to be called back (Rückruf). The number is there with the caller's consent only. */
export const callbackSchema = z.strictObject({
  id: z.uuid(),
  reason: z.enum(callbackReasons),
  /** Epoch milliseconds. */
  createdAt: z.number(),
  dueAt: z.number(),
  /** Number as it was given; never exported, deleted with the entry. */
  number: z.string().min(1).max(128),
  name: z.string().max(128).nullable(),
  lineName: z.string().max(200).nullable(),
  municipality: z.strictObject({ ars: arsSchema, name: z.string().max(200) }).nullable(),
  /** What it is about. */
  subject: z.string().max(maxNote).nullable(),
  doneAt: z.number().nullable(),
});
export type Callback = z.infer<typeof callbackSchema>;

/** What an agent enters; the rest is known. */
export const callbackOrderSchema = callbackSchema.pick({
  number: true,
  name: true,
  dueAt: true,
  subject: true,
});
export type CallbackOrder = z.infer<typeof callbackOrderSchema>;

const dayMs = 86_400_000;

/**
 * Entries that may still be kept, the most urgent first, the done ones last.
 * @param days how long a done entry is kept; a lost caller never consented and is kept no longer than that,
 *   but for a day, or nobody could call back
 */
export function retainedCallbacks(
  callbacks: readonly Callback[],
  days: number,
  now: number,
): readonly Callback[] {
  const oldest = now - days * dayMs;
  const oldestLost = now - Math.max(days, 1) * dayMs;
  return callbacks
    .filter(({ doneAt }) => doneAt === null || doneAt > oldest)
    .filter(({ reason, createdAt }) => reason !== 'lost' || createdAt > oldestLost)
    .toSorted(
      (one, other) =>
        Number(one.doneAt !== null) - Number(other.doneAt !== null) || one.dueAt - other.dueAt,
    );
}

/** How many wait, and how many of them should have been called by now. */
export function openCallbacks(
  callbacks: readonly Callback[],
  now: number,
): { readonly open: number; readonly due: number } {
  const open = callbacks.filter(({ doneAt }) => doneAt === null);
  return { open: open.length, due: open.filter(({ dueAt }) => dueAt <= now).length };
}
