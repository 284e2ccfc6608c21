import type { Problem } from '../../shared/problem.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { settingsInForce } from '../../shared/settings/settings.ts';
import {
  judgeRemotePolicy,
  keepPolicy,
  policyAddress,
  readCachedPolicy,
  type PolicyReading,
  type SignedPolicy,
} from '../settings/index.ts';
import { trustCertificates, type CertificateVerdicts } from '../windows/index.ts';
import { httpRequest } from './http.ts';
import type { Log } from './log.ts';
import type { ProblemBoard } from './problem-board.ts';
import { connectionFailure, wrongPin } from './policy-report.ts';

/** A new desk waits for its settings so long, in milliseconds; without them it would start in practice mode. */
const firstMs = 8_000;
/** Between two looks for a newer policy, in milliseconds. */
const pauseMs = 4 * 3_600_000;
/** More is no policy. */
const maxLength = 1_000_000;

/** Why there is no new policy: the server is away, or what it has is not good. German. */
export interface ProvisioningFailure {
  readonly kind: 'away' | 'refused';
  readonly sentence: string;
}

/**
 * Fetches the policy of an address, and keeps it if it is good and not older than the one that is kept.
 * @returns its number, and whether it is another one than before
 */
export async function fetchPolicy(
  profile: string,
  url: string,
  keys: readonly string[],
  fetched: (address: string) => Promise<Result<string, ProvisioningFailure>>,
): Promise<Result<{ readonly serial: number; readonly changed: boolean }, ProvisioningFailure>> {
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
      const { status, text } = await httpRequest({ url: address, limitMs: firstMs });
      if (status !== 200) return away(`Der Server antwortet mit ${status} auf ${address}.`);
      return text.length > maxLength ? away(`${address} ist zu groß.`) : success(text);
    } catch (error) {
      return away(wrongPin(address, verdicts()) ?? connectionFailure(String(error)));
    }
  };
}

type Board = Pick<ProblemBoard, 'add' | 'remove'>;

export interface Provisioning {
  /** From now on problems go there; the window opens later than the settings are needed. */
  readonly follow: (problems: Board, certificates: CertificateVerdicts) => void;
}

/**
 * Brings the policy from the address that the policy of this machine names. Never fatal: without it the last good
 * one applies, or what the machine has. A new desk waits for it; others fetch beside their work and use it from
 * the next start on.
 */
export async function openProvisioning(
  profile: string,
  { layer }: PolicyReading,
  log: Log,
): Promise<Provisioning | null> {
  const { policyKeys = [] } = layer;
  const policyUrl = policyAddress(layer, profile);
  if (policyUrl === undefined) return null;
  let verdicts = trustCertificates(settingsInForce({}, layer), log);
  const fetched = textFetcher(() => verdicts);
  let current: Problem | null = null;
  let board: Board | null = null;
  const tell = (problem: Problem | null): void => {
    current = problem;
    board?.remove('policyRefused', 'policyNotFetched');
    if (problem !== null) board?.add(problem);
  };
  const known = (): boolean => readCachedPolicy(profile, policyUrl, policyKeys) !== null;
  const look = async (): Promise<void> => {
    const result = await fetchPolicy(profile, policyUrl, policyKeys, fetched);
    if (result.ok) {
      const { serial, changed } = result.value;
      if (changed) log.info('policy', 'fetched, applies from the next start', { serial });
      tell(null);
      return;
    }
    const { kind, sentence } = result.failure;
    log.warn('policy', `not fetched: ${sentence}`);
    // A desk that is not in the house has its last good one, and nothing is wrong with that.
    if (kind === 'refused') tell({ code: 'policyRefused', detail: sentence });
    else if (!known()) tell({ code: 'policyNotFetched', detail: sentence });
  };
  const first = look();
  if (!known()) await first;
  setInterval(() => void look(), pauseMs).unref();
  return {
    follow: (problems, certificates) => {
      board = problems;
      verdicts = certificates;
      tell(current);
    },
  };
}
