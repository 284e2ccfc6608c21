import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { TransferTarget } from '../../../shared/card.ts';
import type { deskContract, Output } from '../../../shared/contract.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { callInFocus } from '../call/call-in-focus.ts';
import { useDesk, useDeskStore, useTexts } from '../desk-store.ts';
import {
  firstOffice,
  focusOfficeList,
  isName,
  OfficeList,
  useOffices,
} from '../directory/index.ts';
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
  const passOn = async (number: string, name: string | null): Promise<void> => {
    const { peer } = store.getState();
    const { outcome } = await peer.request('transfer', { callId, number, name, way });
    const refusal = refusalOf(outcome, texts);
    setError(refusal);
    if (refusal === null) openDialog(null);
  };
  const submit = (number: string, office: TransferTarget | null): void => {
    passOn(number.slice(0, 128), office?.officeName.slice(0, 128) ?? null).catch(() => {
      setError(texts.dial.numberInvalid);
    });
  };
  /** A name means the first office of the list, also of a list that is still on its way. */
  const submitText = async (): Promise<void> => {
    const first = isName(text) ? await firstOffice(store.getState(), callId, text) : null;
    // A name that no office has may still be an extension with a name.
    if (first !== null) submit(first.phone, first);
    else if (text.trim() === '') setError(texts.transfer.noTarget);
    else submit(text, null);
  };
  return (
    <DeskDialog title={texts.transfer.titles[way]}>
      <Form
        className="desk-form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          submitText().catch(() => {
            setError(texts.dial.numberInvalid);
          });
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
        <OfficeList
          offices={targets}
          label={texts.transfer.targets}
          onChoose={(office) => {
            submit(office.phone, office);
          }}
        />
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
