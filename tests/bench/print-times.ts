/** Value below which `share` (0 to 1) of the sorted values lie; NaN of none. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Prints p50 and p95 of times in milliseconds; those that are not numbers were not measured. */
export function printTimes(what: string, values: readonly number[]): void {
  const sorted = values
    .filter((value) => Number.isFinite(value))
    .toSorted((one, other) => one - other);
  const at = (share: number): string => percentile(sorted, share).toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (n = ${String(sorted.length)})`);
}
