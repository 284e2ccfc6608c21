import { failure, success, type Result } from '../../../shared/result.ts';
import {
  indexPath,
  maxBlobBytes,
  maxMetadataBytes,
  type BlobRef,
  type PartArea,
} from './format.ts';
import type { KnowledgeSource } from './source.ts';
import type { SyncFailure } from './sync-failure.ts';
import { TrustedChain, type Expiry } from './trusted-chain.ts';

/** One signed part of the pack: the county's base or one area. */
export interface SignedPart {
  readonly area: PartArea;
  readonly index: BlobRef;
}

export interface VerifiedMetadata {
  /** Files as they are kept: `root.json`, `timestamp.json`, … */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly parts: readonly SignedPart[];
  readonly published: string | null;
  readonly expiries: readonly Expiry[];
  /** Version for the next conditional request of `timestamp.json`. */
  readonly etag: string | null;
  /** Bytes of metadata that came from the source. */
  readonly bytes: number;
}

/** Roots that may follow on each other in one update; more is an attack on our patience (5.3.3). */
const maxRootRotations = 64;

/**
 * TUF client workflow, 5.3 to 5.6: brings the metadata up to date and verifies every role, also those
 * that do not change. Nothing is written.
 * @param stored files of the generation in use, or only `root.json` at the first time
 */
export async function updateMetadata(
  source: KnowledgeSource,
  stored: ReadonlyMap<string, Uint8Array>,
  now: Date,
  etag: string | null,
): Promise<Result<VerifiedMetadata, SyncFailure>> {
  const update = new Update(source, stored, etag);
  const rootBytes = stored.get('root.json');
  if (rootBytes === undefined) return failure({ kind: 'noTrust', reason: 'sie fehlt' });
  const started = TrustedChain.start(rootBytes, now);
  if (!started.ok) return failure({ kind: 'noTrust', reason: 'sie ist keine gültige root.json' });
  const chain = started.value;
  update.files.set('root.json', rootBytes);

  for (const step of ['roots', 'timestamp', 'snapshot', 'targets'] as const) {
    const done = await update[step](chain);
    if (!done.ok) return done;
  }
  const parts = await update.parts(chain);
  if (!parts.ok) return parts;
  return success({
    files: update.files,
    parts: parts.value,
    published: chain.published,
    expiries: chain.expiries(),
    etag: update.etag,
    bytes: update.bytes,
  });
}

type Step<Value = void> = Promise<Result<Value, SyncFailure>>;

class Update {
  readonly files = new Map<string, Uint8Array>();
  readonly #source: KnowledgeSource;
  readonly #stored: ReadonlyMap<string, Uint8Array>;
  etag: string | null;
  bytes = 0;

  constructor(
    source: KnowledgeSource,
    stored: ReadonlyMap<string, Uint8Array>,
    etag: string | null,
  ) {
    this.#source = source;
    this.#stored = stored;
    this.etag = etag;
  }

  /** 5.3: each next root until there is none. */
  async roots(chain: TrustedChain): Step {
    for (let step = 0; step < maxRootRotations; step += 1) {
      const file = `metadata/${chain.rootVersion + 1}.root.json`;
      const bytes = await this.#fetch(file, true);
      if (!bytes.ok) return bytes;
      if (bytes.value === null) return chain.finishRoot();
      const updated = chain.updateRoot(bytes.value);
      if (!updated.ok) return updated;
      this.files.set('root.json', bytes.value);
    }
    return failure({ kind: 'inconsistent', file: 'root.json' });
  }

  /** 5.4 */
  async timestamp(chain: TrustedChain): Step {
    const name = 'timestamp.json';
    const known = this.#stored.get(name) ?? null;
    const file = `metadata/${name}`;
    const etag = known === null ? null : this.etag;
    const answer = await this.#source.read(file, maxMetadataBytes, etag);
    if (!answer.ok) return failure(failureOf(answer.failure, file));
    let bytes = known;
    if (answer.value.kind === 'bytes') {
      bytes = answer.value.bytes;
      this.etag = answer.value.etag;
      this.bytes += bytes.byteLength;
    }
    if (bytes === null) return failure({ kind: 'missing', file });
    const updated = chain.updateTimestamp(bytes, known);
    if (updated.ok) this.files.set(name, bytes);
    return updated;
  }

  /** 5.5; the stored one is taken if the timestamp names it. */
  async snapshot(chain: TrustedChain): Step {
    const name = 'snapshot.json';
    const known = this.#stored.get(name) ?? null;
    return this.#keepOrFetch(name, chain.snapshotVersion, (bytes) =>
      chain.updateSnapshot(bytes, known),
    );
  }

  /** 5.6 for the top level. */
  async targets(chain: TrustedChain): Step {
    return this.#role(chain, 'targets');
  }

  /** 5.6.7 for every delegated role, and what each has signed. */
  async parts(chain: TrustedChain): Step<readonly SignedPart[]> {
    const delegated = chain.delegatedParts();
    if (!delegated.ok) return delegated;
    const signed: SignedPart[] = [];
    for (const { role, area } of [{ role: 'targets', area: null }, ...delegated.value]) {
      // A town that has not published yet. The snapshot says so, and it is signed.
      if (chain.versionOf(role) === null) continue;
      const admitted = area === null ? success(undefined) : await this.#role(chain, role);
      if (!admitted.ok) return admitted;
      const part = partOf(chain, role, area);
      if (!part.ok) return part;
      if (part.value !== null) signed.push(part.value);
    }
    return success(signed);
  }

  async #role(chain: TrustedChain, role: string): Step {
    const version = chain.versionOf(role);
    if (version === null) return failure({ kind: 'inconsistent', file: 'snapshot.json' });
    return this.#keepOrFetch(`${role}.json`, version, (bytes) => chain.updateTargets(role, bytes));
  }

  async #keepOrFetch(
    name: string,
    version: number,
    admit: (bytes: Uint8Array) => Result<void, SyncFailure>,
  ): Step {
    const stored = this.#stored.get(name);
    if (stored !== undefined && admit(stored).ok) {
      this.files.set(name, stored);
      return success(undefined);
    }
    const bytes = await this.#fetch(`metadata/${version}.${name}`, false);
    if (!bytes.ok) return bytes;
    const admitted = bytes.value === null ? success(undefined) : admit(bytes.value);
    if (admitted.ok && bytes.value !== null) this.files.set(name, bytes.value);
    return admitted;
  }

  /** null only if `mayBeMissing`. */
  async #fetch(file: string, mayBeMissing: boolean): Step<Uint8Array | null> {
    const answer = await this.#source.read(file, maxMetadataBytes, null);
    if (!answer.ok) {
      if (mayBeMissing && answer.failure.kind === 'missing') return success(null);
      return failure(failureOf(answer.failure, file));
    }
    if (answer.value.kind !== 'bytes') return failure({ kind: 'damaged', file });
    this.bytes += answer.value.bytes.byteLength;
    return success(answer.value.bytes);
  }
}

/** What a role has signed: its index and nothing else; null: nothing yet. */
function partOf(
  chain: TrustedChain,
  role: string,
  area: PartArea,
): Result<SignedPart | null, SyncFailure> {
  const own = indexPath(area);
  const targets = chain.targetsOf(role);
  const foreign = Object.keys(targets).find((path) => path !== own);
  if (foreign !== undefined) return failure({ kind: 'outsideDelegation', role, path: foreign });
  if (chain.delegates(role)) return failure({ kind: 'inconsistent', file: `${role}.json` });
  const target = targets[own];
  if (target === undefined) return success(null);
  const hash = target.hashes['sha256'];
  if (hash === undefined || !/^[0-9a-f]{64}$/.test(hash) || target.length > maxBlobBytes)
    return failure({ kind: 'inconsistent', file: `${role}.json` });
  return success({ area, index: [hash, target.length] });
}

/** What a failed read means for a file that has to be there. */
export function failureOf(
  read:
    | { readonly kind: 'missing' | 'tooLarge' }
    | { readonly kind: 'unreachable'; readonly reason: string },
  file: string,
): SyncFailure {
  if (read.kind === 'unreachable') return read;
  return { kind: read.kind === 'missing' ? 'missing' : 'damaged', file };
}
