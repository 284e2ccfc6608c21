import { z } from 'zod';
import { callSchema, partySchema, type Call, type EndReason } from '../call/call.ts';
import { unreachable } from '../unreachable.ts';

/** What became of a call. `elsewhere`: another agent took it. */
export const callOutcomes = ['answered', 'missed', 'declined', 'elsewhere', 'notReached'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** One row of the call list (Anrufliste). Times in epoch milliseconds. */
export const callRecordSchema = z.strictObject({
  id: z.uuid(),
  direction: callSchema.shape.direction,
  party: partySchema,
  /** Name of the line it came in on; null: outgoing or not recognised. */
  lineName: z.string().max(200).nullable(),
  startedAt: z.number(),
  connectedAt: z.number().nullable(),
  endedAt: z.number(),
  outcome: z.enum(callOutcomes),
  /** The agent has taken note of it; only missed calls start without. */
  seen: z.boolean(),
});
export type CallRecord = z.infer<typeof callRecordSchema>;

/** Rows that are kept at most; the oldest go first. */
export const maxRecords = 500;
const dayMs = 24 * 60 * 60 * 1000;

/** The row of a call that has ended; null while it goes on. */
export function recordOf(call: Call, lineName: string | null): CallRecord | null {
  if (call.phase !== 'ended' || call.endedAt === null) return null;
  const outcome = outcomeOf(call);
  return {
    id: call.id,
    direction: call.direction,
    party: call.party,
    lineName,
    startedAt: call.startedAt,
    connectedAt: call.connectedAt,
    endedAt: call.endedAt,
    outcome,
    seen: outcome !== 'missed',
  };
}

/** A call that another agent took or that was declined here is not missed. */
function outcomeOf({ direction, connectedAt, endReason }: Call): CallOutcome {
  if (connectedAt !== null) return 'answered';
  if (direction === 'outgoing') return 'notReached';
  return outcomeOfReason(endReason ?? 'failed');
}

function outcomeOfReason(reason: EndReason): CallOutcome {
  switch (reason) {
    case 'answeredElsewhere':
      return 'elsewhere';
    case 'transferred':
    case 'declinedHere':
    case 'hungUpHere':
    case 'cancelledHere':
      return 'declined';
    case 'hungUpThere':
    case 'callerCancelled':
    case 'busy':
    case 'declinedThere':
    case 'noAnswer':
    case 'notFound':
    case 'forbidden':
    case 'unavailable':
    case 'mediaFailed':
    case 'microphoneFailed':
    case 'connectionLost':
    case 'failed':
      return 'missed';
    default:
      return unreachable(reason);
  }
}

/**
 * Rows that may still be kept, newest first.
 * @param days retention; 0 (memory only) keeps a day, because a shift is no longer
 */
export function retained(
  records: readonly CallRecord[],
  days: number,
  now: number,
): readonly CallRecord[] {
  const oldest = now - Math.max(days, 1) * dayMs;
  return records
    .filter(({ endedAt }) => endedAt > oldest)
    .sort((left, right) => right.endedAt - left.endedAt)
    .slice(0, maxRecords);
}

/** Missed calls that nobody has taken note of. */
export function missedCount(records: readonly CallRecord[]): number {
  return records.filter(({ seen }) => !seen).length;
}
