import { z } from 'zod';
import { arsSchema } from '../area.ts';
import {
  clockSchema,
  e164Schema,
  idSchema,
  linkSchema,
  localDateSchema,
  xzufiIdSchema,
} from './basics.ts';

export const weekdays = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'] as const;

/** One span of opening hours in local time. */
export const openingHoursSchema = z.strictObject({
  days: z.array(z.enum(weekdays)).min(1).describe('Wochentage'),
  from: clockSchema.describe('ab, HH:MM'),
  until: clockSchema.describe('bis, HH:MM'),
});

/** A date with hours of its own, which replace those of the weekday. */
export const specialDaySchema = z.strictObject({
  date: localDateSchema,
  hours: z
    .array(z.strictObject({ from: clockSchema, until: clockSchema }))
    .describe('Zeiten an diesem Tag; leer: geschlossen'),
  note: z.string().min(1).optional().describe('Grund, etwa „Personalversammlung“'),
});

/** XZuFi anschrift/typ, codelist xzufi.anschrifttyp 001 to 006 in this order. */
export const addressKinds = [
  'house',
  'visitors',
  'poBox',
  'bulkMail',
  'delivery',
  'postal',
] as const;

/** XZuFi anschrift (AnschriftOrganisationseinheit). */
export const addressSchema = z.strictObject({
  kind: z
    .enum(addressKinds)
    .describe(
      'Haus-, Besucher-, Postfach-, Großempfänger-, Liefer- oder Postanschrift (house, visitors, poBox, bulkMail, delivery, postal)',
    ),
  /** XZuFi strasse and hausnummer, or postfach. */
  street: z.string().min(1).optional().describe('Straße und Hausnummer oder Postfach'),
  /** XZuFi postleitzahl. */
  postcode: z
    .string()
    .regex(/^\d{5}$/, 'fünf Ziffern')
    .optional(),
  /** XZuFi ort. */
  city: z.string().min(1).optional(),
  /** XZuFi zusatz: storey, entrance. */
  note: z.string().min(1).optional().describe('Eingang, Stockwerk, Raum'),
});
export type Address = z.infer<typeof addressSchema>;

/** XZuFi kommunikation/kanal. */
export const channelKinds = ['phone', 'mobile', 'fax', 'email', 'web', 'other'] as const;

/** XZuFi kommunikation: kanal and kennung; further ones than the office's `phone` and `email`. */
export const channelSchema = z.strictObject({
  kind: z
    .enum(channelKinds)
    .describe(
      'Telefon, Mobiltelefon, Fax, E-Mail, Netz, anderes (phone, mobile, fax, email, web, other)',
    ),
  /** XZuFi kennung, as the sender wrote it. */
  value: z.string().min(1).describe('Nummer oder Adresse, wie man sie schreibt'),
  /** XZuFi kanalzusatz or zusatz. */
  note: z.string().min(1).optional().describe('wofür, etwa „nur vormittags“'),
});
export type Channel = z.infer<typeof channelSchema>;

/** Zuständige Stelle (XZuFi organisationseinheit). */
export const officeSchema = z.strictObject({
  id: idSchema,
  /** XZuFi name/name, German. */
  name: z.string().min(1),
  /** XZuFi zustaendigkeit/gebietID or anschrift/verwaltungspolitischeKodierung/regionalschluessel. */
  area: arsSchema,
  /** One line to say; the visitors' address of `addresses` where XZuFi has several. */
  address: z.string().min(1).optional().describe('Besucheranschrift in einer Zeile'),
  /** All XZuFi anschrift elements. */
  addresses: z.array(addressSchema).optional(),
  /** Number to transfer to: first XZuFi kommunikation that is a telephone. */
  phone: e164Schema.optional().describe('Nummer zum Verbinden'),
  /** First XZuFi kommunikation that is an e-mail address. */
  email: z.email().optional(),
  /** Remaining XZuFi kommunikation elements. */
  channels: z.array(channelSchema).optional().describe('weitere Wege zur Stelle'),
  hours: z.array(openingHoursSchema).describe('Öffnungszeiten; leer: unbekannt, nicht geschlossen'),
  /** Local dates on which the office is closed although the hours say otherwise. */
  closedOn: z.array(localDateSchema).default([]).describe('geschlossen trotz Öffnungszeit'),
  /** Dates with other hours than their weekday; stronger than `hours`, weaker than `closedOn`. */
  specialDays: z.array(specialDaySchema).optional().describe('Tage mit eigenen Zeiten'),
  /** XZuFi infoOeffnungszeitenText: what real senders fill instead of structured hours. */
  hoursNote: z.string().optional().describe('Öffnungszeiten als Text'),
  /** XZuFi internetadresse. */
  website: linkSchema.optional(),
  /** XZuFi infoSonstige, infoAnfahrt, beschreibung: Markdown. */
  note: z.string().min(1).optional().describe('Anfahrt, Aufzug, Parkplätze (Markdown)'),
  xzufiId: xzufiIdSchema.optional(),
});
export type Office = z.infer<typeof officeSchema>;
