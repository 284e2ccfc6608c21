import { readFileSync, writeFileSync } from 'node:fs';
import { homedir, hostname, release, userInfo } from 'node:os';
import { strToU8, zipSync } from 'fflate';
import type { Health } from '../../shared/diagnostics/health.ts';
import { sessionKind } from './session-kind.ts';

/** Versions and surroundings of this process; what only the application knows is given. */
export function healthOf(
  known: Pick<Health, 'version' | 'keyStore' | 'policy' | 'lastMessageAt'>,
): Health {
  const { versions, platform, arch } = process;
  return {
    ...known,
    electron: versions.electron,
    chromium: versions.chrome,
    system: `${platform} ${release()} ${arch}`,
    session: sessionKind(process.env),
  };
}

/** Names of this machine and its user, and its folders, which must not be seen. */
export function ownNames(): readonly string[] {
  const names = [hostname(), homedir()];
  try {
    names.push(userInfo().username);
  } catch {
    // The account has no entry in the system's list, so it has no name to hide.
  }
  return names;
}

/** Lines of all files of the log, oldest first. @param files newest first; they need not exist */
export function logLines(files: readonly string[]): readonly string[] {
  return files.toReversed().flatMap((file) => {
    try {
      return readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '');
    } catch {
      return [];
    }
  });
}

/** Writes the files as one ZIP archive. @throws when the place does not take it */
export function writeZip(target: string, files: ReadonlyMap<string, string>, at: Date): void {
  const entries = Object.fromEntries(
    [...files].map(([name, content]) => [`amtsdraht-diagnose/${name}`, strToU8(content)]),
  );
  writeFileSync(target, zipSync(entries, { mtime: at }), { mode: 0o600 });
}
