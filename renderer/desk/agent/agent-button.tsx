import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { sameStatus, type AgentState } from '../../../shared/agent/agent-state.ts';
import type { FeatureState } from '../../../shared/agent/pbx-feature.ts';
import { formatDuration } from '../call/call-time.tsx';
import { useDesk, useTexts } from '../desk-store.ts';
import { useNow } from '../ui/use-now.ts';
import {
  agentChoices,
  featureSwitches,
  wordsOfState,
  wordsOfStatus,
} from '../../../shared/agent/agent-words.ts';

const none: readonly FeatureState[] = [];

/** The agent's state in the top bar; pressing it (or F12) opens the menu of states. */
export function AgentButton(): React.JSX.Element | null {
  const texts = useTexts();
  const agent = useDesk(({ desk }) => desk?.agent);
  const reasons = useDesk(({ desk }) => desk?.settings.pauseReasons);
  const features = useDesk(({ desk }) => desk?.features) ?? none;
  const open = useDesk(({ agentMenuOpen }) => agentMenuOpen);
  const setOpen = useDesk(({ openAgentMenu }) => openAgentMenu);
  const peer = useDesk((store) => store.peer);
  if (agent === undefined || reasons === undefined) return null;
  const choices = agentChoices(reasons);
  const switches = featureSwitches(features, texts);
  const look = lookOf(agent);
  const words = wordsOfState(agent, texts);
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button
        className={`kern-btn kern-btn--secondary desk-button desk-agent desk-agent--${look}`}
        aria-label={texts.agent.buttonLabel(words)}
        aria-keyshortcuts="F12"
      >
        <span className={`kern-icon kern-icon--small kern-icon--${look}`} aria-hidden="true" />
        <span className="kern-label">{words}</span>
        <Countdown endsAt={agent.endsAt} />
        <kbd className="desk-key" aria-hidden="true">
          F12
        </kbd>
      </Button>
      <Popover className="desk-popover" placement="bottom start">
        <Menu
          className="desk-menu"
          aria-label={texts.agent.menu}
          onAction={(key) => {
            const status = choices[Number(key)];
            if (status !== undefined) peer.report('chooseAgentStatus', { status });
            const order = switches.find(({ id }) => id === key);
            if (order !== undefined)
              peer.report('switchFeature', { name: order.name, to: order.to });
          }}
        >
          {choices.map((status, index) => {
            const chosen = sameStatus(status, agent.pending ?? agent.status);
            const name = wordsOfStatus(status, texts);
            return (
              <MenuItem
                key={name}
                id={String(index)}
                className="desk-menu__item"
                textValue={name}
                aria-label={chosen ? texts.agent.current(name) : name}
              >
                <span aria-hidden="true" className="desk-menu__mark">
                  {chosen ? '●' : ''}
                </span>
                {name}
              </MenuItem>
            );
          })}
          {switches.map(({ id, words: name }) => (
            <MenuItem key={id} id={id} className="desk-menu__item" textValue={name}>
              <span aria-hidden="true" className="desk-menu__mark" />
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Countdown({ endsAt }: { readonly endsAt: number | null }): React.JSX.Element | null {
  const texts = useTexts().agent;
  const now = useNow(endsAt !== null);
  if (endsAt === null) return null;
  return (
    <span role="timer" aria-label={texts.remaining} className="desk-agent__time">
      {formatDuration(Math.max(0, Math.ceil((endsAt - now) / 1000)))}
    </span>
  );
}

function lookOf({ status, pending }: AgentState): 'success' | 'info' | 'warning' {
  if (pending !== null) return 'info';
  return status.kind === 'ready' ? 'success' : 'warning';
}
