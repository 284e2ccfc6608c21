import { parse } from 'yaml';
import { z } from 'zod';
import { failure, success, type Result } from '../../shared/result.ts';
import type { UpdateFailure } from '../../shared/updates/update-state.ts';
import { isSigned } from '../signatures/index.ts';

/** A name in the folder of the server: what is signed cannot send a desk elsewhere. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/);
const sha512 = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

/** What electron-builder writes into `latest*.yml`, as far as it is used here. */
const offerSchema = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/),
  files: z
    .array(
      z.object({
        url: fileName,
        sha512,
        size: z.number().int().positive().exactOptional(),
        blockMapSize: z.number().int().positive().exactOptional(),
      }),
    )
    .min(1),
  releaseDate: z.string().default(''),
  /** Share of the desks that may take it, 0 to 100; none: all. */
  stagingPercentage: z.number().min(0).max(100).exactOptional(),
});
type UpdateOffer = z.infer<typeof offerSchema>;

/** What the server offers, after its signature has been checked: nothing unsigned is even read. */
export function readOffer(
  name: string,
  content: string,
  signatures: string | null,
  keys: readonly string[],
): Result<UpdateOffer, UpdateFailure> {
  if (signatures === null || !isSigned('update', name, Buffer.from(content), signatures, keys))
    return failure('unsigned');
  try {
    return success(offerSchema.parse(parse(content, { maxAliasCount: 0 })));
  } catch {
    return failure('unreadable');
  }
}
