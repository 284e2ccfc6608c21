import type { CallRecord } from '../../../shared/call-list/call-record.ts';
import type { deskContract, Output } from '../../../shared/contract.ts';
import { callerOf } from '../call/caller.ts';
import { formatDuration } from '../call/call-time.tsx';
import { useDesk, useTexts, type DeskPeer } from '../desk-store.ts';
import { DeskDialog } from '../dialogs/desk-dialog.tsx';
import { useDial } from '../dialogs/use-dial.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useAnswer } from '../ui/use-answer.ts';

type Requests = typeof deskContract.requests;

/** Calls of this shift, newest first, with one press to call back. */
export function CallListDialog(): React.JSX.Element {
  const texts = useTexts().callList;
  const peer = useDesk((store) => store.peer);
  const { missed, days } = useDesk(({ desk }) => desk?.callList) ?? { missed: 0, days: 0 };
  const version = useDesk(({ desk }) => desk?.callList.version);
  const records = useAnswer(askCallList, version)?.records ?? [];
  const { dial, refusal } = useDial();
  return (
    <DeskDialog title={texts.title}>
      <div className="desk-form__buttons">
        <ActionButton
          label={texts.markSeen}
          disabled={missed === 0}
          onPress={() => {
            peer.report('markCallsSeen', {});
          }}
        />
        <ActionButton
          look="tertiary"
          label={texts.clear}
          disabled={records.length === 0}
          onPress={() => {
            peer.report('clearCallList', {});
          }}
        />
        <p role="status">{refusal ?? texts.missed(missed)}</p>
      </div>
      {records.length === 0 ? (
        <p className="kern-body">{texts.empty}</p>
      ) : (
        <ul className="desk-call-list" aria-label={texts.title}>
          {records.map((record) => (
            <Row key={record.id} record={record} onDial={dial} />
          ))}
        </ul>
      )}
      <p className="desk-muted">{texts.retention(days)}</p>
    </DeskDialog>
  );
}

function Row({
  record,
  onDial,
}: {
  readonly record: CallRecord;
  readonly onDial: (number: string) => void;
}): React.JSX.Element {
  const texts = useTexts();
  const { title, subtitle } = callerOf(record.party, texts);
  const { number } = record.party;
  const time = new Intl.DateTimeFormat(texts.locale, { timeStyle: 'short' });
  const talked =
    record.connectedAt === null
      ? null
      : formatDuration(Math.round((record.endedAt - record.connectedAt) / 1000));
  return (
    <li className={`desk-call-list__row ${record.seen ? '' : 'desk-call-list__row--missed'}`}>
      <div>
        <p className="desk-call-list__who">
          {title}
          {subtitle === null ? null : <span className="desk-muted"> {subtitle}</span>}
        </p>
        <p className="desk-muted">
          {[
            time.format(record.startedAt),
            texts.callList.outcomes[record.direction][record.outcome],
            talked,
            record.lineName,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </div>
      {number === null ? null : (
        <ActionButton
          label={texts.dial.call}
          ariaLabel={texts.callList.callBack(title)}
          onPress={() => {
            onDial(number);
          }}
        />
      )}
    </li>
  );
}

function askCallList(peer: DeskPeer): Promise<Output<Requests['getCallList']>> {
  return peer.request('getCallList', {});
}
