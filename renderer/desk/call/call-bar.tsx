import type { Call } from '../../../shared/call/call.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { CallVoice } from '../sound/index.ts';
import { CallButtons } from './call-buttons.tsx';
import { CallTime } from './call-time.tsx';
import { callerOf } from './caller.ts';
import { Keypad } from './keypad.tsx';
import { ReferralQuestion } from './referral-question.tsx';
import { transferWords } from './transfer-words.ts';

/** One call in a strip: who, in what state, for how long, and what can be done. */
export function CallBar({
  call,
  inFocus,
  cardShown = inFocus,
}: {
  readonly call: Call;
  readonly inFocus: boolean;
  /** Its card stands on the screen already. */
  readonly cardShown?: boolean;
}): React.JSX.Element {
  const texts = useTexts();
  const card = useDesk(({ desk }) => desk?.cards.find(({ callId }) => callId === call.id));
  const chooseCall = useDesk((store) => store.chooseCall);
  const keypadOpen = useDesk(({ keypad }) => keypad?.callId === call.id);
  const caller = callerOf(call.party, texts);
  return (
    <div
      className={`desk-bar desk-bar--${call.phase} ${inFocus ? '' : 'desk-bar--other'}`}
      data-call={call.id}
      data-phase={call.phase}
      data-hold={call.hold}
    >
      <div className="desk-bar__who">
        {inFocus ? null : <LineMark name={card?.line?.name} color={card?.line?.color} />}
        <p className="desk-bar__caller">
          <span className="kern-sr-only">{texts.call.callers}: </span>
          <span className="desk-bar__number">{caller.title}</span>
          {caller.subtitle === null ? null : <span className="desk-muted"> {caller.subtitle}</span>}
        </p>
        <p className="desk-bar__state">
          <span data-testid="call-state">{stateOf(call, texts)}</span>
          <CallTime call={call} />
        </p>
      </div>
      <CallButtons call={call} inFocus={inFocus} />
      {cardShown || call.phase === 'ended' ? null : (
        <button
          type="button"
          className="desk-link"
          onClick={() => {
            chooseCall(call.id);
          }}
        >
          {texts.call.show}
        </button>
      )}
      <Remarks call={call} texts={texts} />
      <ReferralQuestion call={call} />
      {call.phase === 'connected' ? <CallVoice call={call} /> : null}
      {keypadOpen ? <Keypad callId={call.id} /> : null}
    </div>
  );
}

function LineMark({
  name,
  color,
}: {
  readonly name: string | undefined;
  readonly color: string | undefined;
}): React.JSX.Element | null {
  if (name === undefined || color === undefined) return null;
  return <p className={`desk-line-mark desk-line--${color}`}>{name}</p>;
}

function Remarks({
  call,
  texts,
}: {
  readonly call: Call;
  readonly texts: Texts;
}): React.JSX.Element | null {
  const remarks = [
    call.muted && call.phase === 'connected' ? texts.call.muted : null,
    call.heldByRemote ? texts.call.heldByRemote : null,
    call.holdRefused ? texts.call.holdRefused : null,
    // Nobody is back any more when the call is over.
    call.phase === 'ended' && call.transferFailure !== null ? null : transferWords(call, texts),
    call.conference ? texts.transfer.inConference : null,
    call.signalling === 'lost' ? texts.call.signallingLost : null,
    call.media === 'lost' && call.phase === 'connected' ? texts.call.mediaLost : null,
  ].filter((remark) => remark !== null);
  if (remarks.length === 0) return null;
  return (
    <ul className="desk-bar__remarks">
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );
}

/** The state of a call in words. */
function stateOf(call: Call, texts: Texts): string {
  switch (call.phase) {
    case 'connected':
      return texts.call.holdStates[call.hold];
    case 'ended':
      return texts.call.endReasons[call.endReason ?? 'failed'];
    case 'ringing':
    case 'answering':
    case 'dialling':
    case 'alerting':
    case 'ending':
      return texts.call[call.phase];
    default:
      return unreachable(call.phase);
  }
}
