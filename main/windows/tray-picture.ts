import { agentChoices, wordsOfState, wordsOfStatus } from '../../shared/agent/agent-words.ts';
import { sameStatus, type AgentStatus } from '../../shared/agent/agent-state.ts';
import type { DeskState } from '../../shared/contract.ts';
import { textsFor } from '../../shared/texts/index.ts';

/** Shape that stands on the icon; shapes, because colours alone say nothing. */
export type TrayMark = 'ready' | 'away' | 'off';

export interface TrayPicture {
  readonly tooltip: string;
  readonly mark: TrayMark;
  /** A second mark: somebody called and nobody answered. */
  readonly missed: boolean;
  readonly open: string;
  /** null: there are none. */
  readonly missedLabel: string | null;
  readonly states: readonly {
    readonly status: AgentStatus;
    readonly label: string;
    readonly chosen: boolean;
  }[];
  readonly quit: string;
}

/** What the tray shows and offers. No names and no numbers: others look at this screen too. */
export function trayPicture({
  agent,
  callList,
  registration,
  settings,
}: Pick<DeskState, 'agent' | 'callList' | 'registration' | 'settings'>): TrayPicture {
  const texts = textsFor(settings.language);
  const registered = registration.phase === 'registered';
  const missedLabel = callList.missed === 0 ? null : texts.callList.missed(callList.missed);
  const told = [
    wordsOfState(agent, texts),
    ...(registered ? [] : [texts.registration.off]),
    ...(missedLabel === null ? [] : [missedLabel]),
  ];
  return {
    tooltip: `${texts.product}: ${told.join(', ')}`,
    mark: registered ? markOf(agent.status) : 'off',
    missed: callList.missed > 0,
    open: texts.tray.open,
    missedLabel,
    states: agentChoices(settings.pauseReasons).map((status) => ({
      status,
      label: wordsOfStatus(status, texts),
      chosen: sameStatus(status, agent.status),
    })),
    quit: texts.tray.quit,
  };
}

function markOf({ kind }: AgentStatus): TrayMark {
  if (kind === 'ready') return 'ready';
  return kind === 'pause' || kind === 'wrapUp' ? 'away' : 'off';
}
