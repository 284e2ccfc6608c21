import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A memory picture of a process that ended by an error, as the help desk may know of it. */
export interface CrashDump {
  readonly name: string;
  readonly bytes: number;
  /** When it was written, epoch milliseconds. */
  readonly at: number;
}

/** Newest dumps that are kept, and for how long, in milliseconds. */
export const dumpLimits = { count: 5, ageMs: 14 * 24 * 3_600_000 } as const;

/** Crashpad moves dumps through these folders, by system and by version (crashpad, client/crash_report_database*). */
const places = ['.', 'new', 'pending', 'completed', 'reports'];

interface Found extends CrashDump {
  readonly file: string;
}

function find(folder: string): readonly Found[] {
  const found = places.flatMap((place) => {
    try {
      return readdirSync(join(folder, place))
        .filter((name) => name.endsWith('.dmp'))
        .flatMap((name) => {
          const file = join(folder, place, name);
          const status = statSync(file, { throwIfNoEntry: false });
          return status === undefined
            ? []
            : [{ name, file, bytes: status.size, at: status.mtimeMs }];
        });
    } catch {
      return [];
    }
  });
  return found.toSorted((one, other) => other.at - one.at);
}

/** Dumps in the folder of Crashpad, newest first. */
export function crashDumps(folder: string): readonly CrashDump[] {
  return find(folder).map(({ name, bytes, at }) => ({ name, bytes, at }));
}

/**
 * Deletes the dumps that {@link dumpLimits} does not keep, with the notes that Crashpad lays beside them.
 * @returns how many were deleted
 */
export function removeOldDumps(folder: string, now: number): number {
  const old = find(folder).filter(
    ({ at }, index) => index >= dumpLimits.count || now - at > dumpLimits.ageMs,
  );
  for (const { file } of old)
    for (const ending of ['.dmp', '.meta', '.lock'])
      try {
        rmSync(file.replace(/\.dmp$/, ending), { force: true });
      } catch {
        // Somebody has it open; the next start tries again.
      }
  return old.length;
}
