import { z } from 'zod';
import { partySchema } from '../call/call.ts';
import { cardLineSchema, type Card } from '../card.ts';
import type { DeskState } from '../contract.ts';
import { settingsSchema } from '../settings/settings.ts';

/** What the ring window shows: who rings on which line, and nothing else of the desk. */
export const ringPictureSchema = z.strictObject({
  language: settingsSchema.shape.language,
  theme: settingsSchema.shape.theme,
  /** null: nothing rings. */
  ringing: z
    .strictObject({
      callId: z.uuid(),
      /** null: no source named a known line. */
      line: cardLineSchema.nullable(),
      /** Name; null on lines for all municipalities. */
      municipality: z.string().nullable(),
      party: partySchema,
      /** How many calls ring besides this one. */
      more: z.int().min(0),
    })
    .nullable(),
});
export type RingPicture = z.infer<typeof ringPictureSchema>;

/** The call that rings longest, as Enter on the desk would answer it. */
export function ringPicture({
  calls,
  cards,
  settings: { language, theme },
}: Pick<DeskState, 'calls' | 'cards' | 'settings'>): RingPicture {
  const ringing = calls.filter(({ phase }) => phase === 'ringing');
  const [first] = ringing;
  if (first === undefined) return { language, theme, ringing: null };
  const card: Card | undefined = cards.find(({ callId }) => callId === first.id);
  return {
    language,
    theme,
    ringing: {
      callId: first.id,
      line: card?.line ?? null,
      municipality: card?.municipality?.name ?? null,
      party: first.party,
      more: ringing.length - 1,
    },
  };
}
