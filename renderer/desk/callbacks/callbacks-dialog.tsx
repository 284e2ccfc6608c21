import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Callback } from '../../../shared/journal/callback.ts';
import type { deskContract, Output } from '../../../shared/contract.ts';
import { callerOf } from '../call/caller.ts';
import { useDesk, useTexts, type DeskPeer } from '../desk-store.ts';
import { DeskDialog } from '../dialogs/desk-dialog.tsx';
import { useDial } from '../dialogs/use-dial.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { useNow } from '../ui/use-now.ts';
import { CallbackFields, emptyCallback, orderOf, type CallbackFault } from '../wrap-up/index.ts';

type Requests = typeof deskContract.requests;

/** Rückrufliste: who waits, the most urgent first; calls, ticks off, enters anew. */
export function CallbacksDialog(): React.JSX.Element {
  const texts = useTexts().journal.callbacks;
  const version = useDesk(({ desk }) => desk?.callbacks.version);
  const callbacks = useAnswer(askCallbacks, version)?.callbacks ?? [];
  const days = useDesk(({ desk }) => desk?.settings.callbackDays) ?? 0;
  const [adding, setAdding] = useState(false);
  const { dial, refusal } = useDial();
  return (
    <DeskDialog title={texts.title}>
      <p role="status">{refusal}</p>
      {callbacks.length === 0 ? (
        <p className="kern-body">{texts.empty}</p>
      ) : (
        <ul className="desk-call-list" aria-label={texts.title}>
          {callbacks.map((callback) => (
            <Row key={callback.id} callback={callback} onDial={dial} />
          ))}
        </ul>
      )}
      {adding ? (
        <AddForm
          onAdded={() => {
            setAdding(false);
          }}
        />
      ) : (
        <ActionButton
          label={texts.add}
          onPress={() => {
            setAdding(true);
          }}
        />
      )}
      <p className="desk-muted">{texts.retention(days)}</p>
    </DeskDialog>
  );
}

function Row({
  callback,
  onDial,
}: {
  readonly callback: Callback;
  readonly onDial: (number: string) => void;
}): React.JSX.Element {
  const texts = useTexts();
  const own = texts.journal.callbacks;
  const peer = useDesk((store) => store.peer);
  const now = useNow(true);
  const { id, number, name, doneAt, dueAt } = callback;
  const { title, subtitle } = callerOf({ number, displayName: name }, texts);
  const change = (to: 'done' | 'open' | 'removed'): void => {
    peer.report('changeCallback', { id, to });
  };
  const when = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'short', timeStyle: 'short' });
  const facts = [
    doneAt === null ? when.format(dueAt) : own.done,
    doneAt === null && dueAt <= now ? own.overdue : null,
    callback.reason === 'lost' ? own.lost : null,
    callback.lineName,
    callback.municipality?.name,
    callback.subject,
  ];
  return (
    <li
      className={`desk-call-list__row ${doneAt === null && dueAt <= now ? 'desk-call-list__row--missed' : ''}`}
    >
      <div>
        <p className="desk-call-list__who">
          {title}
          {subtitle === null ? null : <span className="desk-muted"> {subtitle}</span>}
        </p>
        <p className="desk-muted">
          {facts.filter((fact) => fact !== null && fact !== undefined).join(' · ')}
        </p>
      </div>
      <div className="desk-form__buttons">
        {doneAt === null ? (
          <>
            <ActionButton
              label={texts.dial.call}
              ariaLabel={texts.callList.callBack(title)}
              onPress={() => {
                onDial(number);
              }}
            />
            <ActionButton
              label={own.done}
              ariaLabel={own.doneOf(title)}
              onPress={() => {
                change('done');
              }}
            />
          </>
        ) : (
          <ActionButton
            look="tertiary"
            label={own.reopen}
            onPress={() => {
              change('open');
            }}
          />
        )}
        <ActionButton
          look="tertiary"
          label={own.remove}
          ariaLabel={own.removeOf(title)}
          onPress={() => {
            change('removed');
          }}
        />
      </div>
    </li>
  );
}

function AddForm({ onAdded }: { readonly onAdded: () => void }): React.JSX.Element {
  const texts = useTexts().journal;
  const peer = useDesk((store) => store.peer);
  const [draft, setDraft] = useState(emptyCallback);
  const [fault, setFault] = useState<CallbackFault | 'diskFull' | null>(null);
  const submit = async (): Promise<void> => {
    const promised = orderOf(draft, Date.now());
    if ('fault' in promised) {
      setFault(promised.fault);
      return;
    }
    const { outcome } = await peer.request('addCallback', promised.order);
    if (outcome === 'diskFull') setFault('diskFull');
    else onAdded();
  };
  return (
    <Form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch(() => {
          setFault('diskFull');
        });
      }}
    >
      <CallbackFields
        draft={draft}
        fault={fault === 'diskFull' ? null : fault}
        onChange={(changes) => {
          setDraft({ ...draft, ...changes });
          setFault(null);
        }}
      />
      {fault === 'diskFull' ? (
        <p className="desk-error" role="alert">
          {texts.wrapUp.diskFull}
        </p>
      ) : null}
      <button type="submit" className="kern-btn kern-btn--primary desk-button">
        <span className="kern-label">{texts.wrapUp.save}</span>
      </button>
    </Form>
  );
}

function askCallbacks(peer: DeskPeer): Promise<Output<Requests['getCallbacks']>> {
  return peer.request('getCallbacks', {});
}
