import { z } from 'zod';
import { callEntrySchema, gapEntrySchema, type JournalEntry } from './entry.ts';
import { unreachable } from '../unreachable.ts';

const envelope = {
  specversion: z.literal('1.0'),
  /** Of the entry: sent twice, it is the same event. */
  id: z.uuid(),
  source: z.string().min(1),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
};
const agent = z.string().nullable();
/** Everything of a call but the note, which stays on the machine. */
const callDataSchema = callEntrySchema
  .omit({ type: true, id: true, at: true, note: true, startedAt: true })
  .extend({ startedAt: z.iso.datetime(), agent });
const gapDataSchema = gapEntrySchema.omit({ type: true, id: true, at: true }).extend({ agent });

/** What leaves the machine: CloudEvents 1.0 in JSON, two types. */
export const journalEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...envelope, type: z.literal('de.amtsdraht.call.v1'), data: callDataSchema }),
  z.strictObject({ ...envelope, type: z.literal('de.amtsdraht.gap.v1'), data: gapDataSchema }),
]);
export type JournalEvent = z.infer<typeof journalEventSchema>;

/**
 * The event of an entry.
 * @param source place that sends it, a URI reference
 * @param agent pseudonym; null: events are not told apart by persons
 */
export function eventOf(entry: JournalEntry, source: string, agentId: string | null): JournalEvent {
  const common = {
    specversion: '1.0',
    id: entry.id,
    source,
    time: new Date(entry.at).toISOString(),
    datacontenttype: 'application/json',
  } as const;
  switch (entry.type) {
    case 'call': {
      const { talkSeconds, line, municipality, topics, transferredTo, outcome } = entry;
      const startedAt = new Date(entry.startedAt).toISOString();
      return {
        ...common,
        type: 'de.amtsdraht.call.v1',
        data: {
          startedAt,
          talkSeconds,
          line,
          municipality,
          topics,
          transferredTo,
          outcome,
          agent: agentId,
        },
      };
    }
    case 'gap': {
      const { kind, article, query, municipality, remark } = entry;
      return {
        ...common,
        type: 'de.amtsdraht.gap.v1',
        data: { kind, article, query, municipality, remark, agent: agentId },
      };
    }
    default:
      return unreachable(entry);
  }
}

/** The entry that an event tells of; without note, which was never sent. */
export function entryOfEvent(event: JournalEvent): JournalEntry {
  const at = Date.parse(event.time);
  switch (event.type) {
    case 'de.amtsdraht.call.v1': {
      const { agent: _agent, startedAt, ...rest } = event.data;
      return {
        type: 'call',
        id: event.id,
        at,
        startedAt: Date.parse(startedAt),
        note: null,
        ...rest,
      };
    }
    case 'de.amtsdraht.gap.v1': {
      const { agent: _agent, ...rest } = event.data;
      return { type: 'gap', id: event.id, at, ...rest };
    }
    default:
      return unreachable(event);
  }
}
