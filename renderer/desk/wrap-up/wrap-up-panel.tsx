import { useEffect } from 'react';
import { Form } from 'react-aria-components/Form';
import { outcomes } from '../../../shared/journal/outcome.ts';
import type { WrapUp } from '../../../shared/journal/wrap-up.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { Field } from '../dialogs/field.tsx';
import { digitShortcut } from '../keyboard/digit-shortcut.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { emptyCallback } from './callback-draft.ts';
import { CallbackFields } from './callback-fields.tsx';
import { shownDraft } from './wrap-up-actions.ts';
import { Facts } from './wrap-up-facts.tsx';

/** Of the field for the note, for the key that goes there. */
export const wrapUpNoteId = 'wrap-up-note';

/**
 * Nachbearbeitung of one call: what happened is filled in, the agent says with one digit how it ended.
 * It waits without disturbing: a call that rings comes first, and nothing of it is lost.
 */
export function WrapUpPanel({
  wrapUp,
  others,
  rings,
}: {
  readonly wrapUp: WrapUp;
  /** Further calls that wait for their outcome. */
  readonly others: number;
  /** A call rings while the agent writes here. */
  readonly rings: boolean;
}): React.JSX.Element {
  const texts = useTexts().journal;
  const fault = useDesk((store) => store.wrapUpFault);
  const draft = useDesk((store) => store.callbackDrafts[wrapUp.callId]) ?? emptyCallback;
  const entered = useDesk((store) => store.wrapUpDraft);
  const { outcome: chosen, note } = shownDraft({ wrapUpDraft: entered }, wrapUp);
  const chooseOutcome = useDesk((store) => store.chooseOutcome);
  const singleKeys = useDesk(({ desk }) => desk?.settings.singleKeys !== false);
  const writeNote = useDesk((store) => store.writeNote);
  const changeCallback = useDesk((store) => store.changeCallbackDraft);
  const save = useDesk((store) => store.saveWrapUp);
  const setWriting = useDesk((store) => store.setWriting);
  useEffect(
    // Taken away, a field does not say that it has lost the focus.
    () => () => {
      setWriting(false);
    },
    [setWriting],
  );
  return (
    <section
      className={`desk-wrap-up ${rings ? 'desk-wrap-up--waits' : ''}`}
      aria-labelledby="wrap-up"
      onFocus={({ target }) => {
        setWriting(target instanceof HTMLInputElement);
      }}
      onBlur={() => {
        setWriting(false);
      }}
    >
      <h2 className="kern-heading-medium" id="wrap-up">
        {texts.wrapUp.title}
      </h2>
      <p className="desk-muted">{singleKeys ? texts.wrapUp.hint : texts.wrapUp.hintAlt}</p>
      <Form
        className="desk-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="desk-outcomes" role="group" aria-label={texts.wrapUp.outcome}>
          {outcomes.map((outcome, index) => (
            <ActionButton
              key={outcome}
              label={texts.outcomes[outcome]}
              shortcut={String(index + 1)}
              ariaKey={digitShortcut(index + 1, singleKeys)}
              pressed={chosen === outcome}
              onPress={() => {
                chooseOutcome(outcome);
              }}
            />
          ))}
        </div>
        {chosen === 'callback' ? (
          <CallbackFields
            draft={draft}
            practice={wrapUp.practice}
            fault={fault === 'consentMissing' || fault === 'numberMissing' ? fault : null}
            onChange={changeCallback}
          />
        ) : null}
        <Facts wrapUp={wrapUp} />
        <Field
          id={wrapUpNoteId}
          ariaKey="Control+N"
          label={texts.wrapUp.note}
          hint={texts.wrapUp.noteHint}
          value={note}
          onChange={writeNote}
        />
        {fault === 'chooseFirst' || fault === 'diskFull' ? (
          <p className="desk-error" role="alert">
            {texts.wrapUp[fault]}
          </p>
        ) : null}
        <button type="submit" className="kern-btn kern-btn--primary desk-button">
          <span className="kern-label">{texts.wrapUp.save}</span>
          <kbd className="desk-key" aria-hidden="true">
            ↵
          </kbd>
        </button>
      </Form>
      {others === 0 ? null : <p className="desk-muted">{texts.wrapUp.waiting(others)}</p>}
    </section>
  );
}
