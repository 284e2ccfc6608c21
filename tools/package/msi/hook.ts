// electron-builder calls this with the WiX project that it has made (electron-builder.yml).
import { readFile, writeFile } from 'node:fs/promises';
import { withCapabilities } from './capabilities.ts';

export async function msiProjectCreated(path: string): Promise<void> {
  await writeFile(path, withCapabilities(await readFile(path, 'utf8')));
}
