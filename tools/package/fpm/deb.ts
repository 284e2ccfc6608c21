import { copyFile, chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../../setup/run-command.ts';
import type { Recipe } from './recipe.ts';
import { sizeInKib, stage } from './stage.ts';

/** The control file of a Debian package (Debian Policy 5.3). */
export function controlFile(recipe: Recipe, installedKib: number): string {
  const fields: [string, string][] = [
    ['Package', recipe.name],
    ['Version', recipe.version],
    ['Architecture', recipe.architecture],
    ['Maintainer', recipe.maintainer],
    ['Installed-Size', String(installedKib)],
    ['Depends', recipe.depends.join(', ')],
    ['Recommends', recipe.recommends.join(', ')],
    ['Section', recipe.section],
    ['Priority', 'optional'],
    ['Homepage', recipe.url],
    ['Description', [recipe.summary, ...recipe.description.map((line) => ` ${line}`)].join('\n')],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** Options of dpkg-deb for a compression as electron-builder names it. */
function compressionOptions(name: string, level: string | undefined): string[] {
  const methods: Readonly<Record<string, string>> = { gz: 'gzip', xz: 'xz', zst: 'zstd' };
  const method = methods[name];
  if (method === undefined) throw new Error(`compression ${name} is not known here`);
  return [`-Z${method}`, ...(level === undefined ? [] : [`-z${level}`])];
}

/** Builds the .deb with dpkg-deb; `folder` is empty and for this only. */
export async function buildDeb(
  recipe: Recipe,
  folder: string,
  level: string | undefined,
): Promise<void> {
  await stage(recipe.placements, folder);
  const control = join(folder, 'DEBIAN');
  const size = await sizeInKib(folder);
  await mkdir(control);
  await writeFile(join(control, 'control'), controlFile(recipe, size));
  for (const [script, source] of [
    ['postinst', recipe.afterInstall],
    ['postrm', recipe.afterRemove],
  ] as const) {
    await copyFile(source, join(control, script));
    await chmod(join(control, script), 0o755);
  }
  const compression = compressionOptions(recipe.compression, level);
  await mustRun('dpkg-deb', [
    '--root-owner-group',
    ...compression,
    '--build',
    folder,
    recipe.output,
  ]);
}
