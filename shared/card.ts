import { z } from 'zod';
import { arsSchema } from './knowledge/area.ts';
import { lineSchema, noticeSchema } from './knowledge/pack.ts';
import { lineSources } from './lines/called-number.ts';

/** Opening state of one office at the moment of the call. Times are local, `HH:MM`. */
export const openingStateSchema = z.strictObject({
  office: z.string(),
  officeName: z.string(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open'), until: z.string() }),
    z.strictObject({
      kind: z.literal('closed'),
      /** Next opening within the coming 14 days; `day` is a local date. */
      opens: z.strictObject({ day: z.iso.date(), today: z.boolean(), from: z.string() }).nullable(),
    }),
    z.strictObject({ kind: z.literal('unknown') }),
  ]),
  note: z.string().nullable(),
  /** Chosen municipality whose office (or whose Amt) it is; null: one of the line's own. */
  municipality: z.string().nullable(),
});
export type OpeningState = z.infer<typeof openingStateSchema>;

/** Why a topic is on the card, the strongest first. */
export const topicReasonSchema = z.discriminatedUnion('kind', [
  /** Pinned by a notice that is valid today. */
  z.strictObject({ kind: z.literal('notice'), title: z.string() }),
  /** The caller has chosen it in the voice menu of the PBX. */
  z.strictObject({ kind: z.literal('menu') }),
  /** What was asked on this line lately, at this desk. */
  z.strictObject({ kind: z.literal('recent'), count: z.int() }),
  /** What was asked on this line lately, in the whole centre. */
  z.strictObject({ kind: z.literal('asked'), count: z.int() }),
  /** The time of the year; `until` is a day, `MM-DD`. */
  z.strictObject({ kind: z.literal('season'), until: z.string() }),
  z.strictObject({ kind: z.literal('line') }),
]);
export type TopicReason = z.infer<typeof topicReasonSchema>;

export const topicSchema = z.strictObject({
  articleId: z.string(),
  title: z.string(),
  reason: topicReasonSchema,
});
export type Topic = z.infer<typeof topicSchema>;

export const cardLineSchema = lineSchema.pick({ id: true, name: true, color: true });
export type CardLine = z.infer<typeof cardLineSchema>;
const cardMunicipalitySchema = z.strictObject({ ars: arsSchema, name: z.string() });

/** Calls on a line in one hour. */
export const hourSchema = z.strictObject({
  /** Local hour, 0 to 23. */
  hour: z.int().min(0).max(23),
  /** That rang at this desk. */
  here: z.int().min(0),
  /** Of the whole centre, as the knowledge pack says; null: not counted yet. */
  centre: z.int().min(0).nullable(),
});
export type HourOfCalls = z.infer<typeof hourSchema>;

/** What an area code that proves nothing may still make the agent ask. */
export const areaCodeTraps = ['hamburg', 'mobile'] as const;

/** Anrufkarte: everything that stands on the screen before the agent answers. */
export const cardSchema = z.strictObject({
  callId: z.uuid(),
  /** null: no source named a known line; `choices` offers all of them and nothing is guessed. */
  line: cardLineSchema.nullable(),
  municipality: cardMunicipalitySchema.nullable(),
  /** Name of the Amt that administers the municipality; null: it has its own administration. */
  administeredBy: z.string().nullable(),
  /** The agent has said that the caller is from elsewhere. */
  outside: z.boolean(),
  source: z.enum(lineSources).nullable(),
  /** false: read from a weak source, or two sources disagree ("Leitung unsicher"). */
  certain: z.boolean(),
  /** What the caller has chosen in the voice menu, as the PBX writes it; `title` null: no article is known by it. */
  menuChoice: z
    .strictObject({ value: z.string().max(200), title: z.string().nullable() })
    .nullable(),
  greeting: z.string().nullable(),
  /** Area used for topics and search: the municipality, else the area of the line. */
  area: arsSchema,
  opening: z.array(openingStateSchema),
  notices: z.array(
    noticeSchema.pick({
      id: true,
      title: true,
      text: true,
      severity: true,
      say: true,
      version: true,
    }),
  ),
  /** Calls on the line in the last hours, the current one last; empty while there is no crisis. */
  hours: z.array(hourSchema).max(24),
  topics: z.array(topicSchema).max(9),
  /** For lines without a municipality (115): a guess, never applied by itself; reason: the area code. */
  suggestion: cardMunicipalitySchema.extend({ reason: z.string() }).nullable(),
  /** Why there is no guess although the number is known; null: nothing to explain. */
  areaCodeTrap: z.enum(areaCodeTraps).nullable(),
  choices: z.array(cardLineSchema),
});
export type Card = z.infer<typeof cardSchema>;

/** An office to which a call can be passed on. */
export const transferTargetSchema = openingStateSchema.omit({ municipality: true }).extend({
  phone: z.string(),
  /** Why it is offered: of the opened article, of the line, of the caller's municipality, or found by its name. */
  reason: z.enum(['article', 'card', 'municipality', 'name']),
});
export type TransferTarget = z.infer<typeof transferTargetSchema>;
