import { z } from 'zod';
import { areaLevels, arsSchema } from './area.ts';
import { articleModules } from './pack.ts';

/** Longest text that a search takes; the rest is cut off without an error. */
export const searchTextLimit = 200;

/** Range of a text that a word of the query was found in: UTF-16 units, `[start, end)`. */
export const markSchema = z.tuple([z.number(), z.number()]);
export type Mark = z.infer<typeof markSchema>;

/** The same service for another area. */
export const variantSchema = z.strictObject({
  id: z.string(),
  area: arsSchema,
  areaName: z.string(),
  areaLevel: z.enum(areaLevels),
});
export type Variant = z.infer<typeof variantSchema>;

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
  /** Where title and preview hold what was asked; in order, never overlapping. */
  marks: z.strictObject({ title: z.array(markSchema), preview: z.array(markSchema) }),
  /** Wider variants that are valid here, too, narrowest first: how the state or the federation puts it. */
  variants: z.array(variantSchema),
});
/** One ranked article; the same service appears once, in its most local variant. */
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Why a word of an article counts as found: from the same word to a guess at a slip of the keyboard. */
export const matchKinds = ['word', 'form', 'part', 'beginning', 'slip'] as const;
export type MatchKind = (typeof matchKinds)[number];

export const evidenceSchema = z.strictObject({
  kind: z.enum(matchKinds),
  /** `packWords` are words of synonyms.json for a term of the title. */
  place: z.enum(['title', 'citizensWords', 'packWords', 'text']),
  /** Text module, if the place is `text`. */
  module: z.enum(articleModules.map(({ key }) => key)).nullable(),
  /** The phrase or a piece of the text, plain. */
  quote: z.string(),
  marks: z.array(markSchema),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Why an article was found: each word of the query with the best place that holds it. */
export const explanationSchema = z.strictObject({
  words: z.array(z.strictObject({ typed: z.string(), evidence: evidenceSchema.nullable() })),
  /** Words of the query that say nothing, and are therefore not looked for. */
  ignored: z.array(z.string()),
});
export type Explanation = z.infer<typeof explanationSchema>;
