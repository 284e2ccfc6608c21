import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrivateKey, sign } from 'node:crypto';
import { Signature, type MetadataKind } from '@tufjs/models';
import { sha256 } from '../../../../main/knowledge/sync/format.ts';
import { readSigned } from '../../../../main/knowledge/sync/read-signed.ts';
import { bytesOf } from '../../../../tools/knowledge/publishing/repository.ts';

/** Metadata as plain JSON: an attacker is not bound to our classes. */
export interface Forged {
  signed: Record<string, unknown> & { version: number; expires: string };
  signatures: { keyid: string; sig: string }[];
}

export async function readMetadata(repository: string, file: string): Promise<Forged> {
  return JSON.parse(await readFile(join(repository, 'metadata', file), 'utf8')) as Forged;
}

/**
 * Signs a changed role with the key in `work` and makes snapshot and timestamp agree with it, as somebody
 * could who holds that key and the service key, but not the others'.
 */
export async function forgeRole(
  work: string,
  role: string,
  key: string,
  change: (signed: Forged['signed']) => void,
): Promise<void> {
  const repository = join(work, 'repository');
  const timestamp = await readMetadata(repository, 'timestamp.json');
  const snapshotMeta = metaOf(timestamp, 'snapshot.json');
  const snapshot = await readMetadata(repository, `${snapshotMeta.version}.snapshot.json`);
  const roleMeta = metaOf(snapshot, `${role}.json`);
  const forged = await readMetadata(repository, `${roleMeta.version}.${role}.json`);
  change(forged.signed);
  forged.signed.version += 1;
  const write = async (file: string, metadata: Forged, secret: string): Promise<Uint8Array> => {
    const bytes = await signed(metadata, join(work, `${secret}.key.pem`));
    await writeFile(join(repository, 'metadata', file), bytes);
    return bytes;
  };
  const bytes = await write(`${forged.signed.version}.${role}.json`, forged, key);
  Object.assign(roleMeta, described(forged.signed.version, bytes));
  snapshot.signed.version += 1;
  const snapshotBytes = await write(`${snapshot.signed.version}.snapshot.json`, snapshot, 'dienst');
  Object.assign(snapshotMeta, described(snapshot.signed.version, snapshotBytes));
  timestamp.signed.version += 1;
  await write('timestamp.json', timestamp, 'dienst');
}

function metaOf(metadata: Forged, file: string): { version: number } {
  const meta = (metadata.signed['meta'] as Record<string, { version: number }>)[file];
  if (meta === undefined) throw new Error(`${file} is not listed`);
  return meta;
}

function described(version: number, bytes: Uint8Array): object {
  return { version, length: bytes.byteLength, hashes: { sha256: sha256(bytes) } };
}

async function signed(forged: Forged, keyFile: string): Promise<Uint8Array> {
  const secret = createPrivateKey(await readFile(keyFile));
  const [signature] = forged.signatures;
  const kind = forged.signed['_type'] as MetadataKind;
  const read = readSigned(kind, new TextEncoder().encode(JSON.stringify(forged)), 'forged');
  if (!read.ok || signature === undefined) throw new Error('not forgeable');
  const keyID = signature.keyid;
  read.value.sign(
    (bytes) => new Signature({ keyID, sig: sign(null, bytes, secret).toString('hex') }),
    false,
  );
  return bytesOf(read.value);
}

/** All files of a repository as paths with `/`. */
export async function filesOf(repository: string, path = ''): Promise<readonly string[]> {
  const entries = await readdir(join(repository, path), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const name = path === '' ? entry.name : `${path}/${entry.name}`;
      return entry.isDirectory() ? filesOf(repository, name) : [name];
    }),
  );
  return found.flat().sort();
}
