import type { DeskState } from '../../../shared/contract.ts';

/** Who called, by call. */
export type CallerNumbers = Readonly<Partial<Record<string, string>>>;

/** Numbers of the callers whose calls are there or wait for their outcome. */
export function callerNumbers(
  before: CallerNumbers,
  { calls, wrapUps }: Pick<DeskState, 'calls' | 'wrapUps'>,
): CallerNumbers {
  const ids = new Set([...calls.map(({ id }) => id), ...wrapUps.map(({ callId }) => callId)]);
  const kept = Object.entries(before).filter(([id]) => ids.has(id));
  const fresh = calls.flatMap(({ id, party }) =>
    party.number === null ? [] : [[id, party.number]],
  );
  return Object.fromEntries([...kept, ...fresh]) as CallerNumbers;
}
