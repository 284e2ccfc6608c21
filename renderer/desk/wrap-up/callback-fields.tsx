import { Choice } from '../dialogs/choice.tsx';
import { Field } from '../dialogs/field.tsx';
import { useTexts } from '../desk-store.ts';
import { Check } from '../ui/check.tsx';
import type { CallbackDraft, CallbackFault } from './callback-draft.ts';

/** What is missing may stand below the edge of a low window. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** Whom to call back, when, and whether the number may be kept. */
export function CallbackFields({
  draft,
  fault,
  practice = false,
  onChange,
}: {
  readonly draft: CallbackDraft;
  readonly fault: CallbackFault | null;
  /** Of a practice call nothing is entered. */
  readonly practice?: boolean;
  readonly onChange: (changes: Partial<CallbackDraft>) => void;
}): React.JSX.Element {
  const texts = useTexts().journal.callbacks;
  return (
    <div className="desk-callback-fields" role="group" aria-label={texts.add}>
      {practice ? <p className="desk-muted">{texts.practice}</p> : null}
      <Field
        label={texts.number}
        type="tel"
        value={draft.number}
        error={fault === 'numberMissing' ? texts.numberMissing : null}
        onChange={(number) => {
          onChange({ number });
        }}
      />
      <Field
        label={texts.name}
        value={draft.name}
        onChange={(name) => {
          onChange({ name });
        }}
      />
      <Field
        label={texts.subject}
        value={draft.subject}
        onChange={(subject) => {
          onChange({ subject });
        }}
      />
      <Choice
        label={texts.due}
        value={draft.due}
        options={texts.dueChoices}
        disabled={false}
        onChange={(due) => {
          onChange({ due });
        }}
      />
      <Check
        label={texts.consent}
        checked={draft.consent}
        disabled={false}
        onChange={(consent) => {
          onChange({ consent });
        }}
      />
      {fault === 'consentMissing' ? (
        <p className="desk-error" role="alert" ref={bringIntoView}>
          {texts.consentMissing}
        </p>
      ) : null}
    </div>
  );
}
