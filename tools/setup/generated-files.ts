import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { root } from './paths.ts';

/** Path within the repository → content. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** Formats generated contents as the repository is, where Prettier knows the kind of file. */
export async function formatted(contents: GeneratedFiles): Promise<GeneratedFiles> {
  const files = new Map<string, string>();
  for (const [file, content] of contents) {
    const filepath = join(root, file);
    const { inferredParser } = await getFileInfo(filepath);
    const options = { ...(await resolveConfig(filepath)), filepath };
    files.set(file, inferredParser === null ? content : await format(content, options));
  }
  return files;
}

/**
 * Writes the files, or says which of the committed ones are not current.
 * @param hint what to do then, German
 * @returns number of files that are not current; 0 after writing
 */
export async function writeOrCompare(
  files: GeneratedFiles,
  write: boolean,
  hint: string,
): Promise<number> {
  let stale = 0;
  for (const [file, content] of files) {
    const path = join(root, file);
    if (write) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    } else if ((await readFile(path, 'utf8').catch(() => '')) !== content) {
      console.error(`${file} ist nicht aktuell; ${hint}`);
      stale += 1;
    }
  }
  return stale;
}
