import { useState } from 'react';
import type { DialOutcome } from '../../../shared/contract.ts';
import { settingsDefaults } from '../../../shared/settings/settings.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { refusalOf } from './dial-refusal.ts';

/**
 * Dials and closes the dialog; `refusal` says why not, until it is cleared.
 * @param first a refusal from before the dialog opened
 */
export function useDial(first: DialOutcome | null = null): {
  readonly dial: (number: string) => void;
  readonly refuse: (reason: DialOutcome | null) => void;
  readonly refusal: string | null;
} {
  const texts = useTexts().dial;
  const peer = useDesk((store) => store.peer);
  const openDialog = useDesk((store) => store.openDialog);
  const emergency = useDesk(({ desk }) => desk?.settings.emergency) ?? settingsDefaults.emergency;
  const [outcome, refuse] = useState(first);
  const dial = (number: string): void => {
    peer
      .request('dial', { number: number.slice(0, 128) })
      .then((answer) => {
        refuse(answer.outcome);
        if (answer.outcome === 'dialling') openDialog(null);
      })
      .catch(() => {
        refuse('numberInvalid');
      });
  };
  return { dial, refuse, refusal: outcome === null ? null : refusalOf(outcome, texts, emergency) };
}
