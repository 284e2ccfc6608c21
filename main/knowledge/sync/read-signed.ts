import type { MetadataKind } from '@tufjs/models';
import { Metadata, type Root, type Snapshot, type Targets, type Timestamp } from '@tufjs/models';
import { failure, success, type Result } from '../../../shared/result.ts';
import type { SyncFailure } from './sync-failure.ts';

interface SignedOf {
  readonly root: Root;
  readonly timestamp: Timestamp;
  readonly snapshot: Snapshot;
  readonly targets: Targets;
}
type JsonObject = Parameters<typeof Metadata.fromJSON>[1];

/** Parses one metadata file; nothing about it is trusted yet. `file` is the name for the failure. */
export function readSigned<Kind extends MetadataKind>(
  kind: Kind,
  bytes: Uint8Array,
  file: string,
): Result<Metadata<SignedOf[Kind]>, SyncFailure> {
  try {
    const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
    if (typeof json !== 'object' || json === null) return failure({ kind: 'damaged', file });
    // fromJSON checks every field and the kind; its overloads cannot take a type parameter.
    const parsed: unknown = Metadata.fromJSON(kind as MetadataKind.Root, json as JsonObject);
    return success(parsed as Metadata<SignedOf[Kind]>);
  } catch {
    return failure({ kind: 'damaged', file });
  }
}
