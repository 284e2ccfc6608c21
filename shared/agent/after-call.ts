import type { Call } from '../call/call.ts';
import type { Settings } from '../settings/settings.ts';
import type { AgentState } from './agent-state.ts';

/**
 * Whether the end of a call leads to wrap-up: of an incoming one that was talked in, while the agent was
 * ready, wanted nothing else, and no other call goes on.
 */
export function wrapsUp(
  before: readonly Call[],
  after: readonly Call[],
  state: AgentState,
  { automatic }: Settings['wrapUp'],
): boolean {
  if (!automatic || state.status.kind !== 'ready' || state.pending !== null) return false;
  if (after.some(({ phase }) => phase !== 'ended' && phase !== 'ringing')) return false;
  return after.some(
    ({ id, phase, direction, connectedAt }) =>
      phase === 'ended' &&
      direction === 'incoming' &&
      connectedAt !== null &&
      before.some((was) => was.id === id && was.phase !== 'ended'),
  );
}
