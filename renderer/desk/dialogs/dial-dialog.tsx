import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { unreachable } from '../../../shared/unreachable.ts';
import type { deskContract, Output } from '../../../shared/contract.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { DeskDialog } from './desk-dialog.tsx';
import { Field } from './field.tsx';

/** Calls a number that is typed or pasted. */
export function DialDialog(): React.JSX.Element {
  const texts = useTexts().dial;
  const peer = useDesk((store) => store.peer);
  const openDialog = useDesk((store) => store.openDialog);
  const [number, setNumber] = useState('');
  const [error, setError] = useState<string | null>(null);
  const dial = async (): Promise<void> => {
    if (number.trim() === '') {
      setError(texts.numberInvalid);
      return;
    }
    const { outcome } = await peer.request('dial', { number: number.slice(0, 128) });
    const refusal = refusalOf(outcome, texts);
    setError(refusal);
    if (refusal === null) openDialog(null);
  };
  return (
    <DeskDialog title={texts.title}>
      <Form
        className="desk-form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          dial().catch(() => {
            setError(texts.numberInvalid);
          });
        }}
      >
        <Field
          label={texts.number}
          hint={texts.hint}
          type="tel"
          value={number}
          onChange={setNumber}
          error={error}
          autoFocus
        />
        <button type="submit" className="kern-btn kern-btn--primary desk-button">
          <span className="kern-label">{texts.call}</span>
        </button>
      </Form>
    </DeskDialog>
  );
}

function refusalOf(
  outcome: Output<(typeof deskContract)['requests']['dial']>['outcome'],
  texts: Texts['dial'],
): string | null {
  switch (outcome) {
    case 'dialling':
      return null;
    case 'numberInvalid':
    case 'notRegistered':
    case 'callInProgress':
      return texts[outcome];
    default:
      return unreachable(outcome);
  }
}
