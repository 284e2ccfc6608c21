import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useDesk, useTexts } from '../desk-store.ts';
import { refusalOf } from './dial-refusal.ts';
import { DeskDialog } from './desk-dialog.tsx';
import { Field } from './field.tsx';

/** Calls a number that is typed or pasted. */
export function DialDialog(): React.JSX.Element {
  const texts = useTexts().dial;
  const peer = useDesk((store) => store.peer);
  const openDialog = useDesk((store) => store.openDialog);
  const refused = useDesk((store) => store.dialRefusal);
  const [number, setNumber] = useState('');
  const [error, setError] = useState(() => (refused === null ? null : refusalOf(refused, texts)));
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
