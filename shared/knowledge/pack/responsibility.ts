import { z } from 'zod';
import { arsSchema } from '../area.ts';
import { idSchema, languageSchema, linkSchema, xzufiIdSchema } from './basics.ts';

/**
 * XZuFi vertrauensniveau: how surely the citizen has to prove who they are, rising from 00 to 40. The code
 * is kept as sent, since the codelist's labels are not published with the files.
 */
export const trustLevelSchema = z
  .enum(['00', '10', '15', '20', '30', '40'])
  .describe('Vertrauensniveau nach XZuFi: 00, 10, 15, 20, 30 oder 40');

/** Link to an online service within an article, as editors write it. */
export const articleOnlineServiceSchema = linkSchema.extend({
  trustLevel: trustLevelSchema.optional(),
  /** What the citizen needs at hand: card reader, PIN, BundID. */
  needs: z
    .string()
    .min(1)
    .optional()
    .describe('Was man dafür braucht, etwa „Online-Ausweis mit PIN“'),
});

/** XZuFi onlinedienst, one entry of `online-services.json`. */
export const onlineServiceSchema = articleOnlineServiceSchema.extend({
  id: idSchema,
  /** XZuFi link@languageCode, for the links in other languages than German. */
  otherLanguages: z.array(linkSchema.extend({ language: languageSchema })).optional(),
  xzufiId: xzufiIdSchema.optional(),
});
export type OnlineService = z.infer<typeof onlineServiceSchema>;

/**
 * Who is responsible for a service in an area, one entry of `responsibilities.json`
 * (XZuFi zustaendigkeit: leistungID × gebietID → organisationseinheit or onlinedienst).
 * The most local entry that contains the citizen's area counts, before the article's own `offices`.
 */
export const responsibilitySchema = z.strictObject({
  /** `service` of the articles it is about. */
  service: idSchema,
  area: arsSchema,
  /** Ids of offices; the first one is the transfer target. */
  offices: z
    .array(idSchema)
    .describe('Kennungen der Stellen; die erste ist das Ziel zum Verbinden'),
  /** Ids of `online-services.json`. */
  onlineServices: z.array(idSchema).describe('Kennungen der Onlinedienste'),
});
export type Responsibility = z.infer<typeof responsibilitySchema>;
