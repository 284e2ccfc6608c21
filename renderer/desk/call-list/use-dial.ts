import { useState } from 'react';
import { useDesk, useTexts } from '../desk-store.ts';
import { refusalOf } from '../dialogs/dial-refusal.ts';

/** Dials and closes the dialog; `refusal` says why not. */
export function useDial(): {
  readonly dial: (number: string) => void;
  readonly refusal: string | null;
} {
  const texts = useTexts().dial;
  const peer = useDesk((store) => store.peer);
  const openDialog = useDesk((store) => store.openDialog);
  const [refusal, setRefusal] = useState<string | null>(null);
  const dial = (number: string): void => {
    peer
      .request('dial', { number: number.slice(0, 128) })
      .then(({ outcome }) => {
        const reason = refusalOf(outcome, texts);
        setRefusal(reason);
        if (reason === null) openDialog(null);
      })
      .catch(() => {
        setRefusal(texts.numberInvalid);
      });
  };
  return { dial, refusal };
}
