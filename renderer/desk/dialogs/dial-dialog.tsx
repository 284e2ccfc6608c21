import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useDesk, useDeskStore, useTexts } from '../desk-store.ts';
import {
  ColleagueList,
  firstOffice,
  focusOfficeList,
  isName,
  OfficeList,
  useOffices,
} from '../directory/index.ts';
import { NoticeBox } from '../ui/notice-box.tsx';
import { DeskDialog } from './desk-dialog.tsx';
import { Field } from './field.tsx';
import { useDial } from './use-dial.ts';

/**
 * Calls a number that is typed or pasted, or an office found by its name. What a link from outside wants
 * to call is shown here first, and no key calls it by accident: the focus is not in the form.
 */
export function DialDialog(): React.JSX.Element {
  const { dial: texts } = useTexts();
  const store = useDeskStore();
  const refused = useDesk((store) => store.dialRefusal);
  const link = useDesk((store) => store.linkText);
  const [number, setNumber] = useState(link ?? '');
  const { dial, refuse, refusal } = useDial(refused);
  const offices = useOffices(null, isName(number) ? number : '');
  const shown = isName(number) ? offices : [];
  const submit = async (): Promise<void> => {
    if (number.trim() === '') {
      refuse('numberInvalid');
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
            refuse('numberInvalid');
          });
        }}
      >
        <Field
          label={texts.number}
          hint={texts.hint}
          value={number}
          onChange={(typed) => {
            setNumber(typed);
            refuse(null);
          }}
          error={refusal}
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
      <ColleagueList onDial={dial} />
    </DeskDialog>
  );
}
