import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { TransferTarget } from '../../../shared/card.ts';
import type { deskContract, Output } from '../../../shared/contract.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { openingWords } from '../call/opening-words.ts';
import { callerOf } from '../call/caller.ts';
import { callInFocus } from '../call/call-in-focus.ts';
import { useDesk, useDeskStore, useTexts } from '../desk-store.ts';
import { DeskDialog } from './desk-dialog.tsx';
import { Field } from './field.tsx';

const listId = 'transfer-targets';

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
  const targets = useTargets(callId, text);
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
          onArrowDown={() => {
            const option = document.querySelector(`#${listId} [role=option]`);
            if (option instanceof HTMLElement) option.focus();
          }}
        />
        {targets.length === 0 ? null : (
          <ListBox
            id={listId}
            className="desk-hits__list"
            aria-label={texts.transfer.targets}
            items={targets.map((target) => ({ ...target, id: target.office }))}
            onAction={(key) => {
              const chosen = targets.find(({ office }) => office === key);
              if (chosen !== undefined) submit(chosen.phone);
            }}
          >
            {(target) => (
              <ListBoxItem
                id={target.id}
                textValue={target.officeName}
                className="desk-hit desk-target"
              >
                <Target target={target} texts={texts} />
              </ListBoxItem>
            )}
          </ListBox>
        )}
        <button type="submit" className="kern-btn kern-btn--primary desk-button">
          <span className="kern-label">{texts.transfer[way]}</span>
        </button>
      </Form>
    </DeskDialog>
  );
}

/** Nothing typed, or something with a letter: a name, not a number. */
function isName(text: string): boolean {
  return text.trim() === '' || /\p{L}/u.test(text);
}

/** Offices for what is typed; an answer that a newer one has overtaken is dropped. */
function useTargets(callId: string, text: string): readonly TransferTarget[] {
  const peer = useDesk((store) => store.peer);
  const article = useDesk((store) => store.article?.id ?? null);
  const [targets, setTargets] = useState<readonly TransferTarget[]>([]);
  useEffect(() => {
    let current = true;
    peer
      .request('transferTargets', { callId, article, text: text.slice(0, 200) })
      .catch(() => ({ targets: [] }))
      .then((answer) => {
        if (current) setTargets(answer.targets);
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [peer, callId, article, text]);
  return targets;
}

function Target({
  target,
  texts,
}: {
  readonly target: TransferTarget;
  readonly texts: Texts;
}): React.JSX.Element {
  return (
    <>
      <span className="desk-hit__title">{target.officeName}</span>
      <span className="desk-target__phone">
        {callerOf({ number: target.phone, displayName: null }, texts).title}
      </span>
      <span className="desk-hit__preview">
        <span
          className={`desk-opening__office desk-opening__office--${target.state.kind} desk-target__state`}
        >
          <span className="desk-opening__mark" aria-hidden="true" />
          {openingWords(target.state, texts)}
        </span>{' '}
        <span className="desk-muted">· {texts.transfer.reasons[target.reason]}</span>
      </span>
    </>
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
