import { hasLiveCall } from '../../../shared/call/live-call.ts';
import type { DeskState } from '../../../shared/contract.ts';
import type { WrapUp } from '../../../shared/journal/wrap-up.ts';

/** Wrap-ups that wait for the agent, the newest first; none while somebody is on the line. */
export function openWrapUps(desk: Pick<DeskState, 'calls' | 'wrapUps'> | null): readonly WrapUp[] {
  if (desk === null || hasLiveCall(desk.calls)) return [];
  return desk.wrapUps.filter(({ endedAt }) => endedAt !== null).toReversed();
}
