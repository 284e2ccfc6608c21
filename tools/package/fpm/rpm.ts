import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../../setup/run-command.ts';
import type { Recipe } from './recipe.ts';
import { stage } from './stage.ts';

/** What rpm calls the processors that Debian calls otherwise; it installs nothing with a name that it does not know. */
const architectures: Readonly<Record<string, string>> = { amd64: 'x86_64', arm64: 'aarch64' };

/** Folders that belong to the package as a whole; everything else is listed file by file. */
const ownFolders = /^\/(opt|usr\/share\/licenses)\/[^/]+$/;

/**
 * The spec file. Nothing is compiled, stripped or searched for dependencies: the files are taken as
 * they lie in `staged`.
 */
export function specFile(
  recipe: Recipe,
  staged: string,
  files: readonly string[],
  scripts: { readonly afterInstall: string; readonly afterRemove: string },
  payload: string,
): string {
  return `%define __os_install_post %{nil}
%define debug_package %{nil}
%define _build_id_links none
%define _binary_payload ${payload}
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
Name: ${recipe.name}
Version: ${recipe.version}
Release: 1
Summary: ${recipe.summary}
License: ${recipe.license}
URL: ${recipe.url}
Packager: ${recipe.maintainer}
AutoReqProv: no
${recipe.depends.map((name) => `Requires: ${name}\n`).join('')}
%description
${recipe.description.join('\n')}

%install
cp -a '${staged}/.' '%{buildroot}'

%post -p /bin/bash
${verbatim(scripts.afterInstall)}

%postun -p /bin/bash
${verbatim(scripts.afterRemove)}

%files
%defattr(-,root,root,-)
${files.map((file) => `"${file}"\n`).join('')}`;
}

/** rpm would expand what stands after a percent sign. */
const verbatim = (script: string): string => script.replaceAll('%', '%%');

/** What %files has to list: our own folders whole, other files one by one. */
async function listed(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => ({
    path: join(entry.parentPath, entry.name).slice(folder.length),
    folder: entry.isDirectory(),
  }));
  const whole = paths.filter(({ path }) => ownFolders.test(path)).map(({ path }) => path);
  const inWhole = (path: string): boolean => whole.some((own) => path.startsWith(`${own}/`));
  const single = paths.filter((entry) => !entry.folder && !inWhole(entry.path));
  return [...whole, ...single.map(({ path }) => path)];
}

/** Builds the .rpm with rpmbuild; `folder` is empty and for this only. */
export async function buildRpm(
  recipe: Recipe,
  folder: string,
  level: string | undefined,
): Promise<void> {
  const staged = join(folder, 'staged');
  await stage(recipe.placements, staged);
  const spec = join(folder, 'package.spec');
  const scripts = {
    afterInstall: await readFile(recipe.afterInstall, 'utf8'),
    afterRemove: await readFile(recipe.afterRemove, 'utf8'),
  };
  const payload = level === undefined ? 'w6T0.xzdio' : `w${level}.gzdio`;
  await writeFile(spec, specFile(recipe, staged, await listed(staged), scripts, payload));
  const output = join(folder, 'rpms');
  await mkdir(output);
  const processor = architectures[recipe.architecture] ?? recipe.architecture;
  await mustRun('rpmbuild', [
    ...['-bb', '--target', processor, spec],
    ...['--define', `_topdir ${join(folder, 'work')}`, '--define', `_rpmdir ${output}`],
    ...['--define', '_rpmfilename package.rpm'],
  ]);
  await rename(join(output, 'package.rpm'), recipe.output);
}
