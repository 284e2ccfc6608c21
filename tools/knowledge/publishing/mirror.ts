import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAside } from './repository.ts';

/**
 * Copies a repository to where the desks read it: content first, then signatures, the timestamp last, so
 * that a desk that reads meanwhile finds everything that it is pointed to.
 * @returns number and size of the files that had to be written
 */
export async function mirror(
  repository: string,
  target: string,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const timestamp = 'metadata/timestamp.json';
  const all = [
    ...(await filesBelow(repository, 'blobs')),
    ...(await filesBelow(repository, 'targets')),
    ...(await filesBelow(repository, 'metadata')),
  ].filter((file) => file !== timestamp && !file.endsWith('.tmp'));
  let files = 0;
  let bytes = 0;
  for (const file of [...all, timestamp]) {
    // Every other name carries a hash or a version: what is there with the same size is the same.
    if (
      file !== timestamp &&
      (await sizeOf(join(target, file))) === (await sizeOf(join(repository, file)))
    )
      continue;
    const content = await readFile(join(repository, file));
    await writeAside(join(target, file), content);
    files += 1;
    bytes += content.byteLength;
  }
  return { files, bytes };
}

async function filesBelow(folder: string, path: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const name = `${path}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, name) : [name];
    }),
  );
  return found.flat();
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}
