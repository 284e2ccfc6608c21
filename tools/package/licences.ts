import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../setup/paths.ts';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Full text from the package; null where it carries none. */
  readonly text: string | null;
}

const licenceFile = /^(licen[cs]e|copying|notice)([._-].*)?$/i;

async function textOf(folder: string): Promise<string | null> {
  const names = (await readdir(folder)).filter((name) => licenceFile.test(name)).sort();
  const texts = await Promise.all(
    names.map(async (name) => (await readFile(join(folder, name), 'utf8')).trim()),
  );
  return texts.length === 0 ? null : texts.join('\n\n');
}

/** Licences of everything that is bundled into the program (production dependencies of the lock file). */
export async function collectLicences(): Promise<Licence[]> {
  const lock = lockSchema.parse(
    JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')),
  );
  const licences: Licence[] = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    const bundled = path !== '' && entry.dev !== true && entry.devOptional !== true;
    // An optional package for another system is in the lock file but not in the folder.
    if (!bundled || !existsSync(join(root, path))) continue;
    licences.push({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      licence: entry.license ?? 'not declared',
      text: await textOf(join(root, path)),
    });
  }
  return licences.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The notice that goes into the package: a list, then the texts. Electron brings its own beside it. */
export function licenceNotice(licences: readonly Licence[]): string {
  const head = `Amtsdraht contains the following software of others. Electron's own licence and those of Chromium
are in LICENSE.electron.txt and LICENSES.chromium.html beside the program.\n`;
  const list = licences.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const texts = licences.map(
    ({ name, version, licence, text }) =>
      `${'='.repeat(80)}\n${name} ${version} (${licence})\n${'='.repeat(80)}\n\n${text ?? `The package carries no licence text; it declares ${licence}.`}\n`,
  );
  return `${head}\n${list.join('\n')}\n\n${texts.join('\n')}`;
}
