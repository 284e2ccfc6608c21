import { AgentFailureNote } from './agent/index.ts';
import { Announcer } from './announcer/announcer.tsx';
import { CallArea } from './call/call-area.tsx';
import { CallListDialog } from './call-list/index.ts';
import { CallbacksDialog } from './callbacks/index.ts';
import { GapDialog } from './gap/index.ts';
import { ShiftDialog } from './shift/index.ts';
import { useDesk, useTexts } from './desk-store.ts';
import { DialDialog } from './dialogs/dial-dialog.tsx';
import { KeysDialog } from './dialogs/keys-dialog.tsx';
import { ProofDialog } from './dialogs/proof-dialog.tsx';
import { SettingsDialog } from './dialogs/settings-dialog.tsx';
import { TransferDialog } from './dialogs/transfer-dialog.tsx';
import { ProblemList } from './frame/problem-list.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { UpdateNote } from './frame/update-note.tsx';
import { HealthDialog } from './health/index.ts';
import { useKeyboard } from './keyboard/use-keyboard.ts';
import { KnowledgeArea } from './knowledge/knowledge-area.tsx';
import { KnowledgeStatus } from './knowledge/knowledge-status.tsx';
import { SetupDialog } from './setup/index.ts';
import { useLook } from './ui/use-look.ts';

/** The whole window: state of the place on top, the call on the left, the knowledge on the right. */
export function App(): React.JSX.Element {
  const texts = useTexts();
  const loaded = useDesk(({ desk }) => desk !== null);
  const theme = useDesk(({ desk }) => desk?.settings.theme ?? 'system');
  const compact = useDesk(({ desk }) => desk?.settings.compactWindow === true);
  const dialog = useDesk((store) => store.dialog);
  // Another link is another dialog.
  const link = useDesk((store) => store.linkText);
  useKeyboard();
  useLook(texts, theme);
  return (
    <div className={compact ? 'desk desk--compact' : 'desk'} aria-busy={!loaded}>
      <Announcer />
      <TopBar />
      <ProblemList />
      <UpdateNote />
      <AgentFailureNote />
      <main className="desk-main">
        <h1 className="kern-sr-only">{texts.product}</h1>
        <CallArea />
        <KnowledgeArea />
      </main>
      <KnowledgeStatus />
      {dialog === 'dial' ? <DialDialog key={link} /> : null}
      {dialog === 'calls' ? <CallListDialog /> : null}
      {dialog === 'callbacks' ? <CallbacksDialog /> : null}
      {dialog === 'gap' ? <GapDialog /> : null}
      {dialog === 'shift' ? <ShiftDialog /> : null}
      {dialog === 'settings' ? <SettingsDialog /> : null}
      {dialog === 'health' ? <HealthDialog /> : null}
      {dialog === 'keys' ? <KeysDialog /> : null}
      {dialog === 'proof' ? <ProofDialog /> : null}
      {dialog === 'setup' ? <SetupDialog /> : null}
      {dialog === 'transfer' || dialog === 'consult' ? <TransferDialog way={dialog} /> : null}
    </div>
  );
}
