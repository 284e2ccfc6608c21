import type { AgentSettings, PauseReason } from './agent-settings.ts';
import type { AgentStatus } from './agent-state.ts';
import { unreachable } from '../unreachable.ts';

type QueueCodes = Extract<AgentSettings, { readonly by: 'codes' }>;

/**
 * Feature codes of the PBX that lead from one state to another, in order. From an unknown state the way
 * begins with the login, which a PBX has to accept from somebody who is logged in already.
 */
export function codesFor(
  from: AgentStatus,
  to: AgentStatus,
  codes: QueueCodes,
  reasons: readonly PauseReason[],
): readonly string[] {
  const login = from.kind === 'off' || from.kind === 'unknown' ? [codes.login] : [];
  switch (to.kind) {
    case 'ready':
      return [...login, codes.ready];
    case 'pause': {
      const reason = reasons.find(({ name }) => name === to.reason);
      return [...login, reason?.code ?? codes.pause];
    }
    case 'wrapUp':
      return [...login, codes.wrapUp ?? codes.pause];
    case 'off':
      return [codes.logout];
    case 'unknown':
      return [];
    default:
      return unreachable(to);
  }
}
