import { z } from 'zod';
import { areaLevels, arsSchema } from './area.ts';

/** Longest text that a search takes; the rest is cut off without an error. */
export const searchTextLimit = 200;

export const searchHitSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  leika: z.string().nullable(),
  /** ARS for which the article is valid. */
  area: arsSchema,
  areaName: z.string(),
  areaLevel: z.enum(areaLevels),
  /** First sentence of the article, plain text. */
  preview: z.string(),
  /** Relative to the other hits of the same query; higher is better. */
  score: z.number(),
});
/** One ranked article; the same service appears once, in its most local variant. */
export type SearchHit = z.infer<typeof searchHitSchema>;
