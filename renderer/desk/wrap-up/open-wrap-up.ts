import { hasLiveCall } from '../../../shared/call/live-call.ts';
import type { DeskState } from '../../../shared/contract.ts';
import type { WrapUp } from '../../../shared/journal/wrap-up.ts';

type Wanted = Pick<DeskState, 'calls' | 'wrapUps'> | null;

/** Wrap-ups that wait for the agent, the newest first; none while somebody is on the line. */
export function openWrapUps(desk: Wanted): readonly WrapUp[] {
  return desk === null || hasLiveCall(desk.calls) ? [] : waiting(desk);
}

/**
 * Those on the screen: also while it only rings, as long as the agent is writing in one. The letters go
 * where they were meant to go; the keys of the call are those of the call that rings.
 */
export function shownWrapUps(desk: Wanted, writing: boolean): readonly WrapUp[] {
  if (desk === null || !writing) return openWrapUps(desk);
  const onlyRings = desk.calls.every(({ phase }) => phase === 'ringing' || phase === 'ended');
  return onlyRings ? waiting(desk) : [];
}

function waiting({ wrapUps }: NonNullable<Wanted>): readonly WrapUp[] {
  return wrapUps.filter(({ endedAt }) => endedAt !== null).toReversed();
}
