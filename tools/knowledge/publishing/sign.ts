import type { Metadata, Root, Targets } from '@tufjs/models';
import type { Signer } from './keys.ts';
import type { Plan, RoleRule } from './plan.ts';
import {
  readPublished,
  readStaged,
  repositoryOf,
  writeStaged,
  type RoleFiles,
} from './repository.ts';

/** What is still missing before a role can be published. */
export interface SigningState {
  readonly role: string;
  readonly version: number;
  readonly signatures: number;
  readonly threshold: number;
}

/**
 * Adds the signatures of these keys to every staged role that they may sign.
 * @returns roles that were signed
 */
export async function signStaged(
  work: string,
  plan: Plan,
  signers: readonly Signer[],
): Promise<readonly string[]> {
  const staged = await readStaged(work);
  const published = await readPublished(repositoryOf(work));
  const signed: string[] = [];
  for (const { role, metadata, keyIds } of signable(staged, plan, published.root)) {
    const own = signers.filter(({ keyId }) => keyIds.includes(keyId));
    for (const signer of own) metadata.sign((bytes) => signer.sign(bytes));
    if (own.length === 0) continue;
    await writeStaged(work, role, metadata);
    signed.push(role);
  }
  return signed;
}

/** How many valid signatures each staged role has. A root counts by its own rule and by the old one's. */
export async function signingStates(work: string, plan: Plan): Promise<readonly SigningState[]> {
  const staged = await readStaged(work);
  const published = await readPublished(repositoryOf(work));
  return signable(staged, plan, published.root).flatMap(({ role, metadata, rule }) => {
    const { version } = metadata.signed;
    const count = (keys: RoleRule['keys']): number =>
      keys.filter((key) => {
        try {
          key.verifySignature(metadata);
          return true;
        } catch {
          return false;
        }
      }).length;
    const states = [{ role, version, signatures: count(rule.keys), threshold: rule.threshold }];
    const old = role === 'root' ? published.root?.signed : undefined;
    const oldRule = old?.roles['root'];
    if (old !== undefined && oldRule !== undefined)
      states.push({
        role: 'root (bisherige Schlüssel)',
        version,
        signatures: count(oldRule.keyIDs.flatMap((id) => old.keys[id] ?? [])),
        threshold: oldRule.threshold,
      });
    return states;
  });
}

interface Signable {
  readonly role: string;
  readonly metadata: Metadata<Root> | Metadata<Targets>;
  readonly rule: RoleRule;
  readonly keyIds: readonly string[];
}

function signable(
  { root, targets, areas }: RoleFiles,
  plan: Plan,
  publishedRoot: Metadata<Root> | null,
): readonly Signable[] {
  const idsOf = ({ keys }: RoleRule): string[] => keys.map(({ keyID }) => keyID);
  const found: Signable[] = [];
  if (root !== null) {
    const old = publishedRoot?.signed.roles['root']?.keyIDs ?? [];
    const rule = plan.roles.root;
    found.push({ role: 'root', metadata: root, rule, keyIds: [...idsOf(rule), ...old] });
  }
  if (targets !== null) {
    const rule = plan.roles.targets;
    found.push({ role: 'targets', metadata: targets, rule, keyIds: idsOf(rule) });
  }
  for (const [role, metadata] of areas) {
    const rule = plan.areas.find((area) => area.role === role);
    if (rule !== undefined) found.push({ role, metadata, rule, keyIds: idsOf(rule) });
  }
  return found;
}
