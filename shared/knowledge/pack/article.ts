import { z } from 'zod';
import { arsSchema } from '../area.ts';
import { idSchema, languageSchema, linkSchema, localDateSchema, xzufiIdSchema } from './basics.ts';
import { costSchema, deadlineSchema, durationSchema } from './quantities.ts';
import { articleOnlineServiceSchema } from './responsibility.ts';

/**
 * Text modules of an article in the order they are shown. The heading is what editors write in
 * Markdown, the code is the LeiKa text module (codelist leistungstextmodulleika) or the pseudo code
 * of the PVOG search service where LeiKa has none. Codes 02 and 03 are titles, not modules.
 */
export const articleModules = [
  /** Never in XZuFi: made from the teaser, the short text or the beginning of the full text. */
  { key: 'say', heading: 'Sagen', code: null },
  /** XZuFi modulAuskunftshinweis. */
  { key: 'agentHint', heading: 'Hinweis für Agenten', code: null },
  { key: 'documents', heading: 'Unterlagen', code: '08' },
  /** XZuFi modulKosten/beschreibung. */
  { key: 'fee', heading: 'Gebühr', code: '98' },
  /** XZuFi modulFrist/beschreibung. */
  { key: 'deadline', heading: 'Frist', code: '97' },
  /** XZuFi modulBearbeitungsdauer/beschreibung. */
  { key: 'duration', heading: 'Dauer', code: '95' },
  { key: 'whereAndWhen', heading: 'Wo und wann', code: '23' },
  { key: 'responsible', heading: 'Zuständige Stelle', code: '22' },
  { key: 'requirements', heading: 'Voraussetzungen', code: '09' },
  { key: 'procedure', heading: 'Ablauf', code: '11' },
  { key: 'teaser', heading: 'Teaser', code: '24' },
  { key: 'summary', heading: 'Kurztext', code: '05' },
  { key: 'fullText', heading: 'Einzelheiten', code: '06' },
  { key: 'notes', heading: 'Besonderheiten', code: '16' },
  { key: 'forms', heading: 'Formulare', code: '14' },
  { key: 'furtherInformation', heading: 'Weiterführende Informationen', code: '15' },
  { key: 'appeal', heading: 'Rechtsbehelf', code: '25' },
  { key: 'legalBasis', heading: 'Rechtsgrundlage', code: '07' },
  { key: 'author', heading: 'Urheber', code: '18' },
] as const;
export type ArticleModuleKey = (typeof articleModules)[number]['key'];
const moduleKeys = articleModules.map((module) => module.key);

const modulesSchema = z.partialRecord(z.enum(moduleKeys), z.string().min(1));

const leikaSchema = z
  .string()
  .regex(/^99\d{12}$/, 'LeiKa-Schlüssel: 99 und 12 Ziffern')
  .describe('LeiKa-Schlüssel: 99 und 12 Ziffern');

/** The same article in another language (XZuFi inhalt@languageCode, sprachversion). */
export const translationSchema = z.strictObject({
  /** Never `de`: German is the article itself. */
  language: languageSchema.refine(
    (language) => language !== 'de',
    'Deutsch ist der Artikel selbst',
  ),
  /** XZuFi sprachversion/sprachbezeichnungDeutsch. */
  languageName: z.string().min(1).optional().describe('Name der Sprache auf Deutsch'),
  title: z.string().min(1),
  /** XZuFi 2.3 sprachversion/kennzeichenMaschinelleUebersetzung: `machine` is shown to the agent. */
  method: z.enum(['human', 'machine']).describe('von Menschen (human) oder maschinell (machine)'),
  /** As in the article; none is required. */
  modules: modulesSchema.describe('Textbausteine nach Schlüssel (say, documents, fee …)'),
});
export type Translation = z.infer<typeof translationSchema>;

/** One service (XZuFi leistung, or a spezialisierung laid over it) for one area. */
export const articleSchema = z.strictObject({
  id: idSchema,
  /** LeiKa text module 03, citizens' words; else 02. */
  title: z.string().min(1).describe('Titel in den Worten der Bürger'),
  /** LeiKa text module 02, if it differs from the title. */
  officialTitle: z.string().min(1).optional().describe('amtliche Bezeichnung'),
  /** XZuFi referenzLeiKa or (2.3) referenzLeistungsschluessel; many local services have none. */
  leika: leikaSchema.optional(),
  /** Further keys, where the service has several. */
  otherLeika: z.array(leikaSchema).optional().describe('weitere LeiKa-Schlüssel'),
  /** Same service in another area shares this id; the most local variant is shown first. */
  service: idSchema.describe('gleiche Leistung in anderen Gebieten hat dieselbe Kennung'),
  /** XZuFi gueltigkeitGebietID. */
  area: arsSchema.describe('Gebiet, in dem der Artikel gilt (ARS)'),
  /** XZuFi begriffImKontext: words that citizens use. */
  synonyms: z.array(z.string().min(1)).describe('Suchwörter: wie Bürger danach fragen'),
  /** Responsible offices (ids), first is the transfer target; `responsibilities.json` is stronger. */
  offices: z
    .array(idSchema)
    .describe('Kennungen der Stellen; die erste ist das Ziel zum Verbinden'),
  onlineService: articleOnlineServiceSchema.optional(),
  /** XZuFi weiterfuehrenderLink of all modules. */
  links: z.array(linkSchema).default([]),
  /** XZuFi modulKosten/kosten. */
  costs: z.array(costSchema).optional(),
  /** XZuFi modulFrist/frist. */
  deadlines: z.array(deadlineSchema).optional(),
  /** XZuFi modulBearbeitungsdauer/bearbeitungsdauer. */
  durations: z.array(durationSchema).optional(),
  /** XZuFi gueltigkeit/beginn and ende: first and last day on which the article may be used. */
  validFrom: localDateSchema.optional().describe('gilt ab diesem Tag'),
  validUntil: localDateSchema.optional().describe('gilt bis zu diesem Tag einschließlich'),
  /** XZuFi modulFachlicheFreigabe: fachlichFreigegebenAm and fachlichFreigegebenDurch. */
  approval: z
    .strictObject({ on: localDateSchema.optional(), by: z.string().min(1).optional() })
    .optional()
    .describe('fachliche Freigabe'),
  /** XZuFi modulUrsprungsportal: the page that citizens see. */
  origin: linkSchema.optional().describe('Seite, die Bürger sehen'),
  /** XZuFi herausgeber/bezeichnung, else the sender. */
  source: z.string().min(1).describe('Quelle'),
  /** Stand: day of the last check by the editor; XZuFi versionsinformation/geaendertDatumZeit. */
  updated: localDateSchema.describe('Stand, JJJJ-MM-TT'),
  xzufiId: xzufiIdSchema.optional(),
  translations: z
    .array(translationSchema)
    .optional()
    .describe('derselbe Artikel in anderen Sprachen'),
  /** Markdown per text module. */
  modules: modulesSchema.refine(
    (modules) => modules.say !== undefined,
    'der Abschnitt „Sagen“ fehlt',
  ),
});
export type Article = z.infer<typeof articleSchema>;
