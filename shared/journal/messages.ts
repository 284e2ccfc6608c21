import { z } from 'zod';
import { callbackOrderSchema, callbackSchema } from './callback.ts';
import { journalEventSchema } from './cloud-event.ts';
import { gapEntrySchema, journalEntrySchema } from './entry.ts';
import { wrapUpChangeSchema, wrapUpSchema } from './wrap-up.ts';

const nothing = z.strictObject({});

/** What the desk draws of wrap-ups, call-backs and journal; a part of the desk's state. */
export const journalState = {
  /** Calls whose outcome the agent has not said yet, and the one that goes on; oldest first. */
  wrapUps: z.array(wrapUpSchema),
  /** The rows are asked for (`getCallbacks`) when the list is open. */
  callbacks: z.strictObject({ version: z.number(), open: z.number(), due: z.number() }),
  journal: z.strictObject({
    version: z.number(),
    /** Entries that wait to be sent; null: nothing leaves the machine. */
    waiting: z.number().nullable(),
    exportFailure: z.string().nullable(),
  }),
  /** What was open on the knowledge side, so that a desk that is loaded again comes back to it. */
  view: z.strictObject({ query: z.string(), article: z.string().nullable() }),
} as const;

/** Questions of the desk about the time after a call; a part of the contract. */
export const journalRequests = {
  /** Enters a wrap-up in the journal, and a call-back where one was promised. */
  saveWrapUp: {
    input: z.strictObject({ callId: z.uuid(), callback: callbackOrderSchema.nullable() }),
    output: z.strictObject({ outcome: z.enum(['saved', 'gone', 'diskFull']) }),
  },
  reportGap: {
    input: gapEntrySchema.omit({ type: true, id: true, at: true }),
    output: z.strictObject({ outcome: z.enum(['saved', 'diskFull']) }),
  },
  getCallbacks: {
    input: nothing,
    output: z.strictObject({ callbacks: z.array(callbackSchema) }),
  },
  addCallback: {
    input: callbackOrderSchema,
    output: z.strictObject({ outcome: z.enum(['saved', 'diskFull']) }),
  },
  /** The entries of today, and the same as they leave the machine. */
  getShift: {
    input: nothing,
    output: z.strictObject({
      entries: z.array(journalEntrySchema),
      events: z.array(journalEventSchema),
    }),
  },
  /** Asks where, and writes everything that is kept; null: the agent changed his mind. */
  saveCsv: {
    input: nothing,
    output: z.strictObject({ file: z.string().nullable(), failed: z.boolean() }),
  },
} as const;

/** What the desk reports about the time after a call; a part of the contract. */
export const journalReports = {
  changeWrapUp: wrapUpChangeSchema,
  articleOpened: z.strictObject({
    callId: z.uuid(),
    id: z.string().max(200),
    title: z.string().max(500),
  }),
  viewChanged: z.strictObject({
    query: z.string().max(20_000),
    article: z.string().max(200).nullable(),
  }),
  changeCallback: z.strictObject({
    id: z.uuid(),
    to: z.enum(['done', 'open', 'removed']),
  }),
  exportNow: nothing,
} as const;
