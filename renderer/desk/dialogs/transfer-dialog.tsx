import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { deskContract, Output } from '../../../shared/contract.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { callInFocus } from '../call/call-in-focus.ts';
import { useDesk, useDeskStore, useTexts } from '../desk-store.ts';
import { focusOfficeList, isName, OfficeList, useOffices } from '../directory/index.ts';
import { DeskDialog } from './desk-dialog.tsx';
import { Field } from './field.tsx';

/** Where to pass a call on: a number, or an office of the knowledge pack; the best one is first. */
export function TransferDialog({
  way,
}: {
  readonly way: 'transfer' | 'consult';
}): React.JSX.Element {
  const texts = useTexts();
  const store = useDeskStore();
  const openDialog = useDesk((state) => state.openDialog);
  // The call that was in view when the agent asked, whatever rings meanwhile.
  const [callId] = useState(() => {
    const { desk, chosenCall } = store.getState();
    return callInFocus(desk?.calls ?? [], chosenCall)?.id ?? '';
  });
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const targets = useOffices(callId, text);
  const passOn = async (number: string): Promise<void> => {
    const { peer } = store.getState();
    const { outcome } = await peer.request('transfer', { callId, number, way });
    const refusal = refusalOf(outcome, texts);
    setError(refusal);
    if (refusal === null) openDialog(null);
  };
  const submit = (number: string): void => {
    passOn(number.slice(0, 128)).catch(() => {
      setError(texts.dial.numberInvalid);
    });
  };
  return (
    <DeskDialog title={texts.transfer.titles[way]}>
      <Form
        className="desk-form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = targets;
          // A name that no office has may still be an extension with a name.
          if (isName(text) && first !== undefined) submit(first.phone);
          else if (text.trim() === '') setError(texts.transfer.noTarget);
          else submit(text);
        }}
      >
        <Field
          label={texts.transfer.number}
          hint={texts.transfer.hint}
          value={text}
          onChange={(typed) => {
            setText(typed);
            setError(null);
          }}
          error={error}
          autoFocus
          onArrowDown={focusOfficeList}
        />
        <OfficeList offices={targets} label={texts.transfer.targets} onChoose={submit} />
        <button type="submit" className="kern-btn kern-btn--primary desk-button">
          <span className="kern-label">{texts.transfer[way]}</span>
        </button>
      </Form>
    </DeskDialog>
  );
}

function refusalOf(
  outcome: Output<(typeof deskContract)['requests']['transfer']>['outcome'],
  texts: Texts,
): string | null {
  switch (outcome) {
    case 'begun':
      return null;
    case 'numberInvalid':
    case 'notRegistered':
      return texts.dial[outcome];
    case 'callGone':
      return texts.transfer.callGone;
    default:
      return unreachable(outcome);
  }
}
