import { z } from 'zod';

/**
 * Raw header values of an INVITE from which the dialled number can be read, as the phone process hands
 * them over. Bounded, because a stranger writes them: at most 20 values of 4096 characters a header,
 * room for a long History-Info.
 */
const headerValues = z.array(z.string().max(4096)).max(20);
export const calledNumberHeadersSchema = z.strictObject({
  requestUri: z.string().max(4096),
  to: z.string().max(4096).nullable(),
  from: z.string().max(4096).nullable(),
  /** Values of the configured header (X-Dialed-Number). */
  dialedNumber: headerValues,
  pCalledPartyId: headerValues,
  historyInfo: headerValues,
  diversion: headerValues,
  /** What the caller has chosen in the voice menu of the PBX; says nothing about the line. */
  topic: z.string().max(200).optional(),
});
export type CalledNumberHeaders = z.infer<typeof calledNumberHeadersSchema>;

/** Where the line was read from, in the order of trust. */
export const lineSources = [
  'X-Dialed-Number',
  'To',
  'P-Called-Party-ID',
  'History-Info',
  'Diversion',
  'Request-URI',
  'Display-Name',
  'agent',
] as const;
export type LineSource = (typeof lineSources)[number];
