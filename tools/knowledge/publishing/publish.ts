import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MetaFile, Metadata, Snapshot, Timestamp, type Root, type Targets } from '@tufjs/models';
import { diskFiles } from '../../../main/knowledge/sync/files.ts';
import { sha256 } from '../../../main/knowledge/sync/format.ts';
import { folderSource } from '../../../main/knowledge/sync/folder-source.ts';
import type { KnowledgeSource } from '../../../main/knowledge/sync/source.ts';
import { describeSyncFailure } from '../../../main/knowledge/sync/sync-failure.ts';
import { syncFrom, type SourceOutcome } from '../../../main/knowledge/sync/sync.ts';
import { success } from '../../../shared/result.ts';
import { ToolError } from '../../setup/tool-error.ts';
import type { Signer } from './keys.ts';
import type { Plan } from './plan.ts';
import {
  bytesOf,
  clearStaged,
  readPublished,
  readStaged,
  repositoryOf,
  writeAside,
} from './repository.ts';
import { signingStates } from './sign.ts';
import { endsSoon, inDays, specVersion } from './stage.ts';

/** What was published. */
export interface Publication {
  readonly roles: readonly string[];
  readonly snapshot: number;
  readonly timestamp: number;
  readonly outcome: SourceOutcome;
}

/**
 * Takes the staged roles into the repository, lists them in a new snapshot and confirms it with a new
 * timestamp. With nothing staged only the timestamp moves. Before the timestamp is written, the very
 * client that runs on the desks has to accept the result.
 * @throws ToolError if signatures are missing or the client would refuse it; the old state stays published
 */
export async function publishStaged(
  work: string,
  plan: Plan,
  signers: readonly Signer[],
  now: Date,
): Promise<Publication> {
  const lacking = (await signingStates(work, plan)).filter(
    ({ signatures, threshold }) => signatures < threshold,
  );
  if (lacking.length > 0)
    throw new ToolError(
      lacking
        .map((one) => `${one.role}: ${one.signatures} von ${one.threshold} Unterschriften`)
        .join('\n'),
      1,
    );
  const repository = repositoryOf(work);
  const published = await readPublished(repository);
  const staged = await readStaged(work);
  const root = staged.root ?? published.root;
  if (root === null || (staged.targets ?? published.targets) === null)
    throw new ToolError('Es ist noch nichts gebaut: zuerst „build“ und „sign“ aufrufen.', 1);

  const taken = [
    ...(staged.targets === null ? [] : [['targets', staged.targets] as const]),
    ...staged.areas,
  ];
  const add = (version: number, role: string, bytes: Uint8Array): Promise<void> =>
    writeAside(join(repository, 'metadata', `${version}.${role}.json`), bytes);
  if (staged.root !== null) await add(staged.root.signed.version, 'root', bytesOf(staged.root));
  for (const [role, metadata] of taken) await add(metadata.signed.version, role, bytesOf(metadata));

  const snapshot = nextSnapshot(published.snapshot, taken, root, plan, now);
  sign(snapshot, 'snapshot', plan, signers);
  const snapshotBytes = bytesOf(snapshot);
  await add(snapshot.signed.version, 'snapshot', snapshotBytes);
  const timestamp = new Metadata(
    new Timestamp({
      specVersion,
      version: (published.timestamp?.signed.version ?? 0) + 1,
      expires: inDays(now, plan.roles.timestamp.days),
      snapshotMeta: metaOf(snapshot.signed.version, snapshotBytes),
    }),
  );
  sign(timestamp, 'timestamp', plan, signers);
  const timestampBytes = bytesOf(timestamp);
  const outcome = await asClient(repository, timestampBytes, now);
  if (!outcome.result.ok)
    throw new ToolError(
      `Nicht veröffentlicht, ein Arbeitsplatz würde es ablehnen: ${describeSyncFailure(outcome.result.failure)}`,
      1,
    );
  await writeAside(join(repository, 'metadata', 'timestamp.json'), timestampBytes);
  await clearStaged(work);
  return {
    roles: [...(staged.root === null ? [] : ['root']), ...taken.map(([role]) => role)],
    snapshot: snapshot.signed.version,
    timestamp: timestamp.signed.version,
    outcome,
  };
}

/** The published snapshot again, if nothing changed and it is good for a while. */
function nextSnapshot(
  before: Metadata<Snapshot> | null,
  taken: readonly (readonly [string, Metadata<Targets>])[],
  root: Metadata<Root>,
  plan: Plan,
  now: Date,
): Metadata<Snapshot> {
  const { days } = plan.roles.snapshot;
  if (before !== null && taken.length === 0 && !endsSoon(before.signed.expires, days, now)) {
    try {
      root.verifyDelegate('snapshot', before);
      return before;
    } catch {
      // Its key was replaced.
    }
  }
  // A role that was listed once stays listed (TUF specification 5.5.5), also when its town has left.
  const meta = { ...before?.signed.meta };
  for (const [role, metadata] of taken)
    meta[`${role}.json`] = metaOf(metadata.signed.version, bytesOf(metadata));
  const unchanged = taken.length === 0 ? before?.signed.unrecognizedFields['published'] : undefined;
  return new Metadata(
    new Snapshot({
      specVersion,
      version: (before?.signed.version ?? 0) + 1,
      expires: inDays(now, days),
      meta,
      unrecognizedFields: { published: unchanged ?? inDays(now, 0) },
    }),
  );
}

function metaOf(version: number, bytes: Uint8Array): MetaFile {
  return new MetaFile({ version, length: bytes.byteLength, hashes: { sha256: sha256(bytes) } });
}

function sign(
  metadata: Metadata<Snapshot> | Metadata<Timestamp>,
  role: 'snapshot' | 'timestamp',
  plan: Plan,
  signers: readonly Signer[],
): void {
  const allowed = plan.roles[role].keys.map(({ keyID }) => keyID);
  for (const signer of signers)
    if (allowed.includes(signer.keyId)) metadata.sign((bytes) => signer.sign(bytes));
  const valid = allowed.filter((id) => id in metadata.signatures).length;
  if (valid < plan.roles[role].threshold)
    throw new ToolError(
      `${role}: ${valid} von ${plan.roles[role].threshold} Unterschriften; die Schlüssel mit --key angeben.`,
      1,
    );
}

/** Synchronises a desk that has nothing yet, from the repository with another timestamp. */
async function asClient(
  repository: string,
  timestamp: Uint8Array,
  now: Date,
): Promise<SourceOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-publish-'));
  const disk = folderSource(repository);
  const source: KnowledgeSource = {
    ...disk,
    read: (file, limit, etag) =>
      file === 'metadata/timestamp.json'
        ? Promise.resolve(success({ kind: 'bytes', bytes: timestamp, etag: null }))
        : disk.read(file, limit, etag),
  };
  try {
    const anchor = await readFile(join(repository, 'metadata', '1.root.json'));
    const ports = { folder, files: diskFiles, anchor, now, onProgress: () => undefined };
    return await syncFrom(source, ports);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
