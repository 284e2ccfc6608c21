import { AgentButton, FeatureBadges } from '../agent/index.ts';
import { VoicemailButton } from '../directory/index.ts';
import { CallbacksButton } from '../callbacks/index.ts';
import { CallListButton } from '../call-list/index.ts';
import { useDesk, useDeskStore, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { MainMenu } from './main-menu.tsx';
import { RegistrationBadge } from './registration-badge.tsx';
import { toggleCompact } from './toggle-compact.ts';

export function TopBar(): React.JSX.Element {
  const texts = useTexts();
  const mode = useDesk(({ desk }) => desk?.mode);
  const demonstration = useDesk(({ desk }) => desk?.pack?.demonstration === true);
  const openDialog = useDesk((store) => store.openDialog);
  const compact = useDesk(({ desk }) => desk?.settings.compactWindow === true);
  return (
    <header className="desk-top">
      <p className="desk-top__product">{texts.product}</p>
      <AgentButton />
      <FeatureBadges />
      <RegistrationBadge />
      {mode === 'practice' ? <Badge text={texts.mode.practice} /> : null}
      {demonstration ? <Badge text={texts.mode.demonstration} /> : null}
      <nav className="desk-top__menu" aria-label={texts.product}>
        {compact ? <LeaveCompact /> : null}
        <MainMenu />
        <ActionButton
          look="tertiary"
          label={texts.menu.dial}
          shortcut="F3"
          ariaKey="F3"
          onPress={() => {
            openDialog('dial');
          }}
        />
        <VoicemailButton />
        <CallListButton />
        <CallbacksButton />
        <ActionButton
          look="tertiary"
          label={texts.journal.shift.title}
          ariaKey="Control+S"
          onPress={() => {
            openDialog('shift');
          }}
        />
        <ActionButton
          look="tertiary"
          label={texts.menu.settings}
          onPress={() => {
            openDialog('settings');
          }}
        />
        <ActionButton
          look="tertiary"
          label={texts.menu.keys}
          shortcut="F1"
          ariaKey="F1"
          onPress={() => {
            openDialog('keys');
          }}
        />
      </nav>
    </header>
  );
}

function LeaveCompact(): React.JSX.Element {
  const { windows: texts } = useTexts();
  const store = useDeskStore();
  return (
    <ActionButton
      look="tertiary"
      className="desk-top__whole"
      label={texts.leaveCompact}
      shortcut={texts.compactKey}
      ariaKey="Control+M"
      onPress={() => {
        const { peer, desk } = store.getState();
        toggleCompact(peer, desk);
      }}
    />
  );
}

function Badge({ text }: { readonly text: string }): React.JSX.Element {
  return (
    <span className="kern-badge kern-badge--info desk-badge">
      <span className="kern-label kern-label--small">{text}</span>
    </span>
  );
}
