import { z } from 'zod';

/** Why this installation does not update itself. */
export const updateOffReasons = [
  'noServer',
  'noKeys',
  'managed',
  'portable',
  'notInstalled',
] as const;
export type UpdateOffReason = (typeof updateOffReasons)[number];

/** What can go wrong with an update; the running version goes on in every case. */
export const updateFailures = [
  /** The server did not answer, or not with what was asked for. */
  'unreachable',
  /** No signature, or none by a known key. */
  'unsigned',
  /** Signed, but not to be read. */
  'unreadable',
  'older',
  /** The program that came is not the one that was signed for. */
  'damaged',
  /** The new version does not start on this machine. */
  'doesNotStart',
  /** The disk did not take what was fetched. */
  'notStored',
  /** It could not be put in the place of the old one. */
  'notReplaced',
] as const;
export type UpdateFailure = (typeof updateFailures)[number];

/** What an update that is ready waits for. */
export const updateHolds = ['window', 'call', 'wrapUp', 'quiet'] as const;
export type UpdateHold = (typeof updateHolds)[number];

/**
 * Updates by the program itself (decision 0065).
 *
 * ```
 *  off
 *  idle ──▶ checking ──▶ loading ──▶ trying ──▶ ready ──▶ installing ──▶ (new version starts)
 *   ▲          │            │          │          │
 *   │          └────────────┴──────────┴──────────┴─▶ failed ──(later)──▶ checking
 *   └── nothing newer, or not this desk's turn
 * ```
 */
export const updateStateSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('off'), reason: z.enum(updateOffReasons) }),
  z.strictObject({
    phase: z.literal('idle'),
    /** Epoch milliseconds; null: not yet. */
    checkedAt: z.number().nullable(),
    /** Newer version that is not for this desk yet (`stagingPercentage`). */
    later: z.string().nullable(),
  }),
  z.strictObject({ phase: z.literal('checking') }),
  z.strictObject({
    phase: z.literal('loading'),
    version: z.string(),
    percent: z.number().min(0).max(100),
  }),
  /** The new version is started once on the side, before it may take the old one's place. */
  z.strictObject({ phase: z.literal('trying'), version: z.string() }),
  z.strictObject({
    phase: z.literal('ready'),
    version: z.string(),
    hold: z.enum(updateHolds),
    /** Begin of the maintenance window, epoch milliseconds; in the past: it is open. */
    from: z.number(),
  }),
  z.strictObject({ phase: z.literal('installing'), version: z.string() }),
  z.strictObject({
    phase: z.literal('failed'),
    failure: z.enum(updateFailures),
    /** What the machine knows, German or a code; no personal data. */
    detail: z.string().max(500).nullable(),
    version: z.string().nullable(),
    /** Next attempt, epoch milliseconds. */
    retryAt: z.number(),
  }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;
