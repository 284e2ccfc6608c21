import type { AgentState, AgentStatus } from './agent-state.ts';
import type { FeatureState } from './pbx-feature.ts';
import type { PauseReason } from './agent-settings.ts';
import type { Texts } from '../texts/index.ts';

/** `Bereit`, `Pause: Mittag`. */
export function wordsOfStatus(status: AgentStatus, { agent }: Texts): string {
  return status.kind === 'pause' && status.reason !== null
    ? agent.pauseFor(status.reason)
    : agent.statuses[status.kind];
}

/** What stands on the button: the confirmed state, or what is still to be confirmed. */
export function wordsOfState({ status, pending }: AgentState, texts: Texts): string {
  return pending === null
    ? wordsOfStatus(status, texts)
    : texts.agent.pending(wordsOfStatus(pending, texts));
}

/** What an agent can choose, in the order of the menu. */
export function agentChoices(reasons: readonly PauseReason[]): readonly AgentStatus[] {
  const pauses: readonly AgentStatus[] =
    reasons.length === 0
      ? [{ kind: 'pause', reason: null }]
      : reasons.map(({ name }) => ({ kind: 'pause', reason: name }));
  return [{ kind: 'ready' }, ...pauses, { kind: 'wrapUp' }, { kind: 'off' }];
}

/** What can be switched at the PBX; both ways while nobody knows how it stands. */
export function featureSwitches(
  features: readonly FeatureState[],
  { agent }: Texts,
): readonly {
  readonly id: string;
  readonly name: string;
  readonly to: 'on' | 'off';
  readonly words: string;
}[] {
  return features.flatMap(({ name, state }) =>
    (['on', 'off'] as const)
      .filter((to) => to !== state)
      .map((to) => ({
        id: `${to} ${name}`,
        name,
        to,
        words: to === 'on' ? agent.switchOn(name) : agent.switchOff(name),
      })),
  );
}
