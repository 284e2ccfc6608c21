import { z } from 'zod';
import { localDateSchema } from './basics.ts';

/**
 * Costs, deadlines and durations as XZuFi structures them, for chips and comparisons beside the text of
 * the module. Numbers are decimal text: front matter knows no other, and money is never a float.
 */
const decimalSchema = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, 'Zahl mit Punkt, höchstens zwei Stellen')
  .describe('Betrag mit Punkt, etwa 37.00');
const amountSchema = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,2})?$/, 'Zahl')
  .describe('Anzahl, etwa 14');
const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Währung mit drei Buchstaben')
  .describe('Währung, meist EUR');

/** XZuFi zeiteinheit. */
export const timeUnits = [
  'JAHR',
  'MONAT',
  'WOCHE',
  'TAG',
  'WERKTAG',
  'ARBEITSTAG',
  'STUNDE',
  'MINUTE',
  'SEKUNDE',
] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** What each cost and deadline may have beside its value. */
const common = {
  /** XZuFi typ/code (Kostentyp 001 to 018, Fristtyp 001 to 009); labels are not published with it. */
  typeCode: z.string().min(1).optional().describe('Code aus der Codeliste von XZuFi'),
  /** XZuFi beschreibung of this one entry. */
  text: z.string().min(1).optional().describe('wofür das gilt'),
};

/** XZuFi kosten: fix, frei or variabel. */
export const costSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fixed').describe('fester Betrag'),
    /** XZuFi betrag, its currencyCode an attribute. */
    amount: decimalSchema,
    currency: currencySchema,
    /** XZuFi vorkasse: paid before the office acts. */
    payment: z.literal('inAdvance').optional().describe('inAdvance: Vorkasse'),
    ...common,
  }),
  z.strictObject({
    /** XZuFi beschreibungKostenfreiheit. */
    kind: z.literal('free').describe('kostenfrei'),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('variable').describe('Rahmen'),
    /** XZuFi betragUntergrenze and betragObergrenze. */
    from: decimalSchema.optional(),
    until: decimalSchema.optional(),
    currency: currencySchema,
    payment: z.literal('inAdvance').optional().describe('inAdvance: Vorkasse'),
    ...common,
  }),
]);
export type Cost = z.infer<typeof costSchema>;

const span = {
  /** XZuFi dauer and einheit. */
  amount: amountSchema,
  unit: z.enum(timeUnits).describe('Einheit'),
  /** XZuFi dauerBis and einheitBis. */
  untilAmount: amountSchema.optional(),
  untilUnit: z.enum(timeUnits).optional(),
};

/** XZuFi frist: FristDauer or FristStichtag. */
export const deadlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('period').describe('Zeitraum'), ...span, ...common }),
  z.strictObject({
    kind: z.literal('date').describe('Stichtag'),
    /** XZuFi von and bis. */
    from: localDateSchema.optional(),
    until: localDateSchema.optional(),
    ...common,
  }),
]);
export type Deadline = z.infer<typeof deadlineSchema>;

/** XZuFi bearbeitungsdauer. */
export const durationSchema = z.strictObject({ ...span, text: common.text });
export type Duration = z.infer<typeof durationSchema>;
