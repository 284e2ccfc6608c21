import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Where a machine stands in a staged rollout: it is served from this percentage on. The same for every version
 * and every user, so that IT knows its first machines; nothing of it leaves the machine.
 * @returns 0 inclusive to 100 exclusive
 */
export function rolloutPlace(machine: string): number {
  const head = createHash('sha256').update(`amtsdraht rollout ${machine}`).digest().readUInt32BE();
  return Math.floor((head / 2 ** 32) * 100);
}

/** Name of this machine as far as it has one; cloned disks share their machine id, not their host name. */
export function thisMachine(): string {
  try {
    return `${readFileSync('/etc/machine-id', 'utf8').trim()} ${hostname()}`;
  } catch {
    return hostname(); // Windows, macOS
  }
}

/** @param percentage `stagingPercentage` of the offer; undefined: everybody */
export function isServed(place: number, percentage: number | undefined): boolean {
  return percentage === undefined || place < percentage;
}
