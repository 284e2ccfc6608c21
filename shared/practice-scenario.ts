import { z } from 'zod';
import { arsSchema } from './knowledge/area.ts';

/** A practice call as the desk lists it, and what a good answer is made of. */
export const practiceScenarioSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  lineName: z.string(),
  /** What the caller says, to read along. */
  question: z.string(),
  good: z.strictObject({
    municipality: arsSchema,
    municipalityName: z.string(),
    articles: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    advice: z.string(),
  }),
});
export type PracticeScenario = z.infer<typeof practiceScenarioSchema>;
