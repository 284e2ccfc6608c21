import { z } from 'zod';
import { ringPictureSchema } from './ring-picture.ts';

const callId = z.strictObject({ callId: z.uuid() });

/** Ring window (small, always on top) ⇄ main; part of the one contract (shared/contract.ts). */
export const ringContract = {
  requests: { getPicture: { input: z.strictObject({}), output: ringPictureSchema } },
  reports: {
    answer: callId,
    decline: callId,
    failed: z.strictObject({ message: z.string().max(4000) }),
  },
  notices: { pictureChanged: ringPictureSchema },
} as const;
