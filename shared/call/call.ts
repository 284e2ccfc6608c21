import { z } from 'zod';

/**
 * Picture of one call. The phone process owns the truth; everybody else gets copies.
 *
 * ```
 *  incoming:  ringing ──answerRequested──▶ answering ──established──▶ connected
 *                │                            │                          │
 *  outgoing:  dialling ──provisionalReceived──▶ alerting ──established──▶ │
 *                │                            │                          │
 *                └──────── any ──endRequested──▶ ending ──ended──▶ ended(reason)
 *                                         (remote end: straight to ended)
 * ```
 * Within `connected`: `hold` active → holding → held → resuming → active. **held only after the 2xx**
 * of our re-INVITE; a refused re-INVITE falls back to where it came from.
 *
 * And `transfer`, after RFC 5589:
 * ```
 *  none ──consultationBegun──▶ consulting(consultation) ──consultationEnded──▶ none
 *    │                              │        ▲
 *    └──────transferRequested───────┤        │ transferFailed(reason), consultation still there
 *                                   ▼        │
 *                   transferring: requested → accepted → ringing ──transferFailed(reason)──▶ none
 *                                   ├──transferWithdrawn──▶ none
 *                                   └──ended(transferred)
 * ```
 */
export const callPhases = [
  'ringing',
  'answering',
  'dialling',
  'alerting',
  'connected',
  'ending',
  'ended',
] as const;

export const holdStates = ['active', 'holding', 'held', 'resuming'] as const;

/** How far a transfer is: asked for, taken on by the exchange, ringing at the target. */
export const transferStages = ['requested', 'accepted', 'ringing'] as const;
export type TransferStage = (typeof transferStages)[number];

const transferSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('none') }),
  /** Rückfrage: this call waits while the agent speaks on the call `consultation`. */
  z.strictObject({ phase: z.literal('consulting'), consultation: z.uuid() }),
  z.strictObject({
    phase: z.literal('transferring'),
    stage: z.enum(transferStages),
    /** Where to, as the agent knows it: a name, or else the number. */
    target: z.string().max(128),
    /** The second call that takes this one's place (attended); null: blind, or it is over. */
    consultation: z.uuid().nullable(),
  }),
]);

/** Why a call is over, or a transfer came to nothing. `elsewhere` = another agent took it (RFC 3326 Reason header of the CANCEL). */
export const endReasons = [
  'hungUpHere',
  'hungUpThere',
  'declinedHere',
  'cancelledHere',
  'callerCancelled',
  'answeredElsewhere',
  'busy',
  'declinedThere',
  'noAnswer',
  'notFound',
  'forbidden',
  'unavailable',
  'mediaFailed',
  'microphoneFailed',
  'connectionLost',
  'transferred',
  'failed',
] as const;
export type EndReason = (typeof endReasons)[number];

/** Who calls or is called, as far as the network tells; never used to find the line. */
export const partySchema = z.strictObject({
  /** Number or SIP user as received, normalised to E.164 where possible; null when withheld. */
  number: z.string().max(128).nullable(),
  /** Display name without control characters; plain text, never markup. */
  displayName: z.string().max(128).nullable(),
});
export type Party = z.infer<typeof partySchema>;

export const callSchema = z.strictObject({
  /** Own id, stable for the life of the call; not the SIP Call-ID. */
  id: z.uuid(),
  direction: z.enum(['incoming', 'outgoing']),
  party: partySchema,
  phase: z.enum(callPhases),
  hold: z.enum(holdStates),
  /** An announcement or the far end's own ringback is heard before the answer. */
  earlyMedia: z.boolean(),
  /** The far end put us on hold. */
  heldByRemote: z.boolean(),
  muted: z.boolean(),
  /** The way of the SIP messages; media may go on while it is lost. */
  signalling: z.enum(['up', 'lost']),
  /** Whether voices arrive, as counted in packets; not what anybody says. */
  media: z.enum(['up', 'lost']),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  connectedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  endReason: z.enum(endReasons).nullable(),
  /** A hold or resume that the far end refused; cleared by the next attempt. */
  holdRefused: z.boolean(),
  transfer: transferSchema,
  /** Why the last transfer came to nothing; cleared by the next attempt. */
  transferFailure: z.enum(endReasons).nullable(),
  /** Mixed with the other calls of which the same is true: each hears all. */
  conference: z.boolean(),
  /** Whom the far end asks us to call (REFER), until the agent has decided. */
  referral: z.string().max(128).nullable(),
});
export type Call = z.infer<typeof callSchema>;
export type HoldState = Call['hold'];

/** Facts about one call, in the past tense. */
export type CallEvent =
  | { readonly type: 'answerRequested' }
  | { readonly type: 'provisionalReceived' }
  | { readonly type: 'earlyMediaStarted' }
  | { readonly type: 'established'; readonly at: number }
  | { readonly type: 'holdRequested' }
  | { readonly type: 'holdAccepted' }
  | { readonly type: 'holdRejected' }
  | { readonly type: 'resumeRequested' }
  | { readonly type: 'resumeAccepted' }
  | { readonly type: 'resumeRejected' }
  | { readonly type: 'remoteHeld' }
  | { readonly type: 'remoteResumed' }
  | { readonly type: 'consultationBegun'; readonly consultation: string }
  | { readonly type: 'consultationEnded'; readonly consultation: string }
  | { readonly type: 'transferRequested'; readonly target: string }
  | { readonly type: 'transferProgressed'; readonly stage: TransferStage }
  | { readonly type: 'transferFailed'; readonly reason: EndReason }
  /** The agent has taken the caller back. */
  | { readonly type: 'transferWithdrawn' }
  | { readonly type: 'conferenceJoined' }
  | { readonly type: 'conferenceLeft' }
  | { readonly type: 'referralReceived'; readonly target: string }
  | { readonly type: 'referralSettled' }
  | { readonly type: 'mutedChanged'; readonly muted: boolean }
  | { readonly type: 'partyChanged'; readonly party: Party }
  | { readonly type: 'signallingLost' }
  | { readonly type: 'signallingRestored' }
  | { readonly type: 'mediaLost' }
  | { readonly type: 'mediaRestored' }
  | { readonly type: 'endRequested' }
  | { readonly type: 'ended'; readonly reason: EndReason; readonly at: number };
