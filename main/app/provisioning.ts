import { failure, success, type Result } from '../../shared/result.ts';
import { settingsInForce } from '../../shared/settings/settings.ts';
import {
  judgeRemotePolicy,
  keepPolicy,
  policyAddress,
  readCachedPolicy,
  readManaged,
  type PolicyReading,
  type SignedPolicy,
} from '../settings/index.ts';
import { trustCertificates, type CertificateVerdicts } from '../windows/index.ts';
import { httpRequest } from './http.ts';
import type { Log } from './log.ts';
import { connectionFailure, wrongPin } from './policy-report.ts';
import {
  watchPolicy,
  type FetchedPolicy,
  type PolicyBoard,
  type ProvisioningFailure,
} from './policy-watch.ts';

/** For each of the two files, in milliseconds. */
const limitMs = 8_000;
/** More is no policy. */
const maxLength = 1_000_000;

/**
 * Fetches the policy of an address, and keeps it if it is good and not older than the one that is kept.
 * @returns its number, and whether it is another one than before
 */
export async function fetchPolicy(
  profile: string,
  url: string,
  keys: readonly string[],
  fetched: (address: string) => Promise<Result<string, ProvisioningFailure>>,
): Promise<Result<FetchedPolicy, ProvisioningFailure>> {
  const content = await fetched(url);
  if (!content.ok) return content;
  const signatures = await fetched(`${url}.sig`);
  if (!signatures.ok) return signatures;
  const signed: SignedPolicy = { url, content: content.value, signatures: signatures.value };
  const judged = judgeRemotePolicy(signed, keys);
  if (!judged.ok) return failure({ kind: 'refused', sentence: judged.failure });
  const { serial } = judged.value;
  const kept = readCachedPolicy(profile, url, keys)?.serial ?? 0;
  if (serial < kept)
    return failure({
      kind: 'refused',
      sentence: `Die Vorgaben tragen die Nummer ${serial}; dieser Platz hat schon Nummer ${kept}.`,
    });
  try {
    if (serial > kept) keepPolicy(profile, signed);
  } catch (error) {
    return failure({
      kind: 'refused',
      sentence: `Das Profil ist nicht beschreibbar (${String(error)}).`,
    });
  }
  return success({ serial, changed: serial > kept });
}

/** Reads a text by Chromium's network, with the authorities and pins of the machine's own policy. */
export function textFetcher(
  verdicts: () => CertificateVerdicts,
): (address: string) => Promise<Result<string, ProvisioningFailure>> {
  return async (address) => {
    const away = (sentence: string) => failure({ kind: 'away' as const, sentence });
    try {
      const { status, text } = await httpRequest({ url: address, limitMs });
      if (status !== 200) return away(`Der Server antwortet mit ${status} auf ${address}.`);
      return text.length > maxLength ? away(`${address} ist zu groß.`) : success(text);
    } catch (error) {
      return away(wrongPin(address, verdicts()) ?? connectionFailure(String(error)));
    }
  };
}

export interface Provisioning {
  /** From now on problems go there; the window opens later than the settings are needed. */
  readonly follow: (board: PolicyBoard, certificates: CertificateVerdicts) => void;
}

/**
 * Brings the policy from the address that the policy of this machine names. Never fatal: without it the last good
 * one applies, or what the machine has. A new desk waits a moment for it; others fetch beside their work.
 */
export async function openProvisioning(
  profile: string,
  machine: PolicyReading,
  log: Log,
): Promise<Provisioning | null> {
  const { layer } = machine;
  const { policyKeys = [] } = layer;
  const policyUrl = policyAddress(layer, profile);
  if (policyUrl === undefined) return null;
  let verdicts = trustCertificates(settingsInForce({}, layer), log);
  const fetched = textFetcher(() => verdicts);
  const watch = await watchPolicy({
    fetch: () => fetchPolicy(profile, policyUrl, policyKeys, fetched),
    known: () => readCachedPolicy(profile, policyUrl, policyKeys) !== null,
    atNextStart: () => JSON.stringify(readManaged(machine, profile).layer),
    log,
    random: Math.random,
  });
  return {
    follow: (board, certificates) => {
      verdicts = certificates;
      watch.follow(board);
    },
  };
}
