import { z } from 'zod';
import { settingsSchema } from './settings/settings.ts';

/** How the phone reaches the PBX; the password crosses to the phone process only. */
export const connectionSchema = z.strictObject({
  registrars: z.array(z.url({ protocol: /^wss?$/ })).min(1),
  domain: z.string(),
  user: z.string(),
  authorizationUser: z.string(),
  displayName: z.string(),
  password: z.string(),
  /** Stable per machine and user so that an old binding is replaced (RFC 5626 +sip.instance). */
  instanceId: z.uuid(),
  dialedNumberHeader: z.string(),
  /** Absent: no voice menu tells a topic. */
  topicHeader: z.string().optional(),
  dtmf: z.enum(['rfc4733', 'info']),
  blindTransfer: settingsSchema.shape.blindTransfer,
  /** Number of the exchange's conference room; null: conferences are mixed in the phone. */
  conferenceRoom: z.string().nullable(),
  incomingRefer: settingsSchema.shape.incomingRefer,
});
export type Connection = z.infer<typeof connectionSchema>;
