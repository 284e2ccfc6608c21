import { useState } from 'react';
import type { deskContract, Output } from '../../../shared/contract.ts';
import { figuresOf, type Count, type Figures } from '../../../shared/journal/figures.ts';
import { outcomes } from '../../../shared/journal/outcome.ts';
import { formatDuration } from '../call/call-time.tsx';
import { useDesk, useTexts, type DeskPeer } from '../desk-store.ts';
import { DeskDialog } from '../dialogs/desk-dialog.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { useAnswer } from '../ui/use-answer.ts';

type Requests = typeof deskContract.requests;

type Shift = Output<Requests['getShift']>;

/** The agent's own figures of the shift, and everything that leaves the machine, word for word. */
export function ShiftDialog(): React.JSX.Element {
  const texts = useTexts().journal.shift;
  const version = useDesk(({ desk }) => desk?.journal.version);
  const shift = useAnswer(askShift, version);
  const figures =
    shift === null
      ? null
      : figuresOf(shift.entries, (at) => new Date(at).getHours(), texts.elsewhere);
  return (
    <DeskDialog title={texts.title}>
      {figures === null || figures.calls + figures.gaps === 0 ? (
        <p className="kern-body">{texts.none}</p>
      ) : (
        <Sums figures={figures} />
      )}
      <p className="desk-muted">{texts.privacy}</p>
      <Leaving events={shift?.events ?? []} />
    </DeskDialog>
  );
}

function Sums({ figures }: { readonly figures: Figures }): React.JSX.Element {
  const texts = useTexts();
  const { shift } = texts.journal;
  const percent = new Intl.NumberFormat(texts.locale, { style: 'percent' });
  const { firstContactRate, talkSeconds } = figures;
  const byOutcome = outcomes
    .map((outcome) => ({ name: texts.journal.outcomes[outcome], count: figures.outcomes[outcome] }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <dl className="desk-facts">
        <dt>{shift.calls}</dt>
        <dd>{figures.calls}</dd>
        <dt>{shift.firstContact}</dt>
        <dd>{firstContactRate === null ? '–' : percent.format(firstContactRate)}</dd>
        <dt>{shift.meanTalk}</dt>
        <dd>{talkSeconds === null ? '–' : formatDuration(Math.round(talkSeconds))}</dd>
        {figures.unsaid === 0 ? null : (
          <>
            <dt>{shift.unsaid}</dt>
            <dd>{figures.unsaid}</dd>
          </>
        )}
        <dt>{shift.gaps}</dt>
        <dd>{figures.gaps}</dd>
      </dl>
      <CountTable caption={shift.byOutcome} counts={byOutcome} />
      <CountTable caption={shift.byLine} counts={figures.lines} />
      <CountTable caption={shift.byTopic} counts={figures.topics} />
    </>
  );
}

function CountTable({
  caption,
  counts,
}: {
  readonly caption: string;
  readonly counts: readonly Count[];
}): React.JSX.Element | null {
  const texts = useTexts().journal.shift;
  if (counts.length === 0) return null;
  return (
    <table className="desk-counts">
      <caption>{caption}</caption>
      <thead className="kern-sr-only">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{texts.count}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Leaving({ events }: { readonly events: Shift['events'] }): React.JSX.Element {
  const texts = useTexts().journal.shift;
  const peer = useDesk((store) => store.peer);
  const journal = useDesk(({ desk }) => desk?.journal);
  const [csv, setCsv] = useState<string | null>(null);
  const waiting = journal?.waiting ?? null;
  const failure = journal?.exportFailure ?? null;
  const save = (): void => {
    peer
      .request('saveCsv', {})
      .then(({ file, failed }) => {
        setCsv(failed ? texts.csvFailed : file === null ? null : texts.csvSaved(file));
      })
      .catch(() => {
        setCsv(texts.csvFailed);
      });
  };
  return (
    <section aria-labelledby="leaving">
      <h3 className="kern-title" id="leaving">
        {texts.leaves}
      </h3>
      <p role="status">
        {waiting === null
          ? texts.leavesNothing
          : waiting === 0
            ? texts.allSent
            : texts.waiting(waiting)}
        {failure === null ? null : ` ${texts.failed(failure)}`}
      </p>
      {waiting === null || events.length === 0 ? null : (
        <pre className="desk-events" tabIndex={0} aria-label={texts.leaves}>
          {events.map((event) => JSON.stringify(event, null, 1)).join('\n')}
        </pre>
      )}
      <div className="desk-form__buttons">
        {waiting === null ? null : (
          <ActionButton
            label={texts.sendNow}
            disabled={waiting === 0}
            onPress={() => {
              peer.report('exportNow', {});
            }}
          />
        )}
        <ActionButton look="tertiary" label={texts.saveCsv} onPress={save} />
      </div>
      <p role="status">{csv}</p>
    </section>
  );
}

function askShift(peer: DeskPeer): Promise<Output<Requests['getShift']>> {
  return peer.request('getShift', {});
}
