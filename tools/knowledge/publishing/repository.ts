import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  MetadataKind,
  type Metadata,
  type Root,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models';
import { readSigned } from '../../../main/knowledge/sync/read-signed.ts';
import { ToolError } from '../../setup/tool-error.ts';

/** Metadata of a repository as they are published or lie there to be signed; nothing is verified here. */
export interface RoleFiles {
  readonly root: Metadata<Root> | null;
  readonly targets: Metadata<Targets> | null;
  /** Delegated roles by name. */
  readonly areas: ReadonlyMap<string, Metadata<Targets>>;
}

export interface PublishedFiles extends RoleFiles {
  readonly snapshot: Metadata<Snapshot> | null;
  readonly timestamp: Metadata<Timestamp> | null;
}

export const repositoryOf = (work: string): string => join(work, 'repository');
export const stagedOf = (work: string): string => join(work, 'staged');

/** What the timestamp names; null everywhere before the first publication. */
export async function readPublished(repository: string): Promise<PublishedFiles> {
  const at = (name: string): string => join(repository, 'metadata', name);
  const root = await readRoot(repository);
  const timestamp = await readFileOf(MetadataKind.Timestamp, at('timestamp.json'));
  const version = timestamp?.signed.snapshotMeta.version;
  const snapshot =
    version === undefined
      ? null
      : await readFileOf(MetadataKind.Snapshot, at(`${version}.snapshot.json`));
  const areas = new Map<string, Metadata<Targets>>();
  let targets: Metadata<Targets> | null = null;
  for (const [file, meta] of Object.entries(snapshot?.signed.meta ?? {})) {
    const metadata = await readFileOf(MetadataKind.Targets, at(`${meta.version}.${file}`));
    if (metadata === null) continue;
    if (file === 'targets.json') targets = metadata;
    else areas.set(file.replace(/\.json$/, ''), metadata);
  }
  return { root, timestamp, snapshot, targets, areas };
}

async function readRoot(repository: string): Promise<Metadata<Root> | null> {
  let newest: Metadata<Root> | null = null;
  for (let version = 1; ; version += 1) {
    const file = join(repository, 'metadata', `${version}.root.json`);
    const root = await readFileOf(MetadataKind.Root, file);
    if (root === null) return newest;
    newest = root;
  }
}

/** What `build` has laid out to be signed. */
export async function readStaged(work: string): Promise<RoleFiles> {
  const folder = stagedOf(work);
  const areas = new Map<string, Metadata<Targets>>();
  for (const name of await namesIn(folder)) {
    const role = name.replace(/\.json$/, '');
    if (role === 'root' || role === 'targets' || role === name) continue;
    const metadata = await readFileOf(MetadataKind.Targets, join(folder, name));
    if (metadata !== null) areas.set(role, metadata);
  }
  return {
    root: await readFileOf(MetadataKind.Root, join(folder, 'root.json')),
    targets: await readFileOf(MetadataKind.Targets, join(folder, 'targets.json')),
    areas,
  };
}

export async function writeStaged(
  work: string,
  role: string,
  metadata: Metadata<Root> | Metadata<Targets>,
): Promise<void> {
  await writeAside(join(stagedOf(work), `${role}.json`), bytesOf(metadata));
}

export async function clearStaged(work: string): Promise<void> {
  await rm(stagedOf(work), { recursive: true, force: true });
}

export function bytesOf(metadata: { readonly toJSON: () => object }): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(metadata.toJSON()));
}

/** Writes a file whole or not at all. */
export async function writeAside(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.tmp`, bytes, { flush: true });
  await rename(`${path}.tmp`, path);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}

async function readFileOf<Kind extends MetadataKind>(kind: Kind, path: string) {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return null;
  }
  const read = readSigned(kind, bytes, path);
  if (!read.ok) throw new ToolError(`${path}: keine lesbare Metadaten-Datei.`, 1);
  return read.value;
}
