import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache, root } from '../../../tools/setup/paths.ts';
import { findProgram } from '../../../tools/setup/system-packages.ts';

/**
 * Lays out a folder for APPIMAGE_TOOLS_PATH (electron-builder's layout since 1.0.3): the system's programs, and a
 * runtime that unpacks instead of mounting. Good for a test, not for packages that are handed out.
 */
export async function appImageTools(): Promise<string> {
  const folder = join(cache, 'package', 'appimage-tools');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'runtimes'), { recursive: true });
  await mkdir(join(folder, 'lib', 'x64'), { recursive: true });
  for (const name of ['mksquashfs', 'desktop-file-validate']) {
    const program = findProgram(name);
    if (program === undefined) throw new Error(`${name} is not installed`);
    await symlink(program, join(folder, name));
  }
  const script = await readFile(
    join(root, 'tests', 'e2e', 'package', 'app-image-runtime.sh'),
    'utf8',
  );
  // The image begins where the script ends; the number has as many digits as its placeholder.
  const size = String(Buffer.byteLength(script)).padStart('@SIZE@'.length, ' ');
  const runtime = join(folder, 'runtimes', 'runtime-x64');
  await writeFile(runtime, script.replace('@SIZE@', size));
  await chmod(runtime, 0o755);
  return folder;
}
