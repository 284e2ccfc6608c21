import { z } from 'zod';

/** Id within a pack, also a file name. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'nur Kleinbuchstaben, Ziffern und -')
  .meta({ id: 'kennung', description: 'Kleinbuchstaben, Ziffern und Bindestriche' });

/** Day without a time, ISO 8601. */
export const localDateSchema = z.iso.date().meta({ id: 'tag', description: 'Tag, JJJJ-MM-TT' });

/** Called number; `115` has no international form. */
export const e164Schema = z
  .string()
  .regex(/^(\+\d{3,15}|115)$/, 'E.164 mit + (oder 115)')
  .meta({ id: 'rufnummer', description: 'Rufnummer mit +49 und ohne Leerzeichen (oder 115)' });

export const clockSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Uhrzeit HH:MM')
  .meta({ id: 'uhrzeit', description: 'Uhrzeit, HH:MM' });

/**
 * BCP 47 tag in lower case: `de`, `en`, `uk`, `de-x-leicht`. XZuFi's languageCode is cut to its language
 * (`de-DE` is `de`), because senders disagree about the rest.
 */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/, 'Sprachkürzel wie de oder en')
  .meta({ id: 'sprache', description: 'Sprachkürzel wie de, en oder uk' });

/** XZuFi weiterfuehrenderLink, also link of a service: `uri` and `titel`. */
export const linkSchema = z.strictObject({
  title: z.string().min(1).describe('Was hinter der Adresse steht'),
  url: z.url({ protocol: /^https$/ }).describe('Adresse, beginnt mit https://'),
});
export type Link = z.infer<typeof linkSchema>;

/** Identifier in the system of origin: XZuFi `schemeAgencyID` and the text of `id`, joined by `_`. */
export const xzufiIdSchema = z
  .string()
  .min(1)
  .describe('Kennung im Redaktionssystem (schemeAgencyID_id); setzt der Import');
