import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Artifact {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

const packages = /\.(deb|rpm|AppImage|tar\.gz|exe|msi|zip|dmg)$/;

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes SHA256SUMS over the packages in the folder, as `sha256sum -c` reads it. */
export async function writeChecksums(folder: string): Promise<Artifact[]> {
  const names = (await readdir(folder)).filter((name) => packages.test(name)).sort();
  const artifacts: Artifact[] = [];
  for (const name of names) {
    const file = join(folder, name);
    artifacts.push({ name, bytes: (await stat(file)).size, sha256: await sha256(file) });
  }
  const lines = artifacts.map((artifact) => `${artifact.sha256}  ${artifact.name}\n`);
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''));
  return artifacts;
}
