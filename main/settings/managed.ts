import type { PolicyReading } from './policy.ts';
import { policyAddress, readCachedPolicy } from './remote-policy.ts';

/**
 * Everything that is managed: the policy of this machine, over the last good one that was fetched from its
 * `policyUrl`, key by key. Who manages the machine can so hold single values, and always address and keys.
 * @param local policy of this machine (`readPolicy`; on Windows it starts a program, so it is read once)
 * @param profile folder with the fetched policy
 */
export function readManaged(local: PolicyReading, profile: string): PolicyReading {
  const { policyKeys = [] } = local.layer;
  const policyUrl = policyAddress(local.layer, profile);
  const fetched = policyUrl === undefined ? null : readCachedPolicy(profile, policyUrl, policyKeys);
  if (policyUrl === undefined || fetched === null) return local;
  return {
    source: `${local.source}, ${policyUrl} (Nummer ${fetched.serial})`,
    layer: { ...fetched.layer, ...local.layer },
    wrong: [...local.wrong, ...fetched.wrong],
  };
}
