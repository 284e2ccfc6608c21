import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useDesk, useDeskStore, useTexts } from '../desk-store.ts';
import {
  firstOffice,
  focusOfficeList,
  isName,
  OfficeList,
  useOffices,
} from '../directory/index.ts';
import { NoticeBox } from '../ui/notice-box.tsx';
import { refusalOf } from './dial-refusal.ts';
import { DeskDialog } from './desk-dialog.tsx';
import { Field } from './field.tsx';

/**
 * Calls a number that is typed or pasted, or an office found by its name. What a link from outside wants
 * to call is shown here first, and no key calls it by accident: the focus is not in the form.
 */
export function DialDialog(): React.JSX.Element {
  const { dial: texts } = useTexts();
  const store = useDeskStore();
  const peer = useDesk((state) => state.peer);
  const openDialog = useDesk((store) => store.openDialog);
  const refused = useDesk((store) => store.dialRefusal);
  const link = useDesk((store) => store.linkText);
  const [number, setNumber] = useState(link ?? '');
  const [error, setError] = useState(() => (refused === null ? null : refusalOf(refused, texts)));
  const offices = useOffices(null, isName(number) ? number : '');
  const shown = isName(number) ? offices : [];
  const dial = (wanted: string): void => {
    peer
      .request('dial', { number: wanted.slice(0, 128) })
      .then(({ outcome }) => {
        const refusal = refusalOf(outcome, texts);
        setError(refusal);
        if (refusal === null) openDialog(null);
      })
      .catch(() => {
        setError(texts.numberInvalid);
      });
  };
  const submit = async (): Promise<void> => {
    if (number.trim() === '') {
      setError(texts.numberInvalid);
      return;
    }
    // A name that no office has may still be an extension with a name.
    const first = isName(number) ? await firstOffice(store.getState(), null, number) : null;
    dial(first?.phone ?? number);
  };
  return (
    <DeskDialog title={texts.title}>
      {link === null ? null : (
        <NoticeBox look="info" title={texts.linkTitle}>
          <p className="kern-body">{texts.linkAdvice}</p>
        </NoticeBox>
      )}
      <Form
        className="desk-form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          submit().catch(() => {
            setError(texts.numberInvalid);
          });
        }}
      >
        <Field
          label={texts.number}
          hint={texts.hint}
          value={number}
          onChange={(typed) => {
            setNumber(typed);
            setError(null);
          }}
          error={error}
          autoFocus={link === null}
          onArrowDown={focusOfficeList}
        />
        <OfficeList
          offices={shown}
          label={texts.directory}
          onChoose={({ phone }) => {
            dial(phone);
          }}
        />
        <button type="submit" className="kern-btn kern-btn--primary desk-button">
          <span className="kern-label">{texts.call}</span>
        </button>
      </Form>
    </DeskDialog>
  );
}
