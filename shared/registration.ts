import { z } from 'zod';

/** Why the registration at the PBX does not stand. */
export const registrationFailures = [
  'serverUnreachable',
  'certificateUntrusted',
  'certificateOutOfDate',
  'certificateWrongName',
  'certificateWrongPin',
  'wrongPassword',
  'forbidden',
  'notFound',
  'serverError',
  'timeout',
  'connectionLost',
] as const;
export type RegistrationFailure = (typeof registrationFailures)[number];

/**
 * Registration (Anmeldung an der Anlage) as proven by the wire.
 *
 * ```
 *  off ─▶ connecting ─▶ registering ─▶ registered
 *            ▲               │              │
 *            └── waiting ◀───┴──────────────┘   (retry at `retryAt`)
 * ```
 */
export const registrationSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('off') }),
  z.strictObject({ phase: z.literal('connecting'), server: z.string() }),
  z.strictObject({ phase: z.literal('registering'), server: z.string() }),
  z.strictObject({
    phase: z.literal('registered'),
    server: z.string(),
    /** Epoch milliseconds: since when it has stood, of the last 2xx to a REGISTER, of the last answer at all. */
    since: z.number(),
    confirmedAt: z.number(),
    answeredAt: z.number(),
  }),
  z.strictObject({
    phase: z.literal('waiting'),
    server: z.string(),
    failure: z.enum(registrationFailures),
    /** Epoch milliseconds of the next attempt. */
    retryAt: z.number(),
  }),
]);
export type Registration = z.infer<typeof registrationSchema>;

/** Whether nothing has happened between the two but another sign of life. */
export function sameStanding(before: Registration, after: Registration): boolean {
  return (
    before.phase === 'registered' &&
    after.phase === 'registered' &&
    before.since === after.since &&
    before.confirmedAt === after.confirmedAt
  );
}
