import { readFile } from 'node:fs/promises';
import type { SyncOrder, SyncProgress, SyncReport } from '../../../shared/knowledge/sync.ts';
import type { CertificatePins } from '../../../shared/security/certificate-pins.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import { accessReason } from '../pack/read-text.ts';
import { expiringSoon } from './expiring.ts';
import { diskFiles } from './files.ts';
import { folderSource } from './folder-source.ts';
import { httpsSource } from './https-source.ts';
import type { KnowledgeSource } from './source.ts';
import { KnowledgeStore } from './store.ts';
import { describeSyncFailure, isRefusal } from './sync-failure.ts';
import { readConfirmedAt, syncFrom } from './sync.ts';

type Failures = SyncReport['failures'];

/**
 * Goes through the sources by priority until one can be taken. A source that is refused does not end the
 * round: the next one may be good, and the refusal is reported all the same.
 */
export async function synchronise(
  order: SyncOrder,
  onProgress: (progress: SyncProgress) => void,
): Promise<SyncReport> {
  const now = new Date();
  const failures: Failures = [];
  let outcome: SyncReport['outcome'] = 'failed';
  let expiring: readonly string[] = [];
  let bytes = 0;
  const trust = await readTrust(order);
  if (!trust.ok) failures.push({ source: order.rootFile, sentence: trust.failure, refused: false });
  for (const place of trust.ok ? order.sources : []) {
    const source = openSource(place, trust.ok ? trust.value.extraCa : null, order.certificatePins);
    const brought = await syncFrom(source, {
      folder: order.store,
      files: diskFiles,
      anchor: trust.ok ? trust.value.anchor : new Uint8Array(),
      now,
      onProgress: ({ done, total }) => {
        onProgress({ done, total });
      },
    });
    source.close();
    bytes += brought.bytes;
    if (brought.result.ok) {
      outcome = brought.result.value;
      expiring = expiringSoon(brought.expiries, now);
      break;
    }
    failures.push({
      source: place.location,
      sentence: describeSyncFailure(brought.result.failure),
      refused: isRefusal(brought.result.failure),
    });
  }
  return { outcome, bytes, failures, expiring: [...expiring], ...(await storedState(order.store)) };
}

/** What is stored now, whatever happened. */
async function storedState(
  folder: string,
): Promise<Pick<SyncReport, 'generation' | 'publishedAt' | 'confirmedAt'>> {
  const store = await KnowledgeStore.open(folder, diskFiles);
  const [newest] = await store.generations();
  const published = newest?.record.published ?? null;
  return {
    generation: newest?.id ?? null,
    publishedAt: published === null ? null : Date.parse(published),
    confirmedAt: await readConfirmedAt(folder, diskFiles),
  };
}

interface Trust {
  readonly anchor: Uint8Array;
  readonly extraCa: string | null;
}

async function readTrust({ rootFile, extraCaFile }: SyncOrder): Promise<Result<Trust, string>> {
  let anchor: Uint8Array;
  try {
    anchor = await readFile(rootFile);
  } catch (error) {
    const reason = `„${rootFile}“ ${accessReason(error)}`;
    return failure(describeSyncFailure({ kind: 'noTrust', reason }));
  }
  try {
    const extraCa = extraCaFile === null ? null : await readFile(extraCaFile, 'utf8');
    return success({ anchor, extraCa });
  } catch {
    // The log has it already: main reads the same file for the registrars.
    return success({ anchor, extraCa: null });
  }
}

function openSource(
  { location, proxy }: SyncOrder['sources'][number],
  extraCa: string | null,
  pins: CertificatePins,
): KnowledgeSource {
  return location.startsWith('https://')
    ? httpsSource(location, extraCa, proxy, pins)
    : folderSource(location);
}
