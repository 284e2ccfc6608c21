import type { Call } from '../call/call.ts';
import type { Settings } from '../settings/settings.ts';
import type { AgentState } from './agent-state.ts';

/**
 * After how many milliseconds a ringing call is answered by itself; null: the agent answers. Never while
 * the agent is not ready, and never beside another call: nobody may be put through to a room by surprise.
 * @param askedFor seconds that the PBX asks for in the INVITE; null: it does not
 */
export function autoAnswerMs(
  { mode, afterSeconds }: Settings['autoAnswer'],
  askedFor: number | null,
  callId: string,
  calls: readonly Call[],
  agent: AgentState,
): number | null {
  if (agent.status.kind !== 'ready' || agent.pending !== null) return null;
  const own = calls.find(({ id }) => id === callId);
  if (own?.phase !== 'ringing' || own.direction !== 'incoming') return null;
  if (calls.some(({ id, phase }) => id !== callId && phase !== 'ended')) return null;
  if (mode === 'off') return null;
  if (mode === 'byHeader') return askedFor === null ? null : askedFor * 1000;
  return (askedFor ?? afterSeconds) * 1000;
}
