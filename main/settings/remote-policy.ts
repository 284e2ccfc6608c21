import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failure, success, type Result } from '../../shared/result.ts';
import type { SettingsLayer } from '../../shared/settings/settings.ts';
import { writeKept } from '../files/index.ts';
import { isSigned } from '../signatures/index.ts';
import { judgePolicy, type JudgedPolicy } from './judge-policy.ts';
import { withoutMark } from './policy-file.ts';
import { withoutRelativePaths } from './policy-paths.ts';

/** A policy as it came from a web server: text and text of its `.sig` file. */
const signedPolicySchema = z.strictObject({
  url: z.string(),
  content: z.string(),
  signatures: z.string(),
});
export type SignedPolicy = z.infer<typeof signedPolicySchema>;

/** A policy that has been checked. */
export interface RemotePolicy extends JudgedPolicy {
  /** Number of the publication (`$serial`); a lower one than was seen is an old copy. */
  readonly serial: number;
}

const serialSchema = z.looseObject({ $serial: z.number().int().positive() });

/**
 * Checks who has signed, then what it says. Single wrong values are left out as in a policy file (decision 0061).
 * @returns German sentence why nothing of it can be used
 */
export function judgeRemotePolicy(
  { url, content, signatures }: SignedPolicy,
  keys: readonly string[],
): Result<RemotePolicy, string> {
  const name = fileNameOf(url);
  if (keys.length === 0) return failure('policyKeys nennt keinen Schlüssel.');
  if (!isSigned('policy', name, Buffer.from(content), signatures, keys))
    return failure(
      `${name} ist nicht von einem Schlüssel aus policyKeys unterschrieben, oder wurde danach verändert.`,
    );
  let values: unknown;
  try {
    values = JSON.parse(withoutMark(content));
  } catch {
    return failure(`${name} ist kein lesbares JSON.`);
  }
  const serial = serialSchema.safeParse(values);
  if (!serial.success)
    return failure(`${name} hat keine Nummer: „$serial“ muss eine ganze Zahl ab 1 sein.`);
  const judged = withoutRelativePaths(judgePolicy(values, url), url);
  return success({ serial: serial.data.$serial, ...judged });
}

/** Last part of the address; the name that was signed. */
export function fileNameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}

const cacheOf = (profile: string): string => join(profile, 'remote-policy.json');

/** Last good policy of this address; checked anew, because a profile can be written by others. null: none. */
export function readCachedPolicy(
  profile: string,
  url: string,
  keys: readonly string[],
): RemotePolicy | null {
  try {
    const kept = signedPolicySchema.parse(JSON.parse(readFileSync(cacheOf(profile), 'utf8')));
    if (kept.url !== url) return null;
    const judged = judgeRemotePolicy(kept, keys);
    return judged.ok ? judged.value : null;
  } catch {
    return null; // none yet, or damaged: it is fetched again
  }
}

/** Keeps a good policy for the next start. @throws when the disk does not take it */
export function keepPolicy(profile: string, signed: SignedPolicy): void {
  writeKept(cacheOf(profile), signed);
}

const addressSchema = z.strictObject({ url: z.url({ protocol: /^https$/ }) });
const addressFileOf = (profile: string): string => join(profile, 'policy-address.json');

/**
 * Where this desk fetches its policy from: what the machine names, else what a link has brought, as long as the
 * machine allows links.
 * @param machine policy of this machine
 */
export function policyAddress(machine: SettingsLayer, profile: string): string | undefined {
  if (machine.policyUrl !== undefined || machine.provisioningLinks !== true)
    return machine.policyUrl;
  try {
    return addressSchema.parse(JSON.parse(readFileSync(addressFileOf(profile), 'utf8'))).url;
  } catch {
    return undefined; // no link yet
  }
}

/** Keeps the address that a link has brought. @throws when the disk does not take it */
export function keepPolicyAddress(profile: string, url: string): void {
  writeKept(addressFileOf(profile), { url });
}
