import { z } from 'zod';

/** How the person sits at this machine; through a remote session, sound takes another way. */
export const sessionKinds = ['local', 'rdp', 'citrix', 'remote', 'unknown'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** Whether sound goes over the network to where the person sits before it is heard. */
export const isRemote = (kind: SessionKind): boolean =>
  kind === 'rdp' || kind === 'citrix' || kind === 'remote';

/** What a help desk asks for first and the desk does not know anyway; no numbers, no names. */
export const healthSchema = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  system: z.string(),
  session: z.enum(sessionKinds),
  keyStore: z.boolean(),
  policy: z.strictObject({
    /** File or registry key. */
    source: z.string(),
    keys: z.number(),
    wrong: z.number(),
  }),
  /** When the last SIP message came in, epoch milliseconds; null: none since the start. */
  lastMessageAt: z.number().nullable(),
});
export type Health = z.infer<typeof healthSchema>;

/** What became of a diagnosis package that an agent wanted to save. */
export const packageOutcomeSchema = z.strictObject({
  outcome: z.enum(['saved', 'cancelled', 'failed']),
});

/** A SIP trace switches itself off after so long, in milliseconds. */
export const traceMs = 10 * 60_000;

/** What the phone knows of itself, for a help desk. */
export const phoneDescriptionSchema = z.strictObject({
  lastMessageAt: z.number().nullable(),
  /** Kinds of ICE candidates that this machine gathers, without addresses. */
  candidates: z.array(z.string().max(100)).max(100),
});
export type PhoneDescription = z.infer<typeof phoneDescriptionSchema>;

/** One SIP message of a trace, redacted in the phone. */
export const tracedMessageSchema = z.strictObject({
  at: z.number(),
  direction: z.enum(['in', 'out']),
  text: z.string().max(20_000),
});
export type TracedMessage = z.infer<typeof tracedMessageSchema>;
