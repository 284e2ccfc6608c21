import { readdirSync, readFileSync } from 'node:fs';

/** Proportional set size of a process and all its descendants, in MiB; shared pages count once. */
export function treeMegabytes(pid: number): number {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)))
    try {
      const parent = Number(
        /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1],
      );
      parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
    } catch {
      // It has ended meanwhile.
    }
  const sum = (process_: number): number =>
    (parents.get(process_) ?? []).reduce((total, child) => total + sum(child), megabytes(process_));
  return sum(pid);
}

/** Proportional set size of one process, in MiB. @throws when it has ended */
export function megabytes(pid: number): number {
  const own = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s*(\d+)/m.exec(own)?.[1] ?? 0) / 1024;
}
