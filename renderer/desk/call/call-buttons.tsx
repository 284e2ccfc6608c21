import type { Call } from '../../../shared/call/call.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { TransferButtons } from './transfer-buttons.tsx';

/** What can be done with a call in its phase. Keys stand on the buttons of the call that they move. */
export function CallButtons({
  call,
  inFocus,
}: {
  readonly call: Call;
  readonly inFocus: boolean;
}): React.JSX.Element | null {
  const texts = useTexts().call;
  const peer = useDesk((store) => store.peer);
  const report = (order: 'answer' | 'decline' | 'hangUp' | 'dismissCall'): (() => void) => {
    return () => {
      peer.report(order, { callId: call.id });
    };
  };
  switch (call.phase) {
    case 'ringing':
      return (
        <div className="desk-bar__buttons">
          <ActionButton
            look="primary"
            label={texts.answer}
            shortcut="⏎"
            ariaKey="Enter"
            className="desk-button--answer"
            onPress={report('answer')}
          />
          <ActionButton
            label={texts.decline}
            shortcut="Esc"
            ariaKey="Escape"
            onPress={report('decline')}
          />
        </div>
      );
    case 'answering':
    case 'dialling':
    case 'alerting':
      return (
        <div className="desk-bar__buttons">
          <ActionButton
            look="danger"
            label={call.direction === 'outgoing' ? texts.cancel : texts.hangUp}
            {...(inFocus ? { shortcut: 'F10', ariaKey: 'F10' } : {})}
            onPress={report('hangUp')}
          />
          {inFocus ? <TransferButtons call={call} /> : null}
        </div>
      );
    case 'connected':
      return inFocus ? (
        <TalkButtons call={call} onHangUp={report('hangUp')} />
      ) : (
        <WaitingButtons call={call} onHangUp={report('hangUp')} />
      );
    case 'ended':
      return (
        <div className="desk-bar__buttons">
          <ActionButton look="tertiary" label={texts.dismiss} onPress={report('dismissCall')} />
        </div>
      );
    case 'ending':
      return null;
    default:
      return unreachable(call.phase);
  }
}

function TalkButtons({
  call,
  onHangUp,
}: {
  readonly call: Call;
  readonly onHangUp: () => void;
}): React.JSX.Element {
  const texts = useTexts().call;
  const peer = useDesk((store) => store.peer);
  const toggleKeypad = useDesk((store) => store.toggleKeypad);
  const keypadOpen = useDesk(({ keypad }) => keypad?.callId === call.id);
  const held = call.hold === 'held' || call.hold === 'resuming';
  return (
    <div className="desk-bar__buttons">
      <ActionButton
        label={call.muted ? texts.unmute : texts.mute}
        shortcut="F8"
        ariaKey="F8"
        onPress={() => {
          peer.report('mute', { callId: call.id, muted: !call.muted });
        }}
      />
      <ActionButton
        label={held ? texts.resume : texts.hold}
        shortcut="F9"
        ariaKey="F9"
        disabled={call.hold === 'holding' || call.hold === 'resuming'}
        onPress={() => {
          peer.report(held ? 'resume' : 'hold', { callId: call.id });
        }}
      />
      <TransferButtons call={call} />
      <ActionButton
        label={texts.keypad}
        shortcut="F7"
        ariaKey="F7"
        pressed={keypadOpen}
        onPress={() => {
          toggleKeypad(call.id);
        }}
      />
      <ActionButton
        look="danger"
        label={texts.hangUp}
        shortcut="F10"
        ariaKey="F10"
        onPress={onHangUp}
      />
    </div>
  );
}

/** The other of two calls. */
function WaitingButtons({
  call,
  onHangUp,
}: {
  readonly call: Call;
  readonly onHangUp: () => void;
}): React.JSX.Element {
  const texts = useTexts().call;
  const peer = useDesk((store) => store.peer);
  return (
    <div className="desk-bar__buttons">
      {call.hold === 'held' ? (
        <ActionButton
          label={texts.swap}
          shortcut="F2"
          ariaKey="F2"
          onPress={() => {
            peer.report('swap', {});
          }}
        />
      ) : null}
      <ActionButton label={texts.hangUp} onPress={onHangUp} />
    </div>
  );
}
