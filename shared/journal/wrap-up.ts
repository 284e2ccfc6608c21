import { z } from 'zod';
import { callEntrySchema, maxNote, type CallEntry } from './entry.ts';
import { outcomes } from './outcome.ts';

/**
 * What is known of a call for its journal entry, from the answer on; the agent completes it when the call
 * is over. Kept on disk until it is saved: a half-written note survives a crash.
 */
export const wrapUpSchema = z.strictObject({
  ...callEntrySchema.omit({ type: true, id: true, at: true }).shape,
  callId: z.uuid(),
  /** A practice call: nothing of it is entered. */
  practice: z.boolean(),
  /** Epoch milliseconds; null: it still rings. */
  connectedAt: z.number().nullable(),
  /** Epoch milliseconds; null: the call goes on. */
  endedAt: z.number().nullable(),
  outcome: z.enum(outcomes).nullable(),
  note: z.string().max(maxNote).nullable(),
});
export type WrapUp = z.infer<typeof wrapUpSchema>;

/** What the agent writes into a wrap-up. */
export const wrapUpChangeSchema = wrapUpSchema
  .pick({ callId: true, outcome: true, note: true, line: true, municipality: true })
  .partial({ outcome: true, note: true, line: true, municipality: true });
export type WrapUpChange = z.infer<typeof wrapUpChangeSchema>;

/** The entry that a wrap-up becomes. @param at epoch milliseconds */
export function entryOf(wrapUp: WrapUp, id: string, at: number): CallEntry {
  const { startedAt, talkSeconds, line, municipality, topics, transferredTo, outcome } = wrapUp;
  const note = wrapUp.note?.trim() ?? '';
  return {
    type: 'call',
    id,
    at,
    startedAt,
    talkSeconds,
    line,
    municipality,
    topics,
    transferredTo,
    outcome,
    note: note === '' ? null : note,
  };
}
