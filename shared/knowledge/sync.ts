import { z } from 'zod';
import { certificatePinsSchema } from '../security/certificate-pins.ts';

/** One round over the sources, as main orders it from the knowledge process. */
export const syncOrderSchema = z.strictObject({
  /** Folder that holds the synchronised packs. */
  store: z.string(),
  /** root.json that IT hands out. */
  rootFile: z.string(),
  extraCaFile: z.string().nullable(),
  certificatePins: certificatePinsSchema,
  /** By priority; `proxy` as `http://host:port`, null: direct. */
  sources: z.array(z.strictObject({ location: z.string(), proxy: z.string().nullable() })).min(1),
});
export type SyncOrder = z.infer<typeof syncOrderSchema>;

export const syncReportSchema = z.strictObject({
  /** `renewed`: same content, new signatures. `failed`: no source could be taken. */
  outcome: z.enum(['updated', 'renewed', 'unchanged', 'failed']),
  /** Newest synchronised state; null: there is none. */
  generation: z.string().nullable(),
  /** When it was published and when a source last confirmed it; epoch milliseconds. */
  publishedAt: z.number().nullable(),
  confirmedAt: z.number().nullable(),
  /** Bytes that came from the sources. */
  bytes: z.number(),
  failures: z.array(
    z.strictObject({
      source: z.string(),
      /** What is wrong, in German. */
      sentence: z.string(),
      /** The source was there, and what it offers was refused. */
      refused: z.boolean(),
    }),
  ),
  /** German sentences on signatures that end soon. */
  expiring: z.array(z.string()),
});
export type SyncReport = z.infer<typeof syncReportSchema>;

/** Files that are there, of those known to be needed so far. */
export const syncProgressSchema = z.strictObject({ done: z.number(), total: z.number() });
export type SyncProgress = z.infer<typeof syncProgressSchema>;

/** What the desk shows of the age and the synchronisation of the knowledge. */
export const knowledgeStateSchema = z.strictObject({
  /** false: a folder or the demonstration, there is nothing to synchronise. */
  synchronised: z.boolean(),
  /** null: no synchronisation is running. */
  progress: syncProgressSchema.nullable(),
  publishedAt: z.number().nullable(),
  confirmedAt: z.number().nullable(),
  /** Why the last synchronisation brought nothing, in German; null: it went well. */
  failure: z.string().nullable(),
});
export type KnowledgeState = z.infer<typeof knowledgeStateSchema>;

/**
 * Whether nobody has confirmed the knowledge for longer than the policy allows.
 * @param maxAgeHours from the settings
 */
export function isStale(
  { synchronised, confirmedAt }: KnowledgeState,
  maxAgeHours: number,
  now: number,
): boolean {
  return synchronised && (confirmedAt === null || now - confirmedAt > maxAgeHours * 3_600_000);
}
