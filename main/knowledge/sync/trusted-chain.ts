import type { Metadata } from '@tufjs/models';
import {
  MetadataKind,
  type MetaFile,
  type Root,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models';
import { failure, success, type Result } from '../../../shared/result.ts';
import { delegatedRolesOf, type DelegatedPart } from './delegated-roles.ts';
import { sha256 } from './format.ts';
import { readSigned } from './read-signed.ts';
import type { SyncFailure } from './sync-failure.ts';

type Step<Value = void> = Result<Value, SyncFailure>;
type AnySigned = Root | Snapshot | Targets | Timestamp;

/** When a role's signature ends (ISO 8601). */
export interface Expiry {
  readonly role: string;
  readonly expires: string;
}

/**
 * The checks of the TUF client workflow (TUF specification 1.0.31, 5.3 to 5.6), without a file, a socket
 * or a clock: bytes in, verdict out. A step that fails changes nothing. Built on @tufjs/models, which does
 * parsing, canonical form, signatures and thresholds.
 */
export class TrustedChain {
  readonly #now: Date;
  #root: Metadata<Root>;
  #timestamp: Metadata<Timestamp> | null = null;
  #snapshot: Metadata<Snapshot> | null = null;
  #targets: Metadata<Targets> | null = null;
  readonly #roles = new Map<string, Metadata<Targets>>();

  private constructor(root: Metadata<Root>, now: Date) {
    this.#root = root;
    this.#now = now;
  }

  /** @param rootBytes a root that is trusted already (5.2); may be expired, its successors may not */
  static start(rootBytes: Uint8Array, now: Date): Step<TrustedChain> {
    const root = readSigned(MetadataKind.Root, rootBytes, 'root.json');
    if (!root.ok) return root;
    const signed = verify(root.value, 'root', root.value);
    return signed.ok ? success(new TrustedChain(root.value, now)) : signed;
  }

  get rootVersion(): number {
    return this.#root.signed.version;
  }

  /** 5.3.4 to 5.3.7: signed by the old and by the new threshold, version exactly one higher. */
  updateRoot(bytes: Uint8Array): Step {
    const root = readSigned(MetadataKind.Root, bytes, 'root.json');
    if (!root.ok) return root;
    const known = this.rootVersion;
    const offered = root.value.signed.version;
    const byOld = verify(this.#root, 'root', root.value);
    if (!byOld.ok) return byOld;
    if (offered <= known) return failure({ kind: 'older', role: 'root', known, offered });
    if (offered !== known + 1) return failure({ kind: 'inconsistent', file: 'root.json' });
    const byItself = verify(root.value, 'root', root.value);
    if (!byItself.ok) return byItself;
    if (!root.value.signed.consistentSnapshot)
      return failure({ kind: 'inconsistent', file: 'root.json' });
    this.#root = root.value;
    return success(undefined);
  }

  /** 5.3.10: the last root must not be expired. */
  finishRoot(): Step {
    return this.#unexpired('root', this.#root.signed);
  }

  /**
   * 5.4.2 to 5.4.4.
   * @param known the timestamp trusted before; one whose keys were replaced since no longer counts (5.3.11)
   */
  updateTimestamp(bytes: Uint8Array, known: Uint8Array | null): Step {
    const read = readSigned(MetadataKind.Timestamp, bytes, 'timestamp.json');
    if (!read.ok) return read;
    const signed = verify(this.#root, 'timestamp', read.value);
    if (!signed.ok) return signed;
    const before =
      known === null ? null : this.#stillTrusted(MetadataKind.Timestamp, known, 'timestamp');
    if (before !== null) {
      const newer = notOlder('timestamp', before.signed.version, read.value.signed.version);
      if (!newer.ok) return newer;
      const snapshots = notOlder(
        'snapshot',
        before.signed.snapshotMeta.version,
        read.value.signed.snapshotMeta.version,
      );
      if (!snapshots.ok) return snapshots;
    }
    const fresh = this.#unexpired('timestamp', read.value.signed);
    if (!fresh.ok) return fresh;
    this.#timestamp = read.value;
    return success(undefined);
  }

  /** Version that the timestamp names (5.5.1). */
  get snapshotVersion(): number {
    return this.#timestamp?.signed.snapshotMeta.version ?? 0;
  }

  /** 5.5.2 to 5.5.6; `known` as in `updateTimestamp`. */
  updateSnapshot(bytes: Uint8Array, known: Uint8Array | null): Step {
    const meta = this.#timestamp?.signed.snapshotMeta;
    if (meta === undefined) return failure({ kind: 'missing', file: 'timestamp.json' });
    const whole = matches(meta, bytes, 'snapshot.json');
    if (!whole.ok) return whole;
    const read = readSigned(MetadataKind.Snapshot, bytes, 'snapshot.json');
    if (!read.ok) return read;
    const signed = verify(this.#root, 'snapshot', read.value);
    if (!signed.ok) return signed;
    if (read.value.signed.version !== meta.version)
      return failure({ kind: 'inconsistent', file: 'snapshot.json' });
    const before =
      known === null ? null : this.#stillTrusted(MetadataKind.Snapshot, known, 'snapshot');
    for (const [file, { version }] of Object.entries(before?.signed.meta ?? {})) {
      const offered = read.value.signed.meta[file]?.version;
      if (offered === undefined) return failure({ kind: 'inconsistent', file: 'snapshot.json' });
      const newer = notOlder(file.replace(/\.json$/, ''), version, offered);
      if (!newer.ok) return newer;
    }
    const fresh = this.#unexpired('snapshot', read.value.signed);
    if (!fresh.ok) return fresh;
    this.#snapshot = read.value;
    return success(undefined);
  }

  /** Version of a role's file as the snapshot names it; null: the snapshot does not know the role. */
  versionOf(role: string): number | null {
    return this.#snapshot?.signed.meta[`${role}.json`]?.version ?? null;
  }

  /** When the content was put together; the publishing tools write it, null with other tools. */
  get published(): string | null {
    const published = this.#snapshot?.signed.unrecognizedFields['published'];
    return typeof published === 'string' ? published : null;
  }

  /** 5.6.2 to 5.6.5 for the top level and, after it, for each role it delegates to. */
  updateTargets(role: string, bytes: Uint8Array): Step {
    const file = `${role}.json`;
    const meta = this.#snapshot?.signed.meta[file];
    if (meta === undefined) return failure({ kind: 'inconsistent', file: 'snapshot.json' });
    const whole = matches(meta, bytes, file);
    if (!whole.ok) return whole;
    const read = readSigned(MetadataKind.Targets, bytes, file);
    if (!read.ok) return read;
    const signed = verify(role === 'targets' ? this.#root : this.#targets, role, read.value);
    if (!signed.ok) return signed;
    if (read.value.signed.version !== meta.version) return failure({ kind: 'inconsistent', file });
    const fresh = this.#unexpired(role, read.value.signed);
    if (!fresh.ok) return fresh;
    if (role === 'targets') this.#targets = read.value;
    else this.#roles.set(role, read.value);
    return success(undefined);
  }

  /** The parts that the county has delegated, in its order. */
  delegatedParts(): Step<readonly DelegatedPart[]> {
    return delegatedRolesOf(this.#targets?.signed.delegations);
  }

  /** Targets of a role that was admitted. */
  targetsOf(role: string): Targets['targets'] {
    return (role === 'targets' ? this.#targets : this.#roles.get(role))?.signed.targets ?? {};
  }

  /** A delegated role must not delegate further: nobody could say who speaks for an area. */
  delegates(role: string): boolean {
    return this.#roles.get(role)?.signed.delegations !== undefined;
  }

  /** All expiry dates, the earliest first. */
  expiries(): readonly Expiry[] {
    const named: readonly (readonly [string, Metadata<AnySigned> | null])[] = [
      ['root', this.#root],
      ['timestamp', this.#timestamp],
      ['snapshot', this.#snapshot],
      ['targets', this.#targets],
      ...this.#roles,
    ];
    return named
      .flatMap(([role, metadata]) =>
        metadata === null ? [] : [{ role, expires: metadata.signed.expires }],
      )
      .sort((one, other) => Date.parse(one.expires) - Date.parse(other.expires));
  }

  #unexpired(role: string, signed: AnySigned): Step {
    return signed.isExpired(this.#now)
      ? failure({ kind: 'expired', role, since: signed.expires })
      : success(undefined);
  }

  #stillTrusted(
    kind: MetadataKind.Timestamp,
    bytes: Uint8Array,
    role: string,
  ): Metadata<Timestamp> | null;
  #stillTrusted(
    kind: MetadataKind.Snapshot,
    bytes: Uint8Array,
    role: string,
  ): Metadata<Snapshot> | null;
  #stillTrusted(
    kind: MetadataKind.Timestamp | MetadataKind.Snapshot,
    bytes: Uint8Array,
    role: string,
  ) {
    const read =
      kind === MetadataKind.Timestamp
        ? readSigned(kind, bytes, `${role}.json`)
        : readSigned(kind, bytes, `${role}.json`);
    return read.ok && verify(this.#root, role, read.value).ok ? read.value : null;
  }
}

function verify(
  delegator: Metadata<Root> | Metadata<Targets> | null,
  role: string,
  metadata: Metadata<AnySigned>,
): Step {
  try {
    if (delegator === null) return failure({ kind: 'inconsistent', file: `${role}.json` });
    delegator.verifyDelegate(role, metadata);
    return success(undefined);
  } catch {
    return failure({ kind: 'unsigned', role });
  }
}

function notOlder(role: string, known: number, offered: number): Step {
  return offered < known ? failure({ kind: 'older', role, known, offered }) : success(undefined);
}

/** Our publishing tools always write SHA-256; without a hash the signature still decides. */
function matches(meta: MetaFile, bytes: Uint8Array, file: string): Step {
  const length = meta.length ?? bytes.byteLength;
  const hash = meta.hashes?.['sha256'];
  return length === bytes.byteLength && (hash === undefined || hash === sha256(bytes))
    ? success(undefined)
    : failure({ kind: 'damaged', file });
}
