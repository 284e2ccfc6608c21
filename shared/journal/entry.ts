import { z } from 'zod';
import { cardLineSchema } from '../card.ts';
import { arsSchema } from '../knowledge/area.ts';
import { gapKinds, outcomes } from './outcome.ts';

const place = z.strictObject({ ars: arsSchema, name: z.string().max(200) });
const article = z.strictObject({ id: z.string().max(200), title: z.string().max(500) });
const common = {
  id: z.uuid(),
  /** When it was entered, epoch milliseconds. */
  at: z.number(),
};

/** Longest note of an agent, in characters. */
export const maxNote = 500;

/** A call that was talked in. Holds no number and no name of the caller. */
export const callEntrySchema = z.strictObject({
  type: z.literal('call'),
  ...common,
  /** Epoch milliseconds. */
  startedAt: z.number(),
  talkSeconds: z.int().min(0),
  line: cardLineSchema.pick({ id: true, name: true }).nullable(),
  municipality: place.nullable(),
  /** Articles that were open during the call, in this order. */
  topics: z.array(article).max(50),
  /** Name of the office or colleague; never a number. */
  transferredTo: z.string().max(200).nullable(),
  /** null: the agent has not said. */
  outcome: z.enum(outcomes).nullable(),
  /** Stays on this machine. */
  note: z.string().max(maxNote).nullable(),
});
export type CallEntry = z.infer<typeof callEntrySchema>;

/** „Antwort fehlt / falsch“: for the editors, without anything about the caller. */
export const gapEntrySchema = z.strictObject({
  type: z.literal('gap'),
  ...common,
  kind: z.enum(gapKinds),
  article: article.nullable(),
  /** What was searched for, as the agent has seen and left it. */
  query: z.string().max(200).nullable(),
  municipality: place.nullable(),
  remark: z.string().max(maxNote).nullable(),
});
export type GapEntry = z.infer<typeof gapEntrySchema>;

/** One line of the journal. */
export const journalEntrySchema = z.discriminatedUnion('type', [callEntrySchema, gapEntrySchema]);
export type JournalEntry = z.infer<typeof journalEntrySchema>;
