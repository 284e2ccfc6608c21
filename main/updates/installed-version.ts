import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The part of the bill of materials that names the program; it lies beside the program in every package. */
const billSchema = z.object({
  metadata: z.object({ component: z.object({ version: z.string().min(1).max(100) }) }),
});

/**
 * Version of the program as it is installed now, which is another than the running one after an upgrade.
 * @param resources folder of the installed program's resources
 * @returns null while it cannot be told, such as in the middle of an upgrade
 */
export function installedVersion(resources: string): string | null {
  try {
    const text = readFileSync(join(resources, 'sbom.cdx.json'), 'utf8');
    return billSchema.parse(JSON.parse(text)).metadata.component.version;
  } catch {
    return null;
  }
}

/** An upgrade replaces many files; so long after the last one it is looked at, in milliseconds. */
const settledMs = 3_000;
/** Where the file system tells nothing (network drives), in milliseconds. */
const lookMs = 10 * 60_000;

/**
 * Tells when another version than the running one is installed, and when it no longer is.
 * @param onWaiting version that a restart would bring; null: none
 * @returns stops watching
 */
export function watchInstalledVersion(
  resources: string,
  running: string,
  onWaiting: (version: string | null) => void,
): () => void {
  let told: string | null = null;
  const look = (): void => {
    const installed = installedVersion(resources);
    // Half an upgrade says nothing about what comes of it.
    if (installed === null) return;
    const waiting = installed === running ? null : installed;
    if (waiting === told) return;
    told = waiting;
    onWaiting(waiting);
  };
  let settled: NodeJS.Timeout | undefined;
  const watcher = watch(resources, { persistent: false }, () => {
    clearTimeout(settled);
    settled = setTimeout(look, settledMs);
  });
  watcher.on('error', () => {
    watcher.close();
  });
  const regularly = setInterval(look, lookMs);
  regularly.unref();
  return () => {
    watcher.close();
    clearTimeout(settled);
    clearInterval(regularly);
  };
}
