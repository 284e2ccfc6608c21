import type { Call } from './call.ts';

/** Whether anybody is on the line, rings or is being called. */
export function hasLiveCall(calls: readonly Pick<Call, 'phase'>[]): boolean {
  return calls.some(({ phase }) => phase !== 'ended');
}
