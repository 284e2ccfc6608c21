import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UpdateOffReason } from '../../shared/updates/update-state.ts';

/** How this program came onto the machine, as far as it may replace itself. */
export type InstallKind =
  | { readonly kind: 'appImage'; readonly file: string }
  | { readonly kind: 'windowsUser' }
  | { readonly kind: 'fixed'; readonly reason: UpdateOffReason };

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly program: string;
}

const fixed = (reason: UpdateOffReason): InstallKind => ({ kind: 'fixed', reason });

/**
 * Only an AppImage of the user and a Windows installation of the user replace themselves; what was installed
 * for the machine is the house's (decision 0064), and a portable copy is replaced by whoever carries it.
 */
export function installKind({ platform, packaged, env, program }: Surroundings): InstallKind {
  if (!packaged) return fixed('notInstalled');
  const image = env['APPIMAGE'] ?? '';
  if (platform === 'linux' && image !== '')
    return writable(image) && writable(dirname(image))
      ? { kind: 'appImage', file: image }
      : fixed('managed');
  if (platform !== 'win32') return fixed('managed');
  if (env['PORTABLE_EXECUTABLE_FILE'] !== undefined) return fixed('portable');
  const own = join(env['LOCALAPPDATA'] ?? '?', 'Programs').toLowerCase();
  const folder = dirname(program);
  if (!folder.toLowerCase().startsWith(own)) return fixed('managed');
  return existsSync(join(folder, 'Uninstall Amtsdraht.exe'))
    ? { kind: 'windowsUser' }
    : fixed('portable');
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
