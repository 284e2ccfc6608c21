import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { maxNote } from '../../../shared/journal/entry.ts';
import type { GapKind } from '../../../shared/journal/outcome.ts';
import { cardInView, useDesk, useDeskStore, useTexts } from '../desk-store.ts';
import { Choice } from '../dialogs/choice.tsx';
import { DeskDialog } from '../dialogs/desk-dialog.tsx';
import { Field } from '../dialogs/field.tsx';

function focus(element: HTMLElement | null): void {
  element?.focus();
}

/** Tells the editors what is missing; everything that is told stands in the dialog. */
export function GapDialog(): React.JSX.Element {
  const texts = useTexts();
  const { gap, wrapUp } = texts.journal;
  const store = useDeskStore();
  const peer = useDesk((state) => state.peer);
  // What was in view when the agent asked, whatever rings meanwhile.
  const [subject] = useState(() => {
    const { article, query, desk, chosenCall } = store.getState();
    const loaded = article?.loaded?.article ?? null;
    return {
      article: loaded === null ? null : { id: loaded.id, title: loaded.title },
      query: query.trim().slice(0, 200),
      municipality: cardInView({ desk, chosenCall })?.municipality ?? null,
    };
  });
  const [kind, setKind] = useState<GapKind>(subject.article === null ? 'missing' : 'wrong');
  const [query, setQuery] = useState(subject.query);
  const [remark, setRemark] = useState('');
  const [state, setState] = useState<'open' | 'sent' | 'diskFull'>('open');
  const send = (): void => {
    const optional = (text: string): string | null => (text.trim() === '' ? null : text.trim());
    peer
      .request('reportGap', {
        kind,
        article: subject.article,
        query: optional(query.slice(0, 200)),
        municipality: subject.municipality,
        remark: optional(remark.slice(0, maxNote)),
      })
      .then(({ outcome }) => {
        setState(outcome === 'saved' ? 'sent' : 'diskFull');
      })
      .catch(() => {
        setState('diskFull');
      });
  };
  return (
    <DeskDialog title={gap.title}>
      {state === 'sent' ? (
        // The form took the focus with it; without one, Esc would reach nobody.
        <p role="status" tabIndex={-1} ref={focus}>
          {gap.sent}
        </p>
      ) : (
        <Form
          className="desk-form"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Choice
            label={gap.kind}
            value={kind}
            options={gap.kinds}
            disabled={false}
            onChange={setKind}
          />
          <dl className="desk-facts">
            {subject.article === null ? null : (
              <>
                <dt>{gap.article}</dt>
                <dd>{subject.article.title}</dd>
              </>
            )}
            <dt>{gap.municipality}</dt>
            <dd>{subject.municipality?.name ?? wrapUp.noMunicipality}</dd>
          </dl>
          <Field label={gap.query} value={query} onChange={setQuery} />
          <Field
            label={gap.remark}
            hint={gap.remarkHint}
            value={remark}
            onChange={setRemark}
            autoFocus
          />
          {state === 'diskFull' ? (
            <p className="desk-error" role="alert">
              {wrapUp.diskFull}
            </p>
          ) : null}
          <button type="submit" className="kern-btn kern-btn--primary desk-button">
            <span className="kern-label">{gap.send}</span>
          </button>
        </Form>
      )}
    </DeskDialog>
  );
}
