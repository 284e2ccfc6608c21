import { z } from 'zod';
import { arsSchema } from './area.ts';
import type { Article } from './pack/article.ts';
import { e164Schema, idSchema, localDateSchema } from './pack/basics.ts';
import type { Office } from './pack/office.ts';
import type { OnlineService, Responsibility } from './pack/responsibility.ts';

export * from './pack/article.ts';
export * from './pack/office.ts';
export * from './pack/responsibility.ts';
export * from './pack/quantities.ts';
export type { Link } from './pack/basics.ts';

/**
 * Content model of a knowledge pack, named after XZuFi where XZuFi has a word.
 * A pack is a folder: `pack.json`, `municipalities.json`, `lines.json`, `offices.json`,
 * `notices.json`, `synonyms.json`, if wanted `online-services.json` and `responsibilities.json`, and
 * `articles/**.md` (YAML front matter + one `##` section per text module). Every schema is strict: a misspelt key is an error, not a silent loss.
 */
/** `pack.json` */
export const packManifestSchema = z.strictObject({
  format: z.literal(1).describe('Fassung dieses Formats'),
  id: idSchema,
  title: z.string().min(1).describe('Name des Pakets, steht im Fenster'),
  /** Content made up for demonstration: shown as such in the window. */
  demonstration: z.boolean().describe('true: das Fenster zeigt „Beispielinhalte“'),
  /** Day the content was put together, local date. */
  issued: localDateSchema.describe('Tag der Zusammenstellung, JJJJ-MM-TT'),
  /** Area that the pack covers. */
  area: arsSchema.describe('Gebiet des Pakets (ARS)'),
  /** Time zone of opening hours and notices. */
  timeZone: z.literal('Europe/Berlin').describe('Zeitzone aller Zeiten'),
});
export type PackManifest = z.infer<typeof packManifestSchema>;

/** Gemeinde, Stadt, Amt or Kreis. */
export const municipalitySchema = z.strictObject({
  ars: arsSchema.describe('Amtlicher Regionalschlüssel, 12 Ziffern'),
  ags: z
    .string()
    .regex(/^\d{5}(\d{3})?$/)
    .optional()
    .describe('Amtlicher Gemeindeschlüssel, 8 Ziffern (Kreis: 5)'),
  name: z.string().min(1),
  kind: z.enum(['kreis', 'amt', 'stadt', 'gemeinde']).describe('Art'),
  /** ARS of the Amt that administers a municipality without an administration of its own. */
  administeredBy: arsSchema.optional().describe('ARS des Amtes, das die Gemeinde verwaltet'),
  postcodes: z.array(z.string().regex(/^\d{5}$/)).describe('Postleitzahlen'),
  /** Usual area codes (Ortsnetzkennzahl, with leading 0); a hint, never a proof. */
  areaCodes: z.array(z.string().regex(/^0\d{1,5}$/)).describe('übliche Vorwahlen, ein Hinweis'),
});
export type Municipality = z.infer<typeof municipalitySchema>;

const monthDaySchema = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** A number that ends in the centre. */
export const lineSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  /** Municipality answered for; null where the number alone does not tell (115). */
  municipality: arsSchema.nullable().describe('Kommune, für die abgenommen wird; null bei der 115'),
  /** Area used for search while no municipality is chosen. */
  area: arsSchema.describe('Gebiet der Suche, solange keine Kommune gewählt ist (ARS)'),
  /** Called numbers in E.164, `115` literally; the first is the one shown. */
  numbers: z.array(e164Schema).min(1).describe('gewählte Rufnummern; die erste wird gezeigt'),
  /** Prefixes that a PBX may put before the caller's display name ("Wedel: 0171…"), without colon. */
  displayPrefixes: z
    .array(z.string().min(1))
    .describe('was die Anlage vor den Namen des Anrufers setzt, ohne Doppelpunkt'),
  /** What the agent says first. */
  greeting: z.string().min(1).describe('Begrüßung'),
  /** Name of a colour of the line palette; always shown together with the name. */
  color: z.enum(['blue', 'green', 'violet', 'orange', 'teal', 'red']).describe('Farbe der Leitung'),
  /** Offices whose opening state is shown on the card, in order. */
  offices: z.array(idSchema).describe('Stellen, deren Öffnung die Karte zeigt'),
  /** Article ids offered on the keys 1 to 9, in order. */
  topics: z.array(idSchema).max(9).describe('Artikel auf den Tasten 1 bis 9'),
  /** Articles that come first in a part of the year, such as Schüler-BAföG in late summer. */
  seasons: z
    .array(
      z.strictObject({
        article: idSchema,
        from: monthDaySchema.describe('erster Tag, MM-TT'),
        until: monthDaySchema.describe('letzter Tag, MM-TT, auch im nächsten Jahr'),
      }),
    )
    .optional()
    .describe('Artikel, die in einem Teil des Jahres vorne stehen'),
  /** What the whole centre was asked lately, as `npm run knowledge -- asked` has counted it. */
  asked: z
    .strictObject({
      until: localDateSchema.describe('letzter gezählter Tag; nach zwei Wochen gilt es nicht mehr'),
      articles: z
        .array(
          z.strictObject({
            article: idSchema,
            count: z.int().min(1).describe('Gespräche, in denen er zuerst geöffnet wurde'),
          }),
        )
        .max(20)
        .describe('der häufigste zuerst'),
    })
    .optional()
    .describe('was im ganzen Haus auf dieser Leitung zuletzt gefragt wurde'),
});
export type Line = z.infer<typeof lineSchema>;

/** An hour as clocks at the centre show it; the hour that is there twice in autumn is counted as one. */
const localHourSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])$/);

/** Dated message for lines or areas. */
export const noticeSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  text: z.string().min(1),
  severity: z.enum(['info', 'warning', 'crisis']).describe('Hinweis, Warnung, Krise'),
  /** Sprachregelung: the exact words to say. */
  say: z.string().min(1).optional().describe('Wortlaut, der gesagt werden soll'),
  /** Which version of the wording, and since when, as people speak of it. */
  version: z
    .string()
    .min(1)
    .optional()
    .describe('Fassung des Wortlauts, z. B. „3 vom 25.11., 14:00“'),
  /** Calls of the whole centre on the lines of the notice, as its publisher has counted them. */
  calls: z
    .array(
      z.strictObject({
        hour: localHourSchema.describe('örtliche Stunde, JJJJ-MM-TTThh'),
        count: z.int().min(0).describe('Anrufe in dieser Stunde'),
      }),
    )
    .max(48)
    .optional()
    .describe('Anrufe im ganzen Haus je Stunde, für das Stundenbild einer Krise'),
  /** Articles that come first while the notice is valid. */
  articles: z.array(idSchema).optional().describe('Artikel, die so lange vorne stehen'),
  /** Line ids; empty means: by area only. */
  lines: z.array(idSchema).describe('Leitungen; leer: nur nach Gebiet'),
  areas: z.array(arsSchema).describe('Gebiete (ARS)'),
  /** First and last day of validity, local dates, both inclusive. */
  from: localDateSchema.describe('erster Tag'),
  until: localDateSchema.describe('letzter Tag, einschließlich'),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Everyday words for a term that articles use: "Perso" → "Personalausweis". */
export const synonymSchema = z.strictObject({
  term: z.string().min(1).describe('Wort, das in Artikeln steht'),
  words: z.array(z.string().min(1)).min(1).describe('wie die Leute dazu sagen'),
});
export type Synonym = z.infer<typeof synonymSchema>;

/** Everything of a pack, in memory. */
export interface KnowledgePack {
  readonly manifest: PackManifest;
  readonly municipalities: readonly Municipality[];
  readonly lines: readonly Line[];
  readonly offices: readonly Office[];
  readonly notices: readonly Notice[];
  readonly synonyms: readonly Synonym[];
  readonly articles: readonly Article[];
  /** `online-services.json`; absent where the pack has no such file. */
  readonly onlineServices?: readonly OnlineService[];
  /** `responsibilities.json`; absent where the pack has no such file. */
  readonly responsibilities?: readonly Responsibility[];
}
