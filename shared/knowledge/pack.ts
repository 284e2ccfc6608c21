import { z } from 'zod';
import { arsSchema } from './area.ts';

/**
 * Content model of a knowledge pack, named after XZuFi where XZuFi has a word.
 * A pack is a folder: `pack.json`, `municipalities.json`, `lines.json`, `offices.json`,
 * `notices.json`, `synonyms.json` and `articles/**.md` (YAML front matter + one `##` section per
 * text module). Every schema is strict: a misspelt key is an error, not a silent loss.
 */
const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'nur Kleinbuchstaben, Ziffern und -');
const localDateSchema = z.iso.date();
const e164Schema = z.string().regex(/^(\+\d{3,15}|115)$/, 'E.164 mit + (oder 115)');
const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Uhrzeit HH:MM');

/** `pack.json` */
export const packManifestSchema = z.strictObject({
  format: z.literal(1),
  id: idSchema,
  title: z.string().min(1),
  /** Content made up for demonstration: shown as such in the window. */
  demonstration: z.boolean(),
  /** Day the content was put together, local date. */
  issued: localDateSchema,
  /** Area that the pack covers. */
  area: arsSchema,
  /** Time zone of opening hours and notices. */
  timeZone: z.literal('Europe/Berlin'),
});
export type PackManifest = z.infer<typeof packManifestSchema>;

/** Gemeinde, Stadt, Amt or Kreis. */
export const municipalitySchema = z.strictObject({
  ars: arsSchema,
  ags: z
    .string()
    .regex(/^\d{5}(\d{3})?$/)
    .optional(),
  name: z.string().min(1),
  kind: z.enum(['kreis', 'amt', 'stadt', 'gemeinde']),
  /** ARS of the Amt that administers a municipality without an administration of its own. */
  administeredBy: arsSchema.optional(),
  postcodes: z.array(z.string().regex(/^\d{5}$/)),
  /** Usual area codes (Ortsnetzkennzahl, with leading 0); a hint, never a proof. */
  areaCodes: z.array(z.string().regex(/^0\d{1,5}$/)),
});
export type Municipality = z.infer<typeof municipalitySchema>;

/** A number that ends in the centre. */
export const lineSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  /** Municipality answered for; null where the number alone does not tell (115). */
  municipality: arsSchema.nullable(),
  /** Area used for search while no municipality is chosen. */
  area: arsSchema,
  /** Called numbers in E.164, `115` literally; the first is the one shown. */
  numbers: z.array(e164Schema).min(1),
  /** Prefixes that a PBX may put before the caller's display name ("Wedel: 0171…"), without colon. */
  displayPrefixes: z.array(z.string().min(1)),
  /** What the agent says first. */
  greeting: z.string().min(1),
  /** Name of a colour of the line palette; always shown together with the name. */
  color: z.enum(['blue', 'green', 'violet', 'orange', 'teal', 'red']),
  /** Offices whose opening state is shown on the card, in order. */
  offices: z.array(idSchema),
  /** Article ids offered on the keys 1 to 9, in order. */
  topics: z.array(idSchema).max(9),
});
export type Line = z.infer<typeof lineSchema>;

export const weekdays = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'] as const;
/** One span of opening hours in local time. */
export const openingHoursSchema = z.strictObject({
  days: z.array(z.enum(weekdays)).min(1),
  from: clockSchema,
  until: clockSchema,
});

/** Zuständige Stelle (XZuFi Organisationseinheit). */
export const officeSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  area: arsSchema,
  address: z.string().min(1).optional(),
  phone: e164Schema.optional(),
  email: z.email().optional(),
  hours: z.array(openingHoursSchema),
  /** Local dates on which the office is closed although the hours say otherwise. */
  closedOn: z.array(localDateSchema).default([]),
  hoursNote: z.string().optional(),
});
export type Office = z.infer<typeof officeSchema>;

/** Dated message for lines or areas. */
export const noticeSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  text: z.string().min(1),
  severity: z.enum(['info', 'warning', 'crisis']),
  /** Line ids; empty means: by area only. */
  lines: z.array(idSchema),
  areas: z.array(arsSchema),
  /** First and last day of validity, local dates, both inclusive. */
  from: localDateSchema,
  until: localDateSchema,
});
export type Notice = z.infer<typeof noticeSchema>;

/** Everyday words for a term that articles use: "Perso" → "Personalausweis". */
export const synonymSchema = z.strictObject({
  term: z.string().min(1),
  words: z.array(z.string().min(1)).min(1),
});
export type Synonym = z.infer<typeof synonymSchema>;

/**
 * Text modules of an article in the order they are shown. The heading is what editors write in
 * Markdown, the code is the LeiKa text module (codelist leistungstextmodulleika) or the pseudo code
 * of the PVOG search service where LeiKa has none.
 */
export const articleModules = [
  { key: 'say', heading: 'Sagen', code: null },
  { key: 'agentHint', heading: 'Hinweis für Agenten', code: null },
  { key: 'documents', heading: 'Unterlagen', code: '08' },
  { key: 'fee', heading: 'Gebühr', code: '98' },
  { key: 'deadline', heading: 'Frist', code: '97' },
  { key: 'duration', heading: 'Dauer', code: '95' },
  { key: 'whereAndWhen', heading: 'Wo und wann', code: '23' },
  { key: 'requirements', heading: 'Voraussetzungen', code: '09' },
  { key: 'procedure', heading: 'Ablauf', code: '11' },
  { key: 'fullText', heading: 'Einzelheiten', code: '06' },
  { key: 'notes', heading: 'Besonderheiten', code: '16' },
  { key: 'legalBasis', heading: 'Rechtsgrundlage', code: '07' },
] as const;
export type ArticleModuleKey = (typeof articleModules)[number]['key'];
const moduleKeys = articleModules.map((module) => module.key);

const linkSchema = z.strictObject({
  title: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
});

/** One service (Leistung) for one area. */
export const articleSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  /** 14-digit LeiKa key; many local services have none. */
  leika: z
    .string()
    .regex(/^99\d{12}$/, 'LeiKa-Schlüssel: 99 und 12 Ziffern')
    .optional(),
  /** Same service in another area shares this id; the most local variant is shown first. */
  service: idSchema,
  area: arsSchema,
  /** XZuFi begriffImKontext: words that citizens use. */
  synonyms: z.array(z.string().min(1)),
  /** Responsible offices (ids), first is the transfer target. */
  offices: z.array(idSchema),
  onlineService: linkSchema.optional(),
  links: z.array(linkSchema).default([]),
  source: z.string().min(1),
  /** Stand: day of the last check by the editor. */
  updated: localDateSchema,
  /** Markdown per text module. */
  modules: z
    .partialRecord(z.enum(moduleKeys), z.string().min(1))
    .refine((modules) => modules.say !== undefined, 'der Abschnitt „Sagen“ fehlt'),
});
export type Article = z.infer<typeof articleSchema>;

/** Everything of a pack, in memory. */
export interface KnowledgePack {
  readonly manifest: PackManifest;
  readonly municipalities: readonly Municipality[];
  readonly lines: readonly Line[];
  readonly offices: readonly Office[];
  readonly notices: readonly Notice[];
  readonly synonyms: readonly Synonym[];
  readonly articles: readonly Article[];
}
