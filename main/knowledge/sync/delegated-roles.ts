import type { Targets } from '@tufjs/models';
import { failure, success, type Result } from '../../../shared/result.ts';
import { areaOfPattern, roleNameSchema } from './format.ts';
import type { SyncFailure } from './sync-failure.ts';

/** A role that signs the part of one area. */
export interface DelegatedPart {
  readonly role: string;
  readonly area: string;
}

/**
 * Delegations in the only shape we use: one role per area, one pattern per role. Anything else could let
 * two roles speak for one area.
 */
export function delegatedRolesOf(
  delegations: Targets['delegations'],
): Result<readonly DelegatedPart[], SyncFailure> {
  const malformed = failure<SyncFailure>({ kind: 'inconsistent', file: 'targets.json' });
  if (delegations === undefined) return success([]);
  if (delegations.succinctRoles !== undefined) return malformed;
  const parts: DelegatedPart[] = [];
  for (const { name, paths } of Object.values(delegations.roles ?? {})) {
    const [pattern] = paths ?? [];
    const area = pattern === undefined ? null : areaOfPattern(pattern);
    if (area === null || paths?.length !== 1 || !roleNameSchema.safeParse(name).success)
      return malformed;
    if (parts.some((part) => part.area === area)) return malformed;
    parts.push({ role: name, area });
  }
  return success(parts);
}
