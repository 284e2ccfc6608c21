import { useState } from 'react';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

/** Writes a diagnosis package where the agent says, and tells what became of it. */
export function PackageButton(): React.JSX.Element {
  const texts = useTexts().health;
  const peer = useDesk((store) => store.peer);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<keyof typeof texts.packageOutcomes | null>(null);
  return (
    <>
      <ActionButton
        label={texts.packageSave}
        disabled={busy}
        onPress={() => {
          setBusy(true);
          setOutcome(null);
          peer
            .request('saveDiagnostics', {})
            .then((answer) => {
              setOutcome(answer.outcome);
            })
            .catch(() => {
              setOutcome('failed');
            })
            .finally(() => {
              setBusy(false);
            })
            .catch(() => undefined);
        }}
      />
      <p role="status">{outcome === null ? '' : texts.packageOutcomes[outcome]}</p>
    </>
  );
}
